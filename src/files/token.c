// SPDX-License-Identifier: MIT
#include "files/token.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"

void scanner_mere_fault(struct scanner *scanner, int line, const char *why) {
    scanner->fault_line = line;
    scanner->fault_count++;
    faults_add(scanner->faults, FAULT_ERROR, line, NULL, "%s", text_translate(why));
}

void scanner_fault(struct scanner *scanner, int line, const char *why) {
    scanner->broken = true;
    scanner_mere_fault(scanner, line, why);
}

void scanner_guess(struct scanner *scanner, int line, const char *why) {
    scanner->broken = true;
    if (scanner->fault_line != line) {
        scanner_fault(scanner, line, why);
    }
}

static bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

static bool is_name_byte(char byte) {
    return is_letter(byte) || is_digit(byte) || byte == '-' || byte == '_' || byte == '*';
}

char scanner_peek(const struct scanner *scanner, size_t ahead) {
    return ahead < (size_t)(scanner->end - scanner->at) ? scanner->at[ahead] : '\0';
}

bool scanner_left(const struct scanner *scanner) {
    return scanner->at < scanner->end;
}

void scanner_step(struct scanner *scanner) {
    scanner->line += *scanner->at == '\n';
    scanner->at++;
}

static void skip_line(struct scanner *scanner) {
    while (scanner_left(scanner) && *scanner->at != '\n') {
        scanner->at++;
    }
}

static void skip_block_comment(struct scanner *scanner) {
    int opened = scanner->line;
    scanner->at += 2;
    while (scanner_left(scanner)) {
        if (scanner_peek(scanner, 0) == '*' && scanner_peek(scanner, 1) == '/') {
            scanner->at += 2;
            return;
        }
        scanner_step(scanner);
    }
    scanner_fault(scanner, opened, "this comment never ends: no */ follows its /*");
}

// To the next word, or the end.
static void skip_space(struct scanner *scanner) {
    while (scanner_left(scanner)) {
        char byte = *scanner->at;
        if (byte == '#' || (byte == '/' && scanner_peek(scanner, 1) == '/')) {
            skip_line(scanner);
        } else if (byte == '/' && scanner_peek(scanner, 1) == '*') {
            skip_block_comment(scanner);
        } else if (byte == ' ' || (byte >= '\t' && byte <= '\r' && byte != '\v')) {
            scanner_step(scanner);
        } else {
            return;
        }
    }
}

static struct token scan_name(struct scanner *scanner) {
    struct token token = {.kind = TOKEN_NAME, .line = scanner->line, .start = scanner->at};
    while (scanner_left(scanner) && is_name_byte(*scanner->at)) {
        scanner->at++;
    }
    token.length = (size_t)(scanner->at - token.start);
    bool yes = token.length == 4 && strncasecmp(token.start, "true", 4) == 0;
    bool no = token.length == 5 && strncasecmp(token.start, "false", 5) == 0;
    token.kind = yes || no ? TOKEN_FLAG : TOKEN_NAME;
    return token;
}

// Digits of the base from `at` on; returns where they end and adds them up, staying at the largest
// number there is.
static const char *scan_digits(const char *at, const char *end, unsigned base, uint64_t *value) {
    for (; at < end; at++) {
        unsigned digit = is_digit(*at) ? (unsigned)(*at - '0')
                         : base == 16 && isxdigit((unsigned char)*at)
                             ? (unsigned)((*at | 32) - 'a') + 10
                             : base;
        if (digit == base) {
            break;
        }
        *value = *value > (UINT64_MAX - digit) / base ? UINT64_MAX : *value * base + digit;
    }
    return at;
}

// Behind the whole part of a number that goes on with a dot or an exponent.
static const char *scan_fraction(const char *at, const char *end) {
    uint64_t unused = 0;
    if (at < end && *at == '.') {
        at = scan_digits(at + 1, end, 10, &unused);
    }
    if (at < end && (*at == 'e' || *at == 'E')) {
        const char *exponent = at + 1;
        exponent += exponent < end && (*exponent == '+' || *exponent == '-');
        if (exponent < end && is_digit(*exponent)) {
            at = scan_digits(exponent, end, 10, &unused);
        }
    }
    return at;
}

static void check_whole(struct scanner *scanner, const struct token *token, uint64_t value,
                        bool negative, bool wide) {
    uint64_t limit = wide ? (uint64_t)INT64_MAX : (uint64_t)INT32_MAX;
    if (value > limit + negative) {
        int length = token->length > 40 ? 40 : (int)token->length;
        scanner_mere_fault(
            scanner, token->line,
            faults_text(scanner->faults, "%.*s does not fit%s", length, token->start,
                        wide ? "" : _("; a whole number lies between -2147483648 and 2147483647")));
    }
}

// A number with letters behind it: 30s, 2min, 1.5.2.
static void scan_number_rest(struct scanner *scanner, struct token *token) {
    while (scanner_left(scanner) && (is_name_byte(*scanner->at) || *scanner->at == '.')) {
        scanner->at++;
    }
    token->kind = TOKEN_BROKEN;
    token->length = (size_t)(scanner->at - token->start);
    scanner_fault(scanner, token->line,
                  faults_text(scanner->faults,
                              "%.*s is no number; a number has no unit (times are in seconds) and "
                              "at most one dot",
                              token->length > 40 ? 40 : (int)token->length, token->start));
}

