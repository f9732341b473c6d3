// SPDX-License-Identifier: MIT
#include "app/head.h"

#include <math.h>

#include "app/element.h"

void head_paint(struct window *window, const char *name, struct act back, double from, double end) {
    static const double SMALLEST = 0.5;
    const struct layout *layout = &window->layout;
    bool compact = window_is_compact(window);
    double side = layout_body(layout, 48);
    double gap = layout_space(layout, 18);
    double top = window_head(window) - side;
    // The sign stands in line with what is below it, and its ring stays inside the window.
    double start = fmax(layout_body(layout, 8), from - layout_body(layout, 12));
    struct box box = {start, top, side, side};
    element_button(window, &(struct button){.kind = BUTTON_SIGN, .icon = ICON_BACK}, box, back);
    struct text_style style = window_style(window, compact ? TEXT_TITLE : TEXT_DISPLAY);
    style.smallest = SMALLEST * style.size;
    style.lines = compact ? 3 : 1;
    style.line = 1;
    style.rise = RISE_MIDDLE;
    box.x += side + gap;
    box.width = end - box.x;
    said_title(window, name);
    theme_use(window->cairo, &window->theme, TOKEN_TEXT, 1);
    text_draw(window->cairo, name, &style, box);
}
