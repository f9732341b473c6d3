// SPDX-License-Identifier: MIT
#include <math.h>
#include <string.h>

#include "app/element_face.h"
#include "app/focus.h"
#include "app/gates.h"
#include "app/keys.h"
#include "app/profile.h"
#include "base/text.h"

// One item of the profile: its question, what it decides, its choices. A single choice is kept and
// leads back to the form; several, dates and words stay until they are left.

enum { WIDTH = 880 };

static const struct profile_item *open_item(const struct window *window) {
    return profile_item(window->profile->item);
}

static bool has_field(const struct window *window) {
    enum item_form form = open_item(window)->form;
    return form == ITEM_DATE || form == ITEM_TEXT;
}

void profile_open(struct window *window, int item) {
    struct profile_form *form = window->profile;
    form->item = item;
    form->fault[0] = '\0';
    profile_read_all(window);
    window_show(window, SCREEN_ITEM);
    if (has_field(window)) {
        form->kept = form->has_kept ? form->kept : window->field;
        form->has_kept = true;
        profile_fill_field(window);
        window->field.caret = strlen(window->field.text);
    }
}

void profile_close(struct window *window) {
    struct profile_form *form = window->profile;
    profile_leave(window);
    form->focus = (struct act){ACT_ITEM, form->item};
    profile_show(window, form->item);
}

static struct act choice_of(const struct profile_item *item, enum side side) {
    int index = 0;
    while (strcmp(item->choices[index].value, side_words[side]) != 0) {
        index++;
    }
    return (struct act){ACT_TELL, index};
}

// The side is shown on the face beside its choices, where there is room for both.
static double put_side(struct window *window, struct box box) {
    enum { LEAST = 320 }; // for the choices
    const struct profile_item *item = open_item(window);
    double width = element_face_width(window), gap = layout_space(&window->layout, 48);
    bool fits = strcmp(item->key, "affected") == 0 && element_face_fits(window) &&
                box.width - width - gap >= layout_body(&window->layout, LEAST);
    if (!fits) {
        return profile_choices(window, box);
    }
    struct box choices = {box.x, box.y, box.width - width - gap, 0};
    struct box face = {choices.x + choices.width + gap, box.y, width, 0};
    double end = profile_choices(window, choices);
    return fmax(end,
                element_face_side(window, window->gates->person.profile.affected,
                                  choice_of(item, SIDE_LEFT), choice_of(item, SIDE_RIGHT), face));
}

static void item_paint(struct window *window) {
    const struct layout *layout = &window->layout;
    const struct profile_item *item = open_item(window);
    struct box box = profile_column(window, _(item->name), WIDTH);
    box.y = window_text(window, _(item->question), TEXT_TITLE, TOKEN_TEXT, box) +
            layout_space(layout, 8);
    box.y = window_text(window, _(item->decides), TEXT_BODY, TOKEN_TEXT2, box) +
            layout_space(layout, 20);
    if (has_field(window)) {
        box.y = profile_entry(window, box);
    }
    box.y = item->form == ITEM_ANSWERS ? profile_answers(window, box) : put_side(window, box);
    profile_column_end(window, box.y);
    const struct key_hint hints[] = {{_("Enter"), has_field(window) ? _("keep") : _("choose")},
                                     {_("Ctrl Z"), _("undo")},
                                     {"Esc", _("back")}};
    window_hints(window, hints, 3);
}

// The three are stored when the last of them is given.
static void answer(struct window *window, int place, int choice) {
    struct profile_form *form = window->profile;
    const struct profile_item *item = open_item(window);
    struct text_builder list = {0};
    int given = 0;
    form->answers[place] = (enum reply)(choice + 1);
    window_stale(window);
    for (int i = 0; i < ANSWERS; i++) {
        given += form->answers[i] != REPLY_NONE;
        text_add_format(&list, "%s%s", i > 0 ? "," : "",
                        form->answers[i] == REPLY_NONE ? ""
                                                       : item->choices[form->answers[i] - 1].value);
    }
    if (given == ANSWERS) {
        (void)profile_tell(window, list.text);
    }
    text_builder_free(&list);
}

static void choose(struct window *window, int index) {
    const struct profile_item *item = open_item(window);
    const struct item_choice *choice = &item->choices[index];
    const struct answer *before = profile_answer(window, window->profile->item);
    bool several = item->form == ITEM_SEVERAL && choice->value && *choice->value;
    struct text_builder list = {0};
    if (several) {
        profile_list_turn(&list, before ? before->value : "", choice->value);
    }
    // A suggestion is taken in the words that are read.
    const char *value = several                                    ? list.text
                        : item->form == ITEM_TEXT && choice->value ? _(choice->text)
                                                                   : choice->value;
    bool kept = profile_tell(window, value);
    text_builder_free(&list);
    if (kept && has_field(window)) {
        profile_fill_field(window);
    }
    if (kept && item->form == ITEM_ONE) {
        profile_close(window);
    }
}

// Away, unless what was written is wrong: then the page says so, once.
static void leave(struct window *window) {
    bool told = window->profile->fault[0] != '\0';
    if (has_field(window) && !profile_take_field(window) && !told) {
        focus_on(window, (struct act){ACT_WRITE, 0});
        return;
    }
    profile_close(window);
}

static void item_act(struct window *window, struct act act) {
    const struct profile_item *item = open_item(window);
    switch (act.kind) {
    case ACT_TELL:
        if (item->form == ITEM_ANSWERS) {
            answer(window, act.value / ITEM_CHOICES_MAX, act.value % ITEM_CHOICES_MAX);
        } else {
            choose(window, act.value);
        }
        break;
    case ACT_STEP:
        profile_step_date(window, act.value);
        break;
    case ACT_WRITE:
        window->profile->fault[0] = '\0'; // it is being put right
        window_stale(window);
        break;
    case ACT_BACK:
        leave(window);
        break;
    default:
        break;
    }
}

static bool item_key(struct window *window, const SDL_KeyboardEvent *event) {
    bool writing = has_field(window) && focus_is_on(window, (struct act){ACT_WRITE, 0});
    if (keys_is_back(window, event)) {
        leave(window);
        return true;
    }
    if (writing && keys_is_enter(event)) {
        if (profile_take_field(window)) {
            profile_close(window);
        }
        return true;
    }
    return false;
}

const struct screen item_screen = {.paint = item_paint, .key = item_key, .act = item_act};
