// SPDX-License-Identifier: MIT
#include "files/syntax.h"

#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "files/syntax_level.h"

static bool is_value(const struct token *token) {
    return token->kind == TOKEN_TEXT || token->kind == TOKEN_WHOLE ||
           token->kind == TOKEN_DECIMAL || token->kind == TOKEN_FLAG ||
           token->kind == TOKEN_BROKEN || token->kind == TOKEN_OPEN;
}

static bool is_number(const struct token *token) {
    return token->kind == TOKEN_WHOLE || token->kind == TOKEN_DECIMAL;
}

static bool is_word(const struct token *token, const char *const words[], size_t count) {
    for (size_t index = 0; index < count; index++) {
        if (strlen(words[index]) == token->length &&
            strncasecmp(words[index], token->start, token->length) == 0) {
            return true;
        }
    }
    return false;
}

// A word without quotes where a value belongs.
static void fault_bare_word(struct syntax *syntax, const struct token *token) {
    static const char *const answers[] = {"yes", "no", "on", "off"};
    static const char *const numbers[] = {"nan", "inf", "infinity"};
    const char *why;
    if (is_word(token, answers, 4)) {
        why = _("yes is written true here, and no is written false");
    } else if (is_word(token, numbers, 3)) {
        why = _("a number has digits, and a dot at most");
    } else {
        why = faults_text(syntax->scanner->faults, "a text stands in quotes: write \"%s\"",
                          syntax_excerpt(syntax, token));
    }
    syntax_guess(syntax, token, why);
    struct token broken = *token;
    broken.kind = TOKEN_BROKEN;
    syntax_take_value(syntax, &broken);
}

// An opening { where a name belongs, in a group of a list: the } before it is missing.
static bool is_next_group(struct syntax *syntax, const struct token *token) {
    return token->kind == TOKEN_OPEN && *token->start == '{' && syntax->depth > 0 &&
           syntax->levels[syntax->depth - 1].bracket == '(';
}

// A value where a name belongs.
static void fault_nameless(struct syntax *syntax, const struct token *token) {
    struct level *level = syntax_top(syntax);
    if (is_next_group(syntax, token)) {
        syntax_guess(syntax, token,
                     faults_text(syntax->scanner->faults,
                                 "a } is missing before this: the { of line %d "
                                 "is still open",
                                 level->line));
        syntax_leave(syntax, token);
        syntax_take_value(syntax, token);
        return;
    }
    bool digits = level->place == PLACE_NAME && is_number(&level->last) && is_number(token) &&
                  level->last.line == token->line;
    if (digits) {
        syntax_guess(syntax, token,
                     faults_text(syntax->scanner->faults, "a decimal number has a dot: write %s.%s",
                                 syntax_excerpt(syntax, &level->last),
                                 syntax_excerpt(syntax, token)));
    } else {
        syntax_guess(syntax, token, "this value has no name; a setting is written NAME = VALUE;");
    }
    syntax_take_value(syntax, token);
}

// true and false are no names, though they look like one.
static void take_flag_as_name(struct syntax *syntax, const struct token *token) {
    syntax_guess(syntax, token,
                 faults_text(syntax->scanner->faults, "%s is a value; no setting has that name",
                             syntax_excerpt(syntax, token)));
    syntax_take_name(syntax, token);
}

static void walk_name(struct syntax *syntax, const struct token *token) {
    if (token->kind == TOKEN_NAME) {
        syntax_take_name(syntax, token);
    } else if (token->kind == TOKEN_FLAG) {
        take_flag_as_name(syntax, token);
    } else if (is_value(token)) {
        fault_nameless(syntax, token);
    } else if (token->kind == TOKEN_ASSIGN) {
        syntax_guess(syntax, token, "no name stands before this =");
        syntax_top(syntax)->last = *token;
        syntax_top(syntax)->place = PLACE_VALUE;
    } else {
        syntax_guess(syntax, token,
                     faults_text(syntax->scanner->faults, "one %s too many here",
                                 syntax_excerpt(syntax, token)));
    }
}

static void walk_assign(struct syntax *syntax, const struct token *token) {
    struct level *level = syntax_top(syntax);
    if (token->kind == TOKEN_ASSIGN) {
        level->place = PLACE_VALUE;
        return;
    }
    scanner_guess(syntax->scanner, level->last.line,
                  faults_text(syntax->scanner->faults, "no = behind %s",
                              syntax_excerpt(syntax, &level->last)));
    if (is_value(token)) {
        syntax_take_value(syntax, token);
    } else if (token->kind == TOKEN_NAME) {
        syntax_take_name(syntax, token);
    } else {
        level->place = PLACE_NAME;
    }
}

// `next` is the word after this one: a name that is followed by = begins the next setting.
static void walk_value(struct syntax *syntax, const struct token *token, enum token_kind next) {
    struct level *level = syntax_top(syntax);
    if (is_value(token)) {
        syntax_take_value(syntax, token);
        return;
    }
    if (token->kind == TOKEN_NAME && next != TOKEN_ASSIGN) {
        fault_bare_word(syntax, token);
        return;
    }
    scanner_guess(syntax->scanner, level->last.line,
                  faults_text(syntax->scanner->faults, "%s has no value",
                              syntax_excerpt(syntax, &level->last)));
    if (token->kind == TOKEN_NAME) {
        syntax_take_name(syntax, token);
    } else {
        level->place = token->kind == TOKEN_ASSIGN ? PLACE_VALUE : PLACE_NAME;
    }
}

