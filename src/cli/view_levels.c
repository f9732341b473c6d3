// SPDX-License-Identifier: MIT
#include "cli/view_levels.h"

#include "base/text.h"

enum {
    MARGIN = 2,
    FIRST_ROW = 2,
    MARK_COLUMNS = 2,
    GAP = 3,
    ROWS_FOR_AIR = 18,
    LINE_MAX_COLUMNS = 66
};

static const char *name_of(int line) {
    return line < LEVEL_COUNT ? levels_name((enum level)line) : _("Behind it");
}

static void value_of(const struct settings *settings, const struct sitting *sitting, int line,
                     char to[LEVELS_WORDS_MAX]) {
    if (line < LEVEL_COUNT) {
        levels_words(settings, sitting, (enum level)line, to);
        return;
    }
    int index = levels_ambience(settings);
    text_copy(to, LEVELS_WORDS_MAX,
              index < 0 ? settings->ambience_name : levels_ambience_word(index));
}

void view_level_line(const struct settings *settings, const struct sitting *sitting, int line,
                     char to[VIEW_LEVEL_MAX]) {
    char value[LEVELS_WORDS_MAX];
    value_of(settings, sitting, line, value);
    text_format(to, VIEW_LEVEL_MAX, "%s %s", name_of(line), value);
}

static void widen(int *columns, const char *text) {
    int needed = text_columns(text);
    *columns = needed > *columns ? needed : *columns;
}

// Where the lines stand: in the middle, whatever is chosen.
struct columns {
    int mark, name, value;
};

static struct columns columns_of(struct tty_size size) {
    int names = 0, values = 0;
    for (int line = 0; line <= LEVEL_COUNT; line++) {
        widen(&names, name_of(line));
    }
    for (int index = 0; index < LEVELS_AMBIENCES; index++) {
        widen(&values, levels_ambience_word(index));
    }
    int mark = (size.columns - MARK_COLUMNS - names - GAP - values) / 2;
    mark = mark > MARGIN ? mark : MARGIN;
    return (struct columns){mark, mark + MARK_COLUMNS, mark + MARK_COLUMNS + names + GAP};
}

static void put_line(const struct view *view, int row, int line, const char *value, bool chosen) {
    struct columns columns = columns_of(tty_size());
    enum style style = chosen ? STYLE_STRONG : STYLE_PLAIN;
    if (chosen) {
        page_put(view->page, row, columns.mark, STYLE_WARM, view->utf8 ? "\u25b8" : ">");
    }
    page_put(view->page, row, columns.name, style, name_of(line));
    page_put(view->page, row, columns.value, style, value);
}

// What else can be done, as it is by now.
static void put_ways(const struct view *view, struct sitting *sitting, int row, int rows,
                     int columns) {
    struct text_builder ways = {0};
    bool speaks = sitting_speaks(sitting);
    text_add(&ways, _("T try it"));
    text_add_format(&ways, "   %s", speaks ? _("V voice off") : _("V voice on"));
    if (speaks && !sitting_says_all(sitting)) {
        text_add_format(&ways, "   %s", _("Shift+V all words"));
    }
    text_add_format(&ways, "   %s", sitting_is_muted(sitting) ? _("M sound on") : _("M sound off"));
    page_wrap(view->page, row, rows, columns, STYLE_PLAIN, ways.text);
    text_builder_free(&ways);
}

void view_levels(const struct view *view, const struct settings *settings, struct sitting *sitting,
                 enum level chosen) {
    struct tty_size size = page_begin(view->page);
    bool roomy = size.rows >= ROWS_FOR_AIR;
    view_put_head(view, sitting);
    int row = FIRST_ROW + (roomy ? (size.rows - ROWS_FOR_AIR) / 2 + 2 : 0);
    for (int line = 0; line <= LEVEL_COUNT; line++) {
        char value[LEVELS_WORDS_MAX];
        value_of(settings, sitting, line, value);
        put_line(view, row++, line, value, line == (int)chosen);
    }
    int columns = size.columns - 2 * MARGIN;
    row += roomy ? 1 : 0;
    put_ways(view, sitting, row, size.rows - 2 - row,
             columns < LINE_MAX_COLUMNS ? columns : LINE_MAX_COLUMNS);
    view_put_foot(view, sitting, _("Arrows choose and change   S back"), size);
}
