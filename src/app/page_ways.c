// SPDX-License-Identifier: MIT
#include <math.h>

#include "app/anyway.h"
#include "app/element.h"
#include "app/gates.h"
#include "app/page.h"
#include "base/text.h"
#include "run/profile_items.h"

// Where a gate goes by what was told, the way to change it; and the quiet way past one that is
// shut, where there is such a way.

static double put_way(struct window *window, const char *label, struct act act, struct box box) {
    const struct layout *layout = &window->layout;
    const struct button button = {.kind = BUTTON_QUIET, .label = label, .plain = true};
    double out = layout_body(layout, 8); // as far as rings reach
    double width = fmin(box.width + out, button_width(window->cairo, &button, window->scale));
    struct box place = {box.x - out, box.y, width, layout_body(layout, 48)};
    element_button(window, &button, place, act);
    return box.y + place.height;
}

double page_ways(struct window *window, struct box box) {
    const struct allowed *allowed = page_allowed(window);
    int item = profile_item_behind(&window->gates->person.profile, &allowed->gating);
    if (item >= 0) {
        box.y = put_way(window, _("Change what I told"), (struct act){ACT_PROFILE, item}, box);
    }
    if (anyway_is_there(window)) {
        box.y = put_way(window, _("Play it anyway \u2026"), (struct act){ACT_ANYWAY, 0}, box);
    }
    return box.y;
}
