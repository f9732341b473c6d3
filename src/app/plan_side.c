// SPDX-License-Identifier: MIT
#include "app/plan_side.h"

#include <string.h>

#include "app/element.h"
#include "app/flow.h"
#include "app/plan_items.h"
#include "app/plan_whose.h"
#include "base/memory.h"
#include "base/text.h"
#include "run/day_words.h"
#include "run/plan_change.h"
#include "run/plan_lines.h"
#include "run/plan_person.h"
#include "run/plan_seen.h"
#include "run/words.h"

enum { GROUP_PAUSES = 2 };

static double put_row(struct window *window, const struct row *row, struct act act, int group,
                      struct box box) {
    return element_row_in_line(window, row, box, act, group) + layout_space(&window->layout, 4);
}

// Whom to ask, and when the plan is looked at again.
static double put_contact(struct window *window, const struct plan *plan, struct box box) {
    struct text_builder text = {0};
    if (plan->contact) {
        box.y = plan_signed_line(window, ICON_PHONE, plan->contact, TOKEN_TEXT, box);
    }
    if (plan->review != INT64_MAX) {
        char day[DAY_WORDS_DATE_MAX];
        // TRANSLATORS: weekday, date
        text_add_format(&text, _("Looked at together on %s, %s"), day_words_weekday(plan->review),
                        day_words_day(plan->review, day));
        box.y = plan_signed_line(window, ICON_CLOCK, text.text, TOKEN_TEXT, box);
    }
    text_builder_free(&text);
    return box.y;
}

static double put_person(struct window *window, const struct plan *plan, struct box box) {
    const char *person = plan_person(&window->plans->shelf, plan);
    struct text_builder text = {0};
    if (person) {
        // TRANSLATORS: %s is for whom a plan was taken over
        text_add_format(&text, _("For %s"), person);
        box.y = window_text(window, text.text, TEXT_BODY, TOKEN_TEXT2, box) +
                layout_space(&window->layout, 8);
    }
    text_builder_free(&text);
    return box.y;
}

// The person's own pauses of it that are not over; each goes by its row.
static double put_pauses(struct window *window, const char *id, struct box box) {
    const struct stored_pause_list *pauses = &window->plans->shelf.stored_pauses;
    int64_t today = house_today(window->house);
    for (int i = 0; i < pauses->count; i++) {
        const struct stored_pause *pause = &pauses->pauses[i];
        if ((pause->plan[0] && strcmp(pause->plan, id) != 0) || pause->to < today) {
            continue;
        }
        struct text_builder line = {0};
        plan_lines_pause(&line, pause->from, pause->to, pause->reason);
        const struct row row = {.title = pause->plan[0] ? _("It rests") : _("All plans rest"),
                                .line = line.text,
                                .value = _("take away")};
        box.y = put_row(window, &row, (struct act){ACT_PLAN_GO_ON, i}, GROUP_PAUSES, box);
        text_builder_free(&line);
    }
    return box.y;
}

static double put_version(struct window *window, int version, struct box box) {
    const struct plan_shelf *shelf = &window->plans->shelf;
    const struct plan_book *book = &shelf->book;
    char line[160], day[DAY_WORDS_DATE_MAX];
    int before = plan_seen_before(shelf, version);
    text_format(line, sizeof line, before < 0 ? _("first version, %s") : _("version of %s"),
                day_words_day(book->versions[version].added, day));
    box.y =
        window_text(window, line, TEXT_SMALL, TOKEN_TEXT2, box) + layout_space(&window->layout, 8);
    if (before >= 0) {
        box.y = plan_changes(window, plan_shelf_file(shelf, book->versions[before].plan),
                             plan_shelf_file(shelf, book->versions[version].plan), box);
    }
    return box.y + layout_space(&window->layout, 8);
}

// What has changed from version to version, the newest first, behind one line.
static double put_versions(struct window *window, struct box box) {
    const struct plans *plans = window->plans;
    int earlier = 0;
    for (int i = plan_seen_before(&plans->shelf, plans->open); i >= 0;
         i = plan_seen_before(&plans->shelf, i)) {
        earlier++;
    }
    if (earlier == 0) {
        return box.y;
    }
    char title[64];
    text_format(
        title, sizeof title,
        text_translate_count("%d earlier version", "%d earlier versions", (unsigned long)earlier),
        earlier);
    const struct row row = {.title = title, .value = plans->versions ? _("hide") : _("show")};
    box.y = put_row(window, &row, (struct act){ACT_FOLD, PLANS_FOLD_VERSIONS}, 0, box);
    for (int i = plans->open; plans->versions && i >= 0; i = plan_seen_before(&plans->shelf, i)) {
        box.y = put_version(window, i, box);
    }
    return box.y;
}

static double put_kept(struct window *window, struct box box) {
    const struct layout *layout = &window->layout;
    const struct plan *plan = &plans_file(window)->plan;
    box.y = put_contact(window, plan, box);
    box.y = put_person(window, plan, box);
    if (!plans_is_over(window, window->plans->open)) {
        box.y = put_pauses(window, plan->id, box);
        const struct flow_button ways[] = {
            {{.kind = BUTTON_SECONDARY, .icon = ICON_PAUSE, .label = _("Pause some days")},
             {ACT_PLAN_PAUSE, 0}},
            {{.kind = BUTTON_QUIET, .label = _("Take this plan away"), .plain = true},
             {ACT_PLAN_REMOVE, 0}}};
        box.y =
            flow_buttons(window, ways, 2,
                         (struct box){box.x, box.y + layout_space(layout, 4), box.width, 0}, true) +
            layout_space(layout, 12);
    } else {
        box.y = window_text(window,
                            _("This plan is over. What was done with it stays in your history."),
                            TEXT_BODY, TOKEN_TEXT2, box) +
                layout_space(layout, 12);
    }
    return put_versions(window, box);
}

