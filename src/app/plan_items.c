// SPDX-License-Identifier: MIT
#include "app/plan_items.h"

#include <math.h>
#include <string.h>

#include "app/element.h"
#include "app/gates.h"
#include "app/plans.h"
#include "base/text.h"
#include "draw/category.h"
#include "run/plan_lines.h"
#include "run/plan_words.h"

enum { GROUP_PLAN_ITEMS = 1, PICTURE = 52, TIMES = 150, TIMES_FROM = 460, LINES_MAX = 8 };

// A row of one item, as texts.
struct item_texts {
    struct text_builder name, often, times, dose, said, despite;
};

struct item_row {
    const struct plan_file *file;
    int item;
    const struct routine *routine; // NULL: a task, or one that is not there any more
    struct item_texts texts;
    struct words lines[LINES_MAX];
    int line_count;
    double picture, gap;
    bool beside; // the times stand at the end of the row
};

static void add_line(struct item_row *row, const char *text, enum text_size size,
                     enum token token) {
    if (text && *text) {
        row->lines[row->line_count++] =
            (struct words){.text = text, .size = size, .token = token, .align = ALIGN_START};
    }
}

static void read_texts(struct window *window, struct item_row *row) {
    const struct plan *plan = &row->file->plan;
    const struct plan_item *item = &plan->items[row->item];
    struct item_texts *texts = &row->texts;
    plan_words_name(&texts->name, row->file, &window->house->catalog, row->item);
    plan_lines_often(&texts->often, plan, row->item);
    if (item->note) {
        text_add_format(&texts->often, " \u00b7 %s", item->note);
    }
    plan_lines_times(&texts->times, plan, row->item);
    plan_lines_dose(&texts->dose, plan, row->item);
    if (item->say) {
        text_add_format(&texts->said, _("“%s”"), item->say);
    }
    if (item->despite) {
        // TRANSLATORS: %s is the reason in a therapist's own words, with its own full stop
        text_add_format(&texts->despite, _("Usually left out here. Your therapist's reason: %s"),
                        item->despite);
    }
}

static void free_texts(struct item_texts *texts) {
    text_builder_free(&texts->name);
    text_builder_free(&texts->often);
    text_builder_free(&texts->times);
    text_builder_free(&texts->dose);
    text_builder_free(&texts->said);
    text_builder_free(&texts->despite);
}

static void set_row(struct window *window, const struct plan_file *file, int item, double width,
                    struct item_row *row) {
    const struct layout *layout = &window->layout;
    const struct plan_item *asked = &file->plan.items[item];
    *row = (struct item_row){.file = file, .item = item};
    row->routine =
        asked->routine ? plan_file_routine(file, &window->house->catalog, asked->routine) : NULL;
    bool tiny = layout_kind(layout) == LAYOUT_SMALLEST;
    row->picture = tiny ? 0 : layout_body(layout, PICTURE);
    row->gap = tiny ? 0 : layout_space(layout, 18);
    read_texts(window, row);
    row->beside = row->texts.times.length > 0 && width >= layout_body(layout, TIMES_FROM);
    add_line(row, row->texts.name.text, TEXT_STRONG, TOKEN_TEXT);
    add_line(row, row->texts.often.text, TEXT_SMALL, TOKEN_TEXT2);
    if (!row->beside) {
        add_line(row, row->texts.times.text, TEXT_SMALL, TOKEN_TEXT2);
    }
    add_line(row, row->texts.dose.text, TEXT_SMALL, TOKEN_TEXT2);
    add_line(row, asked->why, TEXT_SMALL, TOKEN_TEXT2);
    add_line(row, row->texts.said.text, TEXT_SMALL, TOKEN_TEXT);
    add_line(row, row->texts.despite.text, TEXT_SMALL, TOKEN_TEXT);
}

// The lines under one another; with `paint` off it only measures. Returns the height.
static double row_words(struct window *window, const struct item_row *row, struct box box,
                        bool paint) {
    double top = box.y;
    for (int i = 0; i < row->line_count; i++) {
        box.y +=
            paint ? window_words(window, &row->lines[i], box)
                  : window_words_height(window, row->lines[i].text, row->lines[i].size, box.width);
    }
    return box.y - top;
}

