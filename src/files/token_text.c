// SPDX-License-Identifier: MIT
#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "files/token.h"

static void fault_escape(struct scanner *scanner, size_t length) {
    scanner_mere_fault(
        scanner, scanner->line,
        faults_text(scanner->faults,
                    "%.*s is no escape; a \\ before a character is only known for \\\" and \\\\",
                    (int)length, scanner->at));
}

// At a backslash inside a text.
static void scan_escape(struct scanner *scanner) {
    char byte = scanner_peek(scanner, 1);
    if (byte && strchr("\"\\nrtf", byte)) {
        scanner->at += 2;
        return;
    }
    bool hex = (byte == 'x' || byte == 'X') && isxdigit((unsigned char)scanner_peek(scanner, 2)) &&
               isxdigit((unsigned char)scanner_peek(scanner, 3));
    if (hex && scanner_peek(scanner, 2) == '0' && scanner_peek(scanner, 3) == '0') {
        scanner_mere_fault(scanner, scanner->line, "\\x00 would end the text; leave it out");
    } else if (!hex) {
        uint32_t code;
        size_t room = (size_t)(scanner->end - scanner->at) - 1;
        size_t length = room ? text_character(scanner->at + 1, room, &code) : 0;
        bool visible = length && !text_is_control(code);
        fault_escape(scanner, visible ? length + 1 : 1);
        scanner->at++;
        return;
    }
    scanner->at += 4;
}

// At a line break inside a text. Either the closing quote is missing on this line, and the next
// line begins anew, or the text does go over several lines: then the code of a setting does not
// stand between here and the next quote.
static bool goes_on(const struct scanner *scanner) {
    for (const char *at = scanner->at; at < scanner->end; at++) {
        if (*at == '"') {
            return true;
        }
        if (strchr("={}();", *at)) {
            return false;
        }
    }
    return false;
}

struct token scanner_take_text(struct scanner *scanner) {
    struct token token = {.kind = TOKEN_TEXT, .line = scanner->line, .start = scanner->at};
    bool broken = false;
    scanner->at++;
    while (scanner_left(scanner) && *scanner->at != '"') {
        if (*scanner->at == '\\') {
            scan_escape(scanner);
        } else if (*scanner->at != '\n') {
            scanner->at++;
        } else if (goes_on(scanner)) {
            if (!broken) {
                scanner_fault(scanner, scanner->line,
                              "a text stays on one line; close the quote and open a new one on the "
                              "next line, the two are joined");
            }
            broken = true;
            scanner_step(scanner);
        } else {
            break;
        }
    }
    if (scanner_left(scanner) && *scanner->at == '"') {
        scanner->at++;
    } else {
        scanner_fault(scanner, scanner->line, "the closing quote of this text is missing");
        broken = true;
    }
    token.kind = broken ? TOKEN_BROKEN : TOKEN_TEXT;
    token.length = (size_t)(scanner->at - token.start);
    return token;
}