static double put_starter(struct window *window, struct box box) {
    const struct layout *layout = &window->layout;
    const struct starter *starter = &window->plans->starters.starters[window->plans->open];
    int version = plans_find(window, starter->file.plan.id);
    bool in_force = version >= 0 && !plans_is_over(window, version);
    char length[DAY_WORDS_LENGTH_MAX];
    struct text_builder text = {0};
    // TRANSLATORS: %s is how long something takes: "8½ min"
    text_add_format(&text, _("%s a day, for two weeks."),
                    day_words_length(starter->day_ms, length));
    box.y = window_text(window, text.text, TEXT_STRONG, TOKEN_TEXT, box) + layout_space(layout, 4);
    text_builder_free(&text);
    box.y = window_text(
                window,
                in_force ? _("It has begun, and stands on Today.")
                         : _("It stands on Today from now on and ends by itself. It can be paused, "
                             "made smaller or left on any day."),
                TEXT_BODY, TOKEN_TEXT2, box) +
            layout_space(layout, 16);
    const struct flow_button begin = {
        {.kind = BUTTON_PRIMARY, .icon = ICON_PLAY, .label = _("Begin today")}, {ACT_TAKE_PLAN, 0}};
    const struct flow_button look = {{.kind = BUTTON_SECONDARY, .label = _("Show it")},
                                     {ACT_PLAN, version}};
    return flow_buttons(window, in_force ? &look : &begin, 1, box, true);
}

double plan_side(struct window *window, struct box box) {
    switch (window->plans->page) {
    case PLAN_STARTER:
        return put_starter(window, box);
    case PLAN_COMING:
        return plan_coming_side(window, box);
    case PLAN_KEPT:
        break;
    }
    return put_kept(window, box);
}

// What was kept is said, with the way back.
static void say_kept(struct window *window, bool added, const char *said, struct plan_step *step) {
    struct text_builder text = {0};
    text_add(&text, said);
    if (step->side != SIDE_NONE) {
        text_add(&text, " ");
        // TRANSLATORS: a side of the face: left, right, both sides
        text_add_format(&text, _("Your profile now says: %s."), words_side(step->side));
    }
    if (!added) {
        step->row[0] = '\0';
    }
    if (added || step->side != SIDE_NONE) {
        plans_did(window, text.text, *step);
    } else {
        window_say(window, text.text);
    }
    text_builder_free(&text);
}

// Into the history, and said so with the way back. False: it is not there, which was said.
static bool keep(struct window *window, const struct plan_coming *coming, const char *said) {
    struct error err = {0};
    bool added = false, from_file = coming == &window->plans->coming;
    struct plan_step step = {.kind = STEP_ADDED};
    struct text_builder other = {0};
    text_copy(step.plan, sizeof step.plan, coming->file.plan.id);
    if (!plans_can_keep(window)) {
        return false;
    }
    (void)plan_person_differs(&other, &window->plans->shelf, coming);
    bool kept = plan_coming_keep(window->house, coming, &added, step.row, &err) &&
                (!from_file || plan_whose_keep(window, &step, &err));
    bool read = kept && plans_read(window);
    if (read) {
        const char *plain = added ? said : _("This version is kept already.");
        say_kept(window, added, other.text ? other.text : plain, &step);
    } else if (!kept) {
        window_say(window, err.text);
    }
    text_builder_free(&other);
    return read;
}

bool plan_side_begin(struct window *window, const char *id) {
    struct plan_coming begun;
    struct faults faults = {0};
    bool read = plan_coming_read(window->house, id, &begun, &faults);
    bool good = read && keep(window, &begun, _("It has begun. It stands on Today."));
    if (read) {
        plan_coming_free(&begun);
    }
    faults_free(&faults);
    return good;
}

void plan_side_take(struct window *window) {
    struct plans *plans = window->plans;
    char id[ROUTINE_ID_MAX + 1];
    text_copy(id, sizeof id, plans_file(window)->plan.id);
    bool coming = plans->page == PLAN_COMING;
    bool taken = coming
                     ? plan_coming_is_hers(window) && keep(window, &plans->coming, _("Taken over."))
                     : plan_side_begin(window, id);
    if (taken) {
        plans_drop_coming(plans);
        plans_leave(window);
        plans_open(window, PLAN_KEPT, plans_find(window, id));
    }
}

void plan_side_remove(struct window *window) {
    struct error err = {0};
    struct plan_step step = {.kind = STEP_REMOVED};
    text_copy(step.plan, sizeof step.plan, plans_file(window)->plan.id);
    if (!plans_can_keep(window)) {
        return;
    }
    if (!plan_end(window->house, &window->plans->shelf, step.plan, &err)) {
        window_say(window, err.text);
        return;
    }
    plans_show_all(window);
    plans_did(window, _("Taken away. What was done stays."), step);
}