static struct token scan_number(struct scanner *scanner) {
    struct token token = {.kind = TOKEN_WHOLE, .line = scanner->line, .start = scanner->at};
    const char *end = scanner->end;
    bool negative = *scanner->at == '-';
    const char *at = scanner->at + (negative || *scanner->at == '+');
    uint64_t value = 0;
    bool hex = at == token.start && scanner_peek(scanner, 0) == '0' &&
               (scanner_peek(scanner, 1) | 32) == 'x' &&
               isxdigit((unsigned char)scanner_peek(scanner, 2));
    at = scan_digits(hex ? at + 2 : at, end, hex ? 16 : 10, &value);
    const char *behind = hex ? at : scan_fraction(at, end);
    bool wide = false;
    if (behind != at) {
        token.kind = TOKEN_DECIMAL;
    } else if (at < end && *at == 'L') {
        wide = true;
        behind = at + (at + 1 < end && at[1] == 'L' ? 2 : 1);
    }
    scanner->at = behind;
    token.length = (size_t)(behind - token.start);
    if (scanner_left(scanner) && (is_name_byte(*behind) || *behind == '.')) {
        scan_number_rest(scanner, &token);
    } else if (token.kind == TOKEN_WHOLE) {
        check_whole(scanner, &token, value, negative, wide);
    }
    return token;
}

// Curly quotes of all kinds, and the single straight one.
static bool is_quote(uint32_t code) {
    return code == '\'' || (code >= 0x2018 && code <= 0x201F) || code == 0xAB || code == 0xBB;
}

// Over the text up to the other quote, so that its words are not taken for settings.
static void skip_quoted(struct scanner *scanner) {
    const char *at = scanner->at;
    while (at < scanner->end && *at != '\n' && *at != '"') {
        uint32_t code = 0;
        size_t length = text_character(at, (size_t)(scanner->end - at), &code);
        at += length ? length : 1;
        if (is_quote(code)) {
            scanner->at = at;
            return;
        }
    }
    scanner->at = at < scanner->end && *at == '"' ? at + 1 : scanner->at;
}

// A byte that no word begins with. True when it stood for a value.
static bool scan_stranger(struct scanner *scanner) {
    uint32_t code = 0;
    size_t length = text_character(scanner->at, (size_t)(scanner->end - scanner->at), &code);
    const char *start = scanner->at;
    int line = scanner->line;
    if (!length) { // invalid UTF-8 has its own fault already
        scanner->broken = true;
        scanner->at++;
        return false;
    }
    scanner->at += length;
    if (is_quote(code)) {
        scanner_fault(scanner, line,
                      faults_text(scanner->faults,
                                  "a text stands in straight double quotes (\"), not in %.*s",
                                  (int)length, start));
        skip_quoted(scanner);
        return true;
    }
    const char *why;
    if (code == '@') {
        why = _("@ is no part of the format; @include is not followed");
    } else if (text_is_control(code) || code == 0xA0 || (code >= 0x2000 && code <= 0x200F)) {
        why = faults_text(scanner->faults,
                          "an invisible character (U+%04X) stands here; delete it and type a space",
                          (unsigned)code);
    } else {
        why = faults_text(scanner->faults, "%.*s has no place outside quotes and comments",
                          (int)length, start);
    }
    scanner_guess(scanner, line, why);
    return false;
}

static bool number_begins(const struct scanner *scanner) {
    size_t sign = scanner_peek(scanner, 0) == '-' || scanner_peek(scanner, 0) == '+';
    return is_digit(scanner_peek(scanner, sign)) ||
           (scanner_peek(scanner, sign) == '.' && is_digit(scanner_peek(scanner, sign + 1)));
}

static enum token_kind kind_of_mark(char byte) {
    switch (byte) {
    case '=':
    case ':':
        return TOKEN_ASSIGN;
    case ',':
        return TOKEN_COMMA;
    case ';':
        return TOKEN_SEMICOLON;
    case '(':
    case '[':
    case '{':
        return TOKEN_OPEN;
    case ')':
    case ']':
    case '}':
        return TOKEN_CLOSE;
    default:
        return TOKEN_END;
    }
}

struct token scanner_next(struct scanner *scanner) {
    for (;;) {
        skip_space(scanner);
        if (!scanner_left(scanner) || scanner->fault_count >= SCANNER_FAULTS_MAX) {
            return (struct token){.kind = TOKEN_END, .line = scanner->line, .start = scanner->end};
        }
        char byte = *scanner->at;
        if (byte == '"') {
            return scanner_take_text(scanner);
        }
        if (is_letter(byte) || byte == '*') {
            return scan_name(scanner);
        }
        if (number_begins(scanner)) {
            return scan_number(scanner);
        }
        struct token token = {
            .kind = kind_of_mark(byte), .line = scanner->line, .start = scanner->at, .length = 1};
        if (token.kind != TOKEN_END) {
            scanner->at++;
            return token;
        }
        if (scan_stranger(scanner)) {
            token.kind = TOKEN_BROKEN;
            return token;
        }
    }
}
