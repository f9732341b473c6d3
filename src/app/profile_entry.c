// SPDX-License-Identifier: MIT
#include <math.h>
#include <string.h>

#include "app/element.h"
#include "app/field.h"
#include "app/gates.h"
#include "app/profile.h"
#include "base/text.h"
#include "run/date_read.h"
#include "run/date_step.h"

// A date or own words: written into the field, or reached by chips with the pointer alone.

enum { GROUP_STEPS = 3, FIELD_WIDTH = 440 };

static const struct profile_item *open_item(const struct window *window) {
    return profile_item(window->profile->item);
}

void profile_fill_field(struct window *window) {
    struct profile_form *form = window->profile;
    const struct profile_item *item = open_item(window);
    const struct answer *answer = profile_answer(window, form->item);
    const char *value = answer ? answer->value : "";
    char words[DATE_WORDS_MAX];
    bool date = item->form == ITEM_DATE;
    field_set(&window->field, date ? date_words(value, window->gates->person.now, words) : value);
    text_copy(form->written, sizeof form->written, window->field.text);
    form->fault[0] = '\0';
}

// Blanks at both ends taken off.
static void trim(const char *text, char *to, size_t size) {
    text += strspn(text, " ");
    text_copy(to, size, text);
    for (size_t end = strlen(to); end > 0 && to[end - 1] == ' ';) {
        to[--end] = '\0';
    }
}

static bool take_date(struct window *window, const char *text) {
    struct profile_form *form = window->profile;
    char value[WALL_TEXT_MAX];
    enum date_fault fault =
        date_read(text, clock_wall_now(&window->house->clock), open_item(window)->ahead, value);
    text_copy(form->fault, sizeof form->fault, date_fault_words(fault));
    window_stale(window);
    return fault == DATE_RIGHT && profile_tell(window, value);
}

bool profile_take_field(struct window *window) {
    struct profile_form *form = window->profile;
    const struct profile_item *item = open_item(window);
    char text[FIELD_MAX];
    if (item->form != ITEM_DATE && item->form != ITEM_TEXT) {
        return true;
    }
    if (strcmp(window->field.text, form->written) == 0) {
        form->fault[0] = '\0';
        return true;
    }
    trim(window->field.text, text, sizeof text);
    bool taken = !*text                    ? profile_tell(window, NULL)
                 : item->form == ITEM_DATE ? take_date(window, text)
                                           : profile_tell(window, text);
    if (taken) {
        profile_fill_field(window);
    }
    return taken;
}

void profile_step_date(struct window *window, int chip) {
    const struct answer *answer = profile_answer(window, window->profile->item);
    char value[WALL_TEXT_MAX];
    if (chip >= 0 && chip < DATE_STEPS) {
        date_step(answer ? answer->value : NULL, (enum date_step)chip,
                  clock_wall_now(&window->house->clock), value);
        if (take_date(window, value)) {
            profile_fill_field(window);
        }
    }
}

// What is wrong with it; else how it is understood, while it is being written.
static double paint_reading(struct window *window, struct box box) {
    const struct profile_form *form = window->profile;
    struct wall now = clock_wall_now(&window->house->clock);
    char value[WALL_TEXT_MAX], date[DATE_WORDS_MAX], text[256] = "";
    bool date_item = open_item(window)->form == ITEM_DATE;
    bool fault = form->fault[0] != '\0';
    if (fault) {
        text_copy(text, sizeof text, form->fault);
    } else if (date_item && strcmp(window->field.text, form->written) != 0 &&
               date_read(window->field.text, now, open_item(window)->ahead, value) == DATE_RIGHT) {
        text_format(text, sizeof text, _("Understood as %s. Enter keeps it."),
                    date_words(value, now, date));
    } else if (date_item) {
        text_copy(text, sizeof text,
                  _("Write it as you like: 21.11.2026, 21 November, nine weeks ago."));
    } else {
        text_copy(text, sizeof text, _("Enter keeps it."));
    }
    const struct words words = {
        .text = text, .size = TEXT_SMALL, .token = fault ? TOKEN_TEXT : TOKEN_TEXT2};
    return box.y + window_words(window, &words, box);
}

static double paint_steps(struct window *window, struct box box) {
    const char *labels[DATE_STEPS];
    int values[DATE_STEPS];
    for (int i = 0; i < DATE_STEPS; i++) {
        labels[i] = date_step_label((enum date_step)i);
        values[i] = i;
    }
    return profile_chips(
        window, &(struct chips){labels, values, DATE_STEPS, ACT_STEP, -1, -1, GROUP_STEPS}, box);
}

static double paint_suggestions(struct window *window, struct box box) {
    const struct profile_item *item = open_item(window);
    const char *labels[ITEM_CHOICES_MAX];
    int values[ITEM_CHOICES_MAX];
    int count = 0;
    for (int i = 0; i < profile_item_choice_count(item); i++) {
        if (item->choices[i].value) {
            labels[count] = _(item->choices[i].text);
            values[count++] = i;
        }
    }
    return profile_chips(
        window, &(struct chips){labels, values, count, ACT_TELL, -1, -1, GROUP_STEPS}, box);
}

double profile_entry(struct window *window, struct box box) {
    const struct layout *layout = &window->layout;
    bool date = open_item(window)->form == ITEM_DATE;
    double width = date ? fmin(box.width, layout_body(layout, FIELD_WIDTH)) : box.width;
    double height = layout_body(layout, 48);
    // Above the field, so that both come into sight together.
    element_head(window, box.y);
    box.y = paint_reading(window, box) + layout_space(layout, 8);
    element_entry(window, _(open_item(window)->name), date ? _("A date") : _("Your own words"),
                  (struct box){box.x, box.y, width, height}, true);
    element_no_head(window);
    box.y += height + layout_space(layout, 16);
    box.y = date ? paint_steps(window, box) : paint_suggestions(window, box);
    return box.y + layout_space(layout, 12);
}