static struct box words_box(struct window *window, const struct item_row *row, struct box box) {
    double used = row->picture + row->gap;
    double times = row->beside ? layout_body(&window->layout, TIMES + 16) : 0;
    return (struct box){box.x + used, box.y, box.width - used - times, 0};
}

// A task has no picture of a category: the plan's own sign on the same tile.
static void paint_picture(struct window *window, const struct item_row *row, struct box box) {
    if (row->routine) {
        category_paint(window->cairo, &window->theme, row->routine->category, CATEGORY_LOOK_OPEN,
                       box);
        return;
    }
    theme_use(window->cairo, &window->theme, TOKEN_DISC, 1);
    shape_round(window->cairo, box, box.width * 0.15);
    cairo_fill(window->cairo);
    theme_use(window->cairo, &window->theme, TOKEN_TEXT2, 1);
    icon_draw(window->cairo, ICON_TICK, box_middle_x(box), box_middle_y(box), box.width * 0.5);
}

static void paint_row(struct window *window, const struct item_row *row, struct box box,
                      struct box words) {
    const struct layout *layout = &window->layout;
    if (row->picture > 0) {
        paint_picture(window, row, (struct box){box.x, words.y, row->picture, row->picture});
    }
    (void)row_words(window, row, words, true);
    if (row->beside) {
        double width = layout_body(layout, TIMES);
        struct box times = {box.x + box.width - width, words.y + layout_body(layout, 2), width, 0};
        window_words(window,
                     &(struct words){.text = row->texts.times.text,
                                     .size = TEXT_SMALL,
                                     .token = TOKEN_TEXT2,
                                     .align = ALIGN_END},
                     times);
    }
}

// Whether it travels in the plan itself.
static bool is_carried(const struct item_row *row) {
    const struct plan_file *file = row->file;
    return row->routine && plan_file_routine(file, NULL, row->routine->id) == row->routine;
}

// Whether what is played by its id is the very routine of this file: of the catalogue, or carried
// by this version of the plan while that is in force.
static bool is_played(const struct window *window, const struct item_row *row, int entry) {
    const struct plan *carrier = repertoire_plan(window, entry);
    if (!is_carried(row)) {
        return true;
    }
    const struct stored_plan *here = plans_stored(window);
    const struct stored_plan *there =
        carrier ? plan_shelf_stored(&window->gates->person.shelf, carrier) : NULL;
    return here && there && strcmp(here->row, there->row) == 0;
}

// To the page of its routine, or to look at one that cannot be played.
static struct act act_of(const struct window *window, const struct item_row *row) {
    int entry = row->routine ? repertoire_find(window, row->routine->id) : -1;
    if (entry >= 0 && is_played(window, row, entry)) {
        return (struct act){ACT_OPEN, entry};
    }
    return is_carried(row) ? (struct act){ACT_LOOK, row->item} : (struct act){ACT_NONE, 0};
}

static void add_row(struct window *window, const struct item_row *row, bool main,
                    struct box place) {
    const struct act act = act_of(window, row);
    if (act.kind == ACT_NONE) {
        return;
    }
    struct element element = {.role = ROLE_ROW,
                              .box = place,
                              .act = act,
                              .group = GROUP_PLAN_ITEMS,
                              .main = main,
                              .radius = layout_body(&window->layout, 14)};
    text_copy(element.name, sizeof element.name, row->texts.name.text);
    text_format(element.value, sizeof element.value, "%s%s%s", row->texts.often.text,
                row->texts.times.length > 0 ? ", " : "",
                row->texts.times.length > 0 ? row->texts.times.text : "");
    element_add(window, &element);
}