static void walk_after(struct syntax *syntax, const struct token *token) {
    struct level *level = syntax_top(syntax);
    if (token->kind == TOKEN_SEMICOLON || token->kind == TOKEN_COMMA) {
        level->place = PLACE_NAME;
    } else if (token->kind == TOKEN_NAME) {
        syntax_take_name(syntax, token);
    } else if (token->kind == TOKEN_FLAG) {
        take_flag_as_name(syntax, token);
    } else if (token->kind == TOKEN_ASSIGN) {
        syntax_guess(syntax, token,
                     is_number(&level->last) ? _("a time is a number of seconds: write 90 for 1:30")
                                             : _("an = too many, or a name is missing before it"));
        level->last = *token;
        level->place = PLACE_VALUE;
    } else if (token->kind != TOKEN_TEXT || level->last.kind != TOKEN_TEXT) {
        fault_nameless(syntax, token);
    }
}

// A setting where an element belongs: its { is missing. Goes on as if it stood there.
static void open_implied_group(struct syntax *syntax, const struct token *token) {
    syntax_guess(syntax, token, "a setting in a list stands in { }, and its { is missing");
    struct token brace = {.kind = TOKEN_OPEN, .line = token->line, .start = "{", .length = 1};
    syntax_take_value(syntax, &brace);
    syntax_top(syntax)->implied = true;
    syntax_take_name(syntax, token);
}

// The next setting, or its ;, where a list goes on: the list's own bracket is missing.
static void close_implied(struct syntax *syntax, const struct token *token) {
    const struct level *level = syntax_top(syntax);
    syntax_guess(syntax, token,
                 faults_text(syntax->scanner->faults, "the %c of line %d is not closed before this",
                             level->bracket, level->line));
    syntax_leave(syntax, token);
}

static void walk_element(struct syntax *syntax, const struct token *token, enum token_kind next) {
    if (is_value(token)) {
        syntax_take_value(syntax, token);
    } else if (token->kind == TOKEN_NAME && next == TOKEN_ASSIGN) {
        open_implied_group(syntax, token);
    } else if (token->kind == TOKEN_NAME) {
        fault_bare_word(syntax, token);
    } else if (token->kind == TOKEN_COMMA) {
        syntax_guess(syntax, token, "one comma too many here");
    } else if (token->kind == TOKEN_SEMICOLON) {
        syntax_guess(syntax, token, "the parts of a list are divided by commas, not by ;");
    } else {
        syntax_guess(syntax, token, "no = inside a list; a setting in a list stands in { }");
    }
}

static void walk_comma(struct syntax *syntax, const struct token *token, enum token_kind next) {
    struct level *level = syntax_top(syntax);
    bool setting = token->kind == TOKEN_NAME && next == TOKEN_ASSIGN;
    bool ends_setting = token->kind == TOKEN_SEMICOLON &&
                        (next == TOKEN_NAME || next == TOKEN_CLOSE || next == TOKEN_END);
    if (token->kind == TOKEN_COMMA) {
        level->place = PLACE_NEXT;
    } else if (setting && level_is_group(level - 1)) {
        close_implied(syntax, token);
        syntax_take_name(syntax, token);
    } else if (ends_setting && level_is_group(level - 1)) {
        close_implied(syntax, token);
        syntax_top(syntax)->place = PLACE_NAME;
    } else if (token->kind == TOKEN_SEMICOLON) {
        syntax_guess(syntax, token, "the parts of a list are divided by commas, not by ;");
        level->place = PLACE_NEXT;
    } else if (token->kind == TOKEN_TEXT && level->last.kind == TOKEN_TEXT) {
        faults_add(syntax->scanner->faults, FAULT_WARNING, token->line, NULL,
                   "no comma before this text, so it is joined to the one before");
    } else if (token->kind == TOKEN_ASSIGN) {
        syntax_guess(syntax, token, "no = inside a list; a setting in a list stands in { }");
        level->place = PLACE_NEXT;
    } else {
        syntax_guess(syntax, token, "a comma is missing before this");
        walk_element(syntax, token, next);
    }
}

static void walk(struct syntax *syntax, const struct token *token, enum token_kind next) {
    if (token->kind == TOKEN_CLOSE) {
        syntax_take_close(syntax, token);
        return;
    }
    switch (syntax_top(syntax)->place) {
    case PLACE_NAME:
        walk_name(syntax, token);
        break;
    case PLACE_ASSIGN:
        walk_assign(syntax, token);
        break;
    case PLACE_VALUE:
        walk_value(syntax, token, next);
        break;
    case PLACE_AFTER:
        walk_after(syntax, token);
        break;
    case PLACE_FIRST:
    case PLACE_NEXT:
        walk_element(syntax, token, next);
        break;
    case PLACE_COMMA:
        walk_comma(syntax, token, next);
        break;
    }
}

static void finish(struct syntax *syntax, const struct token *end) {
    struct level *level = syntax_top(syntax);
    if (syntax->depth > 0 && !level->implied) {
        scanner_guess(
            syntax->scanner, level->line,
            faults_text(syntax->scanner->faults, "this %c is never closed", level->bracket));
    } else if (level->place == PLACE_ASSIGN || level->place == PLACE_VALUE) {
        scanner_guess(syntax->scanner, end->line,
                      faults_text(syntax->scanner->faults, "%s has no value",
                                  syntax_excerpt(syntax, &level->last)));
    }
}

void syntax_check(struct scanner *scanner) {
    struct syntax *syntax = memory_new(1, sizeof *syntax);
    syntax->scanner = scanner;
    struct token token = scanner_next(scanner);
    while (token.kind != TOKEN_END && !syntax->full) {
        struct token next = scanner_next(scanner);
        walk(syntax, &token, next.kind);
        token = next;
    }
    if (!syntax->full && scanner->fault_count < SCANNER_FAULTS_MAX) {
        finish(syntax, &token);
    }
    memory_free(syntax);
}
