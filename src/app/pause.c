// SPDX-License-Identifier: MIT
#include <math.h>

#include "app/ask.h"
#include "app/element.h"
#include "app/play.h"
#include "app/scroll.h"
#include "base/text.h"

// The pause: the lamp lies on the horizon, one large way on, the quiet ways out below it.

static double column_lead(const struct window *window) {
    return window_is_compact(window) ? 0 : fmax(0, 0.11 * window->height - window_head(window));
}

static double column_end(const struct window *window) {
    return window_head(window) + window->scroll.height;
}

static void paint_scene(struct window *window) {
    struct scene scene = {window->width, window->height};
    double radius = 0.16 * scene.height;
    double y = scene_horizon(scene) + 0.02 * scene.height;
    scene_sky(window->cairo, &window->theme, scene);
    // Words do not stand on light: where the column reaches down so far the lamp has set.
    if (column_end(window) > y - radius) {
        scene_hills(window->cairo, &window->theme, scene);
        return;
    }
    scene_halo(window->cairo, &window->theme, scene.width / 2, y, radius);
    if (!window->theme.flat) {
        cairo_push_group(window->cairo);
        cairo_save(window->cairo);
        window_turn(window, window->cairo); // its light falls from the same side in every language
        lamp_paint(window->cairo, &window->theme, scene.width / 2, y, radius);
        cairo_restore(window->cairo);
        cairo_pop_group_to_source(window->cairo);
        // It rests: half as bright as when it breathes.
        cairo_paint_with_alpha(window->cairo, 0.55);
    }
    scene_hills(window->cairo, &window->theme, scene);
}

static void place_text(struct window *window, char *to, size_t size) {
    struct sitting *sitting = window->play->sitting;
    const struct player *player = sitting_player(sitting);
    const struct timeline *timeline = sitting_timeline(sitting);
    char at[TEXT_CLOCK_MAX];
    char total[TEXT_CLOCK_MAX];
    int entry = timeline_entry_at(timeline, player->section, player->position_ms);
    text_format(to, size, _("%s \u00b7 %s of %s"),
                entry >= 0 ? timeline->entries[entry].step->name : timeline->routine->title,
                text_clock(player->position_ms, at), text_clock(timeline->total_ms, total));
}

static double paint_ways(struct window *window, struct box box) {
    char keep[96];
    char done[TEXT_CLOCK_MAX];
    text_format(keep, sizeof keep, _("Stop and keep %s"),
                text_clock(played_ms(&sitting_player(window->play->sitting)->played), done));
    const struct choice on = {
        {.kind = BUTTON_PRIMARY, .icon = ICON_PLAY, .label = _("Carry on"), .large = true},
        {ACT_PAUSE, 0}};
    const struct choice ways[] = {
        {{.kind = BUTTON_SECONDARY,
          .icon = ICON_AGAIN,
          .label = _("This step again"),
          .on_scene = true},
         {ACT_AGAIN, 0}},
        {{.kind = BUTTON_SECONDARY, .icon = ICON_NEXT, .label = _("Next step"), .on_scene = true},
         {ACT_NEXT, 0}},
        {{.kind = BUTTON_SECONDARY, .label = keep, .on_scene = true}, {ACT_STOP, 0}}};
    bool compact = window_is_compact(window);
    box.y = ask_buttons(window, &on, 1, box) + layout_space(&window->layout, compact ? 14 : 36);
    return ask_buttons(window, ways, 3, box);
}

// The lamp below shows through: the column begins high and is no higher than it has to be.
void pause_paint(struct window *window) {
    const struct layout *layout = &window->layout;
    bool compact = window_is_compact(window);
    paint_scene(window);
    struct box view = window_content(window, 1152);
    view.y = window_head(window);
    view.height = window->height - window_foot(window) - view.y;
    struct box box = view;
    box.y = scroll_begin(window, &window->scroll, view) + column_lead(window);
    struct text_style cue = window_style(window, TEXT_DISPLAY);
    cue.size = fmin(0.09 * window->height, 2 * cue.size);
    cue.smallest = cue.size / 2;
    cue.lines = 1;
    cue.align = ALIGN_CENTRE;
    box.height = cue.size * 1.3;
    theme_use(window->cairo, &window->theme, TOKEN_STAGE, 1);
    text_draw(window->cairo, _("Paused"), &cue, box);
    said_title(window, _("Paused"));
    box.y += box.height + layout_space(layout, 4);
    char place[512];
    place_text(window, place, sizeof place);
    box.y = ask_line(window, _("Take the time you need. Your place is kept."),
                     compact ? TEXT_BODY : TEXT_TITLE, TOKEN_STAGE2, box) +
            layout_space(layout, 8);
    box.y = ask_line(window, place, TEXT_BODY, TOKEN_STAGE2, box);
    box.y = paint_ways(
        window, (struct box){box.x, box.y + layout_space(layout, compact ? 12 : 28), box.width, 0});
    double known = window->scroll.height;
    scroll_end(window, &window->scroll, box.y + layout_space(layout, 12));
    if (fabs(window->scroll.height - known) > 0.5) {
        window_stale(window); // whether the lamp is in the way is known only now
    }
    const struct key_hint hints[] = {
        {_("Space"), _("carry on")}, {"\u2190 \u2192", _("step")}, {"Esc", _("stop and keep")}};
    window_hints(window, hints, 3);
}