static double put_row(struct window *window, const struct item_row *row, bool main,
                      struct box box) {
    const struct layout *layout = &window->layout;
    // The words stand in line with the head above them; what is pressed reaches farther.
    double out = layout_kind(layout) == LAYOUT_SMALLEST ? 0 : layout_body(layout, 8);
    double air = layout_space(layout, 12);
    struct box words = words_box(window, row, box);
    words.y += air;
    double height = fmax(row_words(window, row, words, false), row->picture);
    struct box place = {box.x - out, box.y, box.width + 2 * out,
                        fmax(height + 2 * air, layout_body(layout, 56))};
    if (element_is_seen(window, place)) {
        if (act_of(window, row).kind != ACT_NONE) {
            warmth_paint(window->cairo, &window->theme, place, layout_body(layout, 14),
                         element_warmth(window, place));
        }
        paint_row(window, row, box, words);
    }
    add_row(window, row, main, place);
    return place.y + place.height;
}

static double put_rule(struct window *window, struct box box) {
    double thick = window->layout.pixel;
    if (element_is_seen(window, (struct box){box.x, box.y, box.width, 2})) {
        theme_use(window->cairo, &window->theme, TOKEN_LINE, 1);
        cairo_rectangle(window->cairo, box.x, floor(box.y), box.width, thick);
        cairo_fill(window->cairo);
    }
    return box.y + thick;
}

double plan_items(struct window *window, const struct plan_file *file, bool main, struct box box) {
    const struct layout *layout = &window->layout;
    element_head(window, box.y);
    box.y += window_words(
        window,
        &(struct words){.text = _("What is asked"), .size = TEXT_STRONG, .token = TOKEN_TEXT}, box);
    box.y += layout_space(layout, 4);
    for (int i = 0; i < file->plan.item_count; i++) {
        struct item_row row;
        set_row(window, file, i, box.width, &row);
        box.y = i > 0 ? put_rule(window, box) : box.y;
        box.y = put_row(window, &row, main, box);
        main = main && act_of(window, &row).kind == ACT_NONE; // the first that leads somewhere
        free_texts(&row.texts);
        element_no_head(window); // it stands above its first row
    }
    return box.y;
}

double plan_signed_line(struct window *window, enum icon icon, const char *text, enum token token,
                        struct box box) {
    const struct layout *layout = &window->layout;
    double side = layout_body(layout, 24);
    if (element_is_seen(window, (struct box){box.x, box.y, side, side})) {
        theme_use(window->cairo, &window->theme, TOKEN_TEXT2, 1);
        icon_draw(window->cairo, icon, box.x + side / 2,
                  box.y + window_style(window, TEXT_BODY).size * 0.72, side);
    }
    double used = side + layout_space(layout, 12);
    box.x += used;
    box.width -= used;
    box.y +=
        window_words(window, &(struct words){.text = text, .size = TEXT_BODY, .token = token}, box);
    return box.y + layout_space(layout, 10);
}

static double put_pause(struct window *window, int64_t from, int64_t to, const char *reason,
                        struct box box) {
    struct text_builder dates = {0}, text = {0};
    plan_lines_pause(&dates, from, to, reason);
    // TRANSLATORS: %s are days and maybe a reason: "5 December 2026: away"
    text_add_format(&text, _("Rest days: %s"), dates.text);
    box.y = plan_signed_line(window, ICON_PAUSE, text.text, TOKEN_TEXT2, box);
    text_builder_free(&text);
    text_builder_free(&dates);
    return box.y;
}

double plan_notes(struct window *window, const struct plan *plan, struct box box) {
    for (int i = 0; i < plan->pause_count; i++) {
        const struct plan_pause *pause = &plan->pauses[i];
        box.y = put_pause(window, pause->from, pause->to, pause->reason, box);
    }
    if (plan->ceiling > 0) {
        struct text_builder text = {0};
        text_add_format(&text,
                        text_translate_count("%d face routine a day is enough.",
                                             "%d face routines a day are enough.",
                                             (unsigned long)plan->ceiling),
                        plan->ceiling);
        box.y = plan_signed_line(window, ICON_CARE, text.text, TOKEN_TEXT2, box);
        text_builder_free(&text);
    }
    return box.y;
}
