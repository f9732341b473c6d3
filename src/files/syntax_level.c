// SPDX-License-Identifier: MIT
#include "files/syntax_level.h"

#include <string.h>

#include "base/text.h"

struct level *syntax_top(struct syntax *syntax) {
    return &syntax->levels[syntax->depth];
}

bool level_is_group(const struct level *level) {
    return level->bracket == '{' || level->bracket == '\0';
}

const char *syntax_excerpt(struct syntax *syntax, const struct token *token) {
    int length = token->length > 40 ? 40 : (int)token->length;
    return faults_text(syntax->scanner->faults, "%.*s", length, token->start);
}

void syntax_guess(struct syntax *syntax, const struct token *token, const char *why) {
    scanner_guess(syntax->scanner, token->line, why);
}

static void stop_at_limit(struct syntax *syntax, const struct token *token, const char *why) {
    scanner_fault(syntax->scanner, token->line, why);
    syntax->full = true;
}

static void count_one(struct syntax *syntax, const struct token *token) {
    if (++syntax->total > LEXER_ALL_MAX) {
        stop_at_limit(syntax, token, "more than 20000 settings and list elements in one file");
    }
}

static bool same_text(const struct token *a, const struct token *b) {
    return a->length == b->length && memcmp(a->start, b->start, a->length) == 0;
}

// A name with = behind it, at the start of a setting.
void syntax_take_name(struct syntax *syntax, const struct token *token) {
    struct level *level = syntax_top(syntax);
    level->place = PLACE_ASSIGN;
    level->last = *token;
    count_one(syntax, token);
    if (level->name_count == LEXER_SETTINGS_MAX) {
        stop_at_limit(syntax, token, "more than 64 settings in one group");
        return;
    }
    for (int index = 0; index < level->name_count; index++) {
        if (same_text(&level->names[index], token)) {
            scanner_fault(syntax->scanner, token->line,
                          faults_text(syntax->scanner->faults,
                                      "%s stands here twice; it is set in line %d already",
                                      syntax_excerpt(syntax, token), level->names[index].line));
            return;
        }
    }
    level->names[level->name_count++] = *token;
}

static void take_open(struct syntax *syntax, const struct token *token) {
    if (syntax->depth == LEXER_BRACKETS_MAX) {
        stop_at_limit(syntax, token, "more than 16 brackets are open at once");
        return;
    }
    syntax->depth++;
    struct level *level = syntax_top(syntax);
    level->bracket = *token->start;
    level->line = token->line;
    level->place = *token->start == '{' ? PLACE_NAME : PLACE_FIRST;
    level->name_count = 0;
    level->array_kind = TOKEN_END;
    level->last = (struct token){0};
    level->implied = false;
}

// Whether one bracket closes the other.
static bool matches(char open, char close) {
    return (open == '(' && close == ')') || (open == '[' && close == ']') ||
           (open == '{' && close == '}');
}

// The depth of the nearest open bracket that this one closes, 0 when there is none.
static int depth_of(const struct syntax *syntax, char close) {
    for (int depth = syntax->depth; depth > 0; depth--) {
        if (matches(syntax->levels[depth].bracket, close)) {
            return depth;
        }
    }
    return 0;
}

static void fault_unfinished(struct syntax *syntax, const struct token *token) {
    struct level *level = syntax_top(syntax);
    if (level->place == PLACE_NEXT) {
        syntax_guess(syntax, token,
                     faults_text(syntax->scanner->faults, "no comma before the closing bracket %c",
                                 *token->start));
    } else if (level->place == PLACE_ASSIGN || level->place == PLACE_VALUE) {
        syntax_guess(syntax, token,
                     faults_text(syntax->scanner->faults, "%s has no value",
                                 syntax_excerpt(syntax, &level->last)));
    }
}

void syntax_leave(struct syntax *syntax, const struct token *token) {
    syntax->depth--;
    struct level *level = syntax_top(syntax);
    level->place = level_is_group(level) ? PLACE_AFTER : PLACE_COMMA;
    level->last = *token;
}

// Which bracket closes the other.
static char closing(char open) {
    return open == '(' ? ')' : open == '[' ? ']' : '}';
}

// A closing bracket that is not the innermost one's: the nearest it could close, or the wrong kind.
static void close_other(struct syntax *syntax, const struct token *token, int depth) {
    const struct level *level = syntax_top(syntax);
    struct faults *faults = syntax->scanner->faults;
    if (!depth) {
        syntax_guess(syntax, token,
                     faults_text(faults, "the %c of line %d is closed with %c, not with %c",
                                 level->bracket, level->line, closing(level->bracket),
                                 *token->start));
        return;
    }
    if (!level->implied) {
        syntax_guess(syntax, token,
                     faults_text(faults, "this %c comes while the %c of line %d is still open",
                                 *token->start, level->bracket, level->line));
    }
    syntax->depth = depth;
}

void syntax_take_close(struct syntax *syntax, const struct token *token) {
    int depth = depth_of(syntax, *token->start);
    if (!syntax->depth) {
        syntax_guess(syntax, token,
                     faults_text(syntax->scanner->faults, "this %c closes nothing", *token->start));
        return;
    }
    if (depth == syntax->depth) {
        fault_unfinished(syntax, token);
    } else {
        close_other(syntax, token, depth);
    }
    syntax_leave(syntax, token);
}

// What the elements of an array may be, and that they are all alike.
static void check_element(struct syntax *syntax, const struct token *token) {
    struct level *level = syntax_top(syntax);
    if (level->bracket != '[' || token->kind == TOKEN_BROKEN) {
        return;
    }
    if (token->kind == TOKEN_OPEN) {
        syntax_guess(
            syntax, token,
            "[ ] holds only texts, numbers, true and false; a list of groups or of lists stands "
            "in ( )");
    } else if (level->array_kind == TOKEN_END) {
        level->array_kind = token->kind;
    } else if (level->array_kind != token->kind) {
        bool numbers = (token->kind == TOKEN_WHOLE || token->kind == TOKEN_DECIMAL) &&
                       (level->array_kind == TOKEN_WHOLE || level->array_kind == TOKEN_DECIMAL);
        syntax_guess(
            syntax, token,
            numbers ? _("the numbers inside [ ] are all whole or all with a dot: write 4.0 for 4")
                    : _("what stands inside [ ] is all of one kind: texts, numbers, or true and "
                        "false"));
    }
}

// A value or an opening bracket in its right place.
void syntax_take_value(struct syntax *syntax, const struct token *token) {
    struct level *level = syntax_top(syntax);
    bool group = level_is_group(level);
    level->place = group ? PLACE_AFTER : PLACE_COMMA;
    level->last = *token;
    if (!group) {
        count_one(syntax, token);
        check_element(syntax, token);
    }
    if (token->kind == TOKEN_OPEN && !syntax->full) {
        take_open(syntax, token);
    }
}
