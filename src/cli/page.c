// SPDX-License-Identifier: MIT
#include "cli/page.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

// One row as it is sent: text with its styles.
struct row {
    char *shown; // what the terminal holds, NULL: unknown
    struct text_builder next;
    int columns; // used so far
};

struct page {
    struct tty *tty;
    struct tty_size size;
    bool colour;
    struct row rows[PAGE_ROWS_MAX];
};

struct page *page_new(struct tty *tty) {
    struct page *page = memory_new(1, sizeof *page);
    page->tty = tty;
    page->colour = getenv("NO_COLOR") == NULL;
    return page;
}

void page_forget(struct page *page) {
    for (int row = 0; row < PAGE_ROWS_MAX; row++) {
        memory_free(page->rows[row].shown);
        page->rows[row].shown = NULL;
    }
}

void page_free(struct page *page) {
    if (!page) {
        return;
    }
    page_forget(page);
    for (int row = 0; row < PAGE_ROWS_MAX; row++) {
        text_builder_free(&page->rows[row].next);
    }
    memory_free(page);
}

struct tty_size page_begin(struct page *page) {
    struct tty_size size = tty_size();
    size.rows = size.rows < PAGE_ROWS_MAX ? size.rows : PAGE_ROWS_MAX;
    size.columns = size.columns < PAGE_COLUMNS_MAX ? size.columns : PAGE_COLUMNS_MAX;
    if (size.rows != page->size.rows || size.columns != page->size.columns) {
        page_forget(page);
    }
    page->size = size;
    for (int row = 0; row < PAGE_ROWS_MAX; row++) {
        text_builder_free(&page->rows[row].next);
        page->rows[row].columns = 0;
    }
    return size;
}

static const char *style_start(const struct page *page, enum style style) {
    switch (style) {
    case STYLE_STRONG:
        return "\033[1m";
    case STYLE_QUIET:
        return "\033[2m";
    case STYLE_WARM:
        return page->colour ? "\033[38;5;215m" : "";
    default:
        return "";
    }
}

// The bytes of the first characters of `text` that fit into so many columns; *used becomes theirs.
static size_t fitting(const char *text, int columns, int *used) {
    size_t length = strlen(text);
    size_t end = 0;
    *used = 0;
    while (end < length) {
        uint32_t code = 0;
        size_t size = text_character(text + end, length - end, &code);
        char one[8] = {0};
        if (size == 0 || size >= sizeof one) {
            break;
        }
        memcpy(one, text + end, size);
        int wide = text_columns(one);
        if (*used + wide > columns) {
            break;
        }
        *used += wide;
        end += size;
    }
    return end;
}

void page_put(struct page *page, int row, int column, enum style style, const char *text) {
    if (row < 0 || row >= page->size.rows || column >= page->size.columns) {
        return;
    }
    struct row *line = &page->rows[row];
    column = column < 0 ? 0 : column;
    while (line->columns < column) {
        text_add(&line->next, " ");
        line->columns++;
    }
    int used = 0;
    size_t length = fitting(text, page->size.columns - line->columns, &used);
    const char *start = style_start(page, style);
    text_add(&line->next, start);
    text_add_bytes(&line->next, text, length);
    text_add(&line->next, *start ? "\033[0m" : "");
    line->columns += used;
}

void page_centre(struct page *page, int row, enum style style, const char *text) {
    page_put(page, row, (page->size.columns - text_columns(text)) / 2, style, text);
}

void page_right(struct page *page, int row, int margin, enum style style, const char *text) {
    page_put(page, row, page->size.columns - margin - text_columns(text), style, text);
}

// The bytes of the next line: up to a line end, to the last blank that fits, or as many as fit.
static size_t line_length(const char *text, int columns) {
    int used = 0;
    size_t fits = fitting(text, columns, &used);
    size_t written = strcspn(text, "\n");
    if (written <= fits) {
        return written;
    }
    if (text[fits] == '\0') {
        return fits;
    }
    size_t end = fits;
    while (end > 0 && text[end] != ' ') {
        end--;
    }
    return end > 0 ? end : fits > 0 ? fits : 1;
}

static const char *next_line(const char *text, size_t length) {
    text += length;
    return text + (*text == '\n' ? 1 : strspn(text, " "));
}

int page_lines(int columns, const char *text) {
    int lines = 0;
    for (; *text; lines++) {
        text = next_line(text, line_length(text, columns));
    }
    return lines;
}

int page_wrap(struct page *page, int row, int rows, int columns, enum style style,
              const char *text) {
    int line = 0;
    while (*text && line < rows) {
        size_t length = line_length(text, columns);
        char copy[PAGE_COLUMNS_MAX * 4 + 8];
        size_t size = length < sizeof copy - 4 ? length : sizeof copy - 4;
        memcpy(copy, text, size);
        copy[size] = '\0';
        text = next_line(text, length);
        if (*text && line + 1 == rows) {
            int used = 0;
            size_t end = fitting(copy, columns - 3, &used);
            text_copy(copy + end, sizeof copy - end, "...");
        }
        page_centre(page, row + line, style, copy);
        line++;
    }
    return line;
}

void page_show(struct page *page) {
    struct text_builder out = {0};
    for (int row = 0; row < page->size.rows; row++) {
        struct row *line = &page->rows[row];
        const char *next = line->next.text ? line->next.text : "";
        if (line->shown && strcmp(line->shown, next) == 0) {
            continue;
        }
        text_add_format(&out, "\033[%d;1H%s\033[K", row + 1, next);
        memory_free(line->shown);
        line->shown = memory_text(next);
    }
    if (out.length > 0) {
        tty_write(page->tty, out.text, out.length);
    }
    text_builder_free(&out);
}
