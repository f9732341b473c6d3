// SPDX-License-Identifier: MIT
#include <string.h>

#include "app/gates.h"
#include "app/page.h"
#include "app/plans.h"
#include "base/text.h"
#include "core/plan_lay.h"
#include "run/plan_lines.h"
#include "run/words.h"

// Whose page it is: a routine of the repertoire, or one that is looked at in a plan which is not in
// force and so cannot be played.

// The routine of the item, while the plan's page stays what it was.
static const struct routine *looked_at(const struct window *window) {
    const struct page *page = window->page;
    const struct plan_file *file = window->plans ? plans_file(window) : NULL;
    bool same = file && strcmp(file->plan.id, page->plan) == 0 &&
                page->item < file->plan.item_count && file->plan.items[page->item].routine;
    return same ? plan_file_routine(file, NULL, file->plan.items[page->item].routine) : NULL;
}

bool page_is_looked_at(const struct window *window) {
    return window->page->item >= 0;
}

const struct routine *page_routine(const struct window *window) {
    return page_is_looked_at(window) ? looked_at(window)
                                     : repertoire_routine(window, window->page->entry);
}

const struct allowed *page_allowed(const struct window *window) {
    return page_is_looked_at(window) ? &window->page->allowed
                                     : gates_of(window, window->page->entry);
}

bool page_lets_play(const struct window *window) {
    return !page_is_looked_at(window) && gates_let_play(window, window->page->entry);
}

const struct plan *page_plan(const struct window *window) {
    if (page_is_looked_at(window)) {
        return looked_at(window) ? &plans_file(window)->plan : NULL;
    }
    return repertoire_plan(window, window->page->entry);
}

struct today_place page_asked(const struct window *window) {
    if (page_is_looked_at(window)) {
        return (struct today_place){page_plan(window), window->page->item};
    }
    return page_allowed(window)->place;
}

struct timeline *page_compile_looked_at(const struct window *window,
                                        struct timeline_options *options) {
    const struct today_place asked = page_asked(window);
    struct error err = {0};
    *options = timeline_options_written(words_phrases());
    if (!asked.plan) {
        return NULL;
    }
    plan_lay(asked.plan, asked.item, looked_at(window), options);
    return timeline_compile(looked_at(window), options, &err);
}

// A dose that a plan sets on this page.
static bool sets_dose(const struct today_place *asked) {
    return asked->plan && plan_lines_has_dose(asked->plan, asked->item);
}

const char *page_as_it_is(const struct window *window) {
    const struct today_place asked = page_asked(window);
    return sets_dose(&asked) ? _("all as your plan says") : _("all as written");
}

double page_held(struct window *window, struct box box) {
    const struct today_place asked = page_asked(window);
    if (!sets_dose(&asked)) {
        return box.y;
    }
    const char *text = asked.plan->by == BY_THERAPIST
                           ? _("What your plan sets can be made less here, never more. The rest "
                               "of it stays as your therapist wrote it.")
                           : _("What your plan sets can be made less here. To have more, change "
                               "the plan.");
    return window_text(window, text, TEXT_SMALL, TOKEN_TEXT2, box) +
           layout_space(&window->layout, 8);
}
