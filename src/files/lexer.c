// SPDX-License-Identifier: MIT
#include "files/lexer.h"

#include <string.h>

#include "base/text.h"
#include "files/syntax.h"

static bool skip_byte_order_mark(struct bytes *bytes) {
    bool marked = bytes->length >= 3 && memcmp(bytes->data, "\xEF\xBB\xBF", 3) == 0;
    if (marked) {
        memset(bytes->data, ' ', 3);
    }
    return marked;
}

static int count_lines(const char *from, const char *upto) {
    int lines = 0;
    for (const char *at = from; at < upto; at++) {
        lines += *at == '\n';
    }
    return lines;
}

// Each line with bytes that are no UTF-8 once, the first few lines at most: a file saved in an
// older encoding has them everywhere, and the advice is the same.
static void check_encoding(const struct bytes *bytes, struct faults *faults) {
    enum { LINES_MAX = 5 };
    int line = 1;
    int told = 0;
    for (size_t at = 0; told < LINES_MAX;) {
        size_t bad = at + text_valid(bytes->data + at, bytes->length - at);
        line += count_lines(bytes->data + at, bytes->data + bad);
        if (bad >= bytes->length) {
            return;
        }
        faults_add(faults, FAULT_ERROR, line, NULL,
                   "byte 0x%02X is no UTF-8; save the file with the encoding UTF-8",
                   (unsigned)(unsigned char)bytes->data[bad]);
        told++;
        const char *end = memchr(bytes->data + bad, '\n', bytes->length - bad);
        at = end ? (size_t)(end - bytes->data) : bytes->length;
    }
}

static bool check_zero_byte(const struct bytes *bytes, struct faults *faults) {
    const char *zero = memchr(bytes->data, '\0', bytes->length);
    if (zero) {
        faults_add(faults, FAULT_ERROR, 1 + count_lines(bytes->data, zero), NULL,
                   "a NUL byte: this is no text, or it is not saved as UTF-8");
    }
    return !zero;
}

bool lexer_check(struct bytes *bytes, struct faults *faults) {
    skip_byte_order_mark(bytes);
    // What comes after a NUL byte is another kind of file (UTF-16, a word processor's), and its
    // words say nothing.
    if (!check_zero_byte(bytes, faults)) {
        return false;
    }
    check_encoding(bytes, faults);
    struct scanner scanner = {
        .at = bytes->data,
        .end = bytes->data + bytes->length,
        .line = 1,
        .faults = faults,
    };
    syntax_check(&scanner);
    return !scanner.broken && scanner.fault_count < SCANNER_FAULTS_MAX;
}
