// SPDX-License-Identifier: MIT
#include "cli/columns.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/text.h"

enum { COLUMNS_LEAST = 20, COLUMNS_MOST = 240, COLUMNS_ELSE = 80 };

int columns_width(void) {
    struct winsize size = {0};
    int64_t width = 0;
    const char *given = getenv("COLUMNS");
    if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        width = size.ws_col;
    if (width == 0 && given)
        (void)text_read_whole(given, &width);
    if (width <= 0)
        return COLUMNS_ELSE;
    return (int)(width < COLUMNS_LEAST ? COLUMNS_LEAST
                                       : (width > COLUMNS_MOST ? COLUMNS_MOST : width));
}

// Bytes of the character at `text`, at least 1, and the columns it takes.
static size_t character_at(const char *text, int *columns) {
    char one[8] = {0};
    uint32_t code;
    size_t length = text_character(text, strlen(text), &code);
    if (length == 0)
        length = 1;
    memcpy(one, text, length);
    *columns = text_columns(one);
    return length;
}

// Bytes of the longest beginning of `text` that takes at most `width` columns and ends before a
// blank or a line break; *columns is what it takes.
static size_t piece_of(const char *text, size_t length, int width, int *columns) {
    size_t at = 0;
    *columns = 0;
    while (at < length) {
        int more;
        size_t bytes = character_at(text + at, &more);
        if (*columns + more > width && at > 0)
            break;
        at += bytes;
        *columns += more;
    }
    return at;
}

static void blanks(FILE *stream, int count) {
    for (int i = 0; i < count; i++)
        putc(' ', stream);
}

// Goes to a new line and its margin; returns the column it stands at.
static int new_line(FILE *stream, int indent) {
    putc('\n', stream);
    blanks(stream, indent);
    return indent;
}

void columns_wrap(FILE *stream, const struct columns_margin *margin, const char *text) {
    int indent = margin->indent < margin->width / 2 ? margin->indent : 0;
    int column = text_columns(margin->first);
    bool fresh = true; // nothing on this line behind its margin
    fputs(margin->first, stream);
    while (*text) {
        size_t length = strcspn(text, " \n");
        while (length > 0) {
            int columns;
            size_t bytes = piece_of(text, length, margin->width - indent, &columns);
            int blank = fresh ? 0 : 1;
            if (column + blank + columns > margin->width && !(fresh && column <= indent)) {
                column = new_line(stream, indent);
                blank = 0;
            }
            blanks(stream, blank);
            fwrite(text, 1, bytes, stream);
            column += blank + columns;
            fresh = false;
            text += bytes;
            length -= bytes;
        }
        if (*text == '\n') {
            column = new_line(stream, indent);
            fresh = true;
        }
        if (*text)
            text++;
    }
    putc('\n', stream);
}

// The text, cut where it must be; returns the columns printed.
static int print_cut(FILE *stream, const char *text, int width) {
    int columns = text_columns(text);
    if (columns <= width) {
        fputs(text, stream);
        return columns;
    }
    size_t bytes = width > 1 ? piece_of(text, strlen(text), width - 1, &columns) : 0;
    fwrite(text, 1, bytes, stream);
    fputs("…", stream);
    return bytes ? columns + 1 : 1;
}

void columns_cell(FILE *stream, const char *text, int width) {
    assert(width > 0);
    blanks(stream, width - print_cut(stream, text, width));
}

void columns_cell_right(FILE *stream, const char *text, int width) {
    assert(width > 0);
    int columns = text_columns(text);
    blanks(stream, width - columns);
    (void)print_cut(stream, text, width);
}

void columns_print_safe(FILE *stream, const char *text) {
    size_t left = strlen(text);
    while (left > 0) {
        uint32_t code = 0;
        size_t bytes = text_character(text, left, &code);
        if (bytes == 0 || (text_is_control(code) && code != '\n')) {
            fputs("\xEF\xBF\xBD", stream);
            bytes = bytes ? bytes : 1;
        } else {
            fwrite(text, 1, bytes, stream);
        }
        text += bytes;
        left -= bytes;
    }
}
