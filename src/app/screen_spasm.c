// SPDX-License-Identifier: MIT
#include <math.h>

#include "app/ask.h"
#include "app/diary_parts.h"
#include "app/flow.h"
#include "app/focus.h"
#include "app/gates.h"
#include "app/keys.h"
#include "app/profile.h"
#include "app/session.h"
#include "app/sheet.h"
#include "app/spasm.h"
#include "base/text.h"
#include "run/diary_entry_words.h"
#include "run/diary_words.h"

// The sheet over what was open: what helps, and what may be told.

enum { ALONE_MS = 20000 };

// Stores the changed copy in its place.
static void change(struct window *window, const struct moment *moment) {
    struct diary *diary = window->diary;
    struct diary_entry entry = diary_entry_copy(&diary->spasm);
    if (!diary->has_spasm) {
        return;
    }
    entry.moment.strength = moment->strength;
    entry.moment.places = moment->places;
    entry.moment.side = moment->side;
    entry.moment.ticks = moment->ticks;
    if (diary_keep(window, &entry, &diary->spasm, NULL)) {
        diary_entry_free(&diary->spasm);
        diary->spasm = entry;
    } else {
        diary_entry_free(&entry);
    }
    window_stale(window);
}

static double put_ways(struct window *window, struct box box) {
    struct flow_button ways[2];
    int count = 0;
    bool eases = spasm_easing(window) >= 0;
    if (eases) {
        ways[count++] = (struct flow_button){{.kind = BUTTON_PRIMARY,
                                              .icon = ICON_PLAY,
                                              .label = _("For this moment, 1\u00bd min"),
                                              .large = true},
                                             {ACT_START, 0}};
    }
    ways[count++] = (struct flow_button){
        {.kind = eases ? BUTTON_QUIET : BUTTON_SECONDARY, .label = _("Done")}, {ACT_DONE, 0}};
    return flow_buttons(window, ways, count, box, true);
}

// As told, else on the side that is known.
static struct where where_of(const struct window *window, const struct moment *moment) {
    enum side affected = window->gates->person.profile.affected;
    return (struct where){moment->side != SIDE_NONE ? moment->side : affected, moment->places};
}

static double put_strength(struct window *window, const struct moment *moment, struct box box) {
    const struct rating_look strength = {.name = _("Strength"),
                                         .act = ACT_SCALE,
                                         .base = SCALE_STRENGTH * SCALE_PITCH,
                                         .chosen = moment->strength,
                                         .before = -1,
                                         .size = 48,
                                         .bare = true};
    element_head(window, box.y);
    box.y = window_text(window, _("How strong?"), TEXT_STRONG, TOKEN_TEXT, box);
    box.y += layout_space(&window->layout, 4);
    box.y += element_rating_as(window, &strength, box, DIARY_GROUP_NUMBER);
    element_no_head(window);
    return box.y + layout_space(&window->layout, 12);
}

static double put_where(struct window *window, const struct moment *moment, struct box box) {
    element_head(window, box.y);
    box.y = window_text(window, _("Where?"), TEXT_STRONG, TOKEN_TEXT, box);
    box.y =
        diary_where(window, where_of(window, moment),
                    (struct box){box.x, box.y + layout_space(&window->layout, 8), box.width, 0});
    element_no_head(window);
    return box.y + layout_space(&window->layout, 20);
}

static double put_while(struct window *window, const struct moment *moment, struct box box) {
    const char *labels[TICK_ORDER_MOST];
    int values[TICK_ORDER_MOST];
    int count = 0;
    for (int i = 0; i < TICK_ORDER_MOST; i++) {
        enum day_tick tick = window->diary->spasm_around.ticks[i];
        if (tick != TICK_TINTED_GLASSES) {
            labels[count] = diary_words_tick(tick);
            values[count++] = (int)tick;
        }
    }
    const struct toggles ticks = {.labels = labels,
                                  .values = values,
                                  .count = count,
                                  .chosen = moment->ticks,
                                  .act = ACT_TICK,
                                  .group = DIARY_GROUP_TICKS};
    box.y = window_text(window, _("What was around?"), TEXT_STRONG, TOKEN_TEXT, box);
    box.y += layout_space(&window->layout, 8);
    return diary_toggles(window, &ticks, box);
}

// A tick on a disc: it is kept.
static void paint_tick(struct window *window, struct box box) {
    theme_use(window->cairo, &window->theme, TOKEN_ACCENT, 1);
    shape_circle(window->cairo, box_middle_x(box), box_middle_y(box), box.width / 2);
    cairo_fill(window->cairo);
    theme_use(window->cairo, &window->theme, TOKEN_ONACCENT, 1);
    icon_draw(window->cairo, ICON_TICK, box_middle_x(box), box_middle_y(box), box.width * 0.6);
}

// What was noted, and the way to take it back.
static double put_title(struct window *window, struct box box) {
    const struct diary *diary = window->diary;
    const struct layout *layout = &window->layout;
    const struct button undo = {.kind = BUTTON_SECONDARY, .icon = ICON_AGAIN, .label = _("Undo")};
    char time[DIARY_TIME_MAX], title[128];
    text_format(title, sizeof title, _("Noted, %s"), diary_entry_time(&diary->spasm, time));
    double side = layout_body(layout, 40), gap = layout_space(layout, 16);
    double high = layout_body(layout, 48);
    double width = button_width(window->cairo, &undo, window->scale);
    struct box words = {box.x, box.y, box.width, 0};
    if (diary->has_spasm) {
        bool beside = box.width - width - side - 2 * gap > layout_title(layout, 200);
        words.x += side + gap;
        words.width -= side + gap + (beside ? width + gap : 0);
        paint_tick(window, (struct box){box.x, box.y + (high - side) / 2, side, side});
        if (beside) {
            element_button(window, &undo,
                           (struct box){box.x + box.width - width, box.y, width, high},
                           (struct act){ACT_UNDO, 0});
        }
    }
    const char *text = diary->has_spasm ? title : _("A spasm now");
    double height = window_words_height(window, text, TEXT_TITLE, words.width);
    words.y += fmax(0, (high - height) / 2);
    return fmax(box.y + high, window_text(window, text, TEXT_TITLE, TOKEN_TEXT, words)) +
           layout_space(layout, 4);
}

// In two columns where there is room: what helps first, then what may be told.
static double put_more(struct window *window, struct box box) {
    enum { COLUMNS_FROM = 1000 };
    const struct layout *layout = &window->layout;
    const struct moment *moment = &window->diary->spasm.moment;
    double gap = layout_space(layout, 48);
    if (box.width < layout_body(layout, COLUMNS_FROM)) {
        box.y = put_ways(window, box) + layout_space(layout, 20);
        box.y = put_strength(window, moment, box);
        box.y = put_where(window, moment, box);
        return put_while(window, moment, box);
    }
    struct box half = {box.x, box.y, (box.width - gap) / 2, 0};
    struct box other = {box.x + half.width + gap, box.y, half.width, 0};
    half.y = put_ways(window, half) + layout_space(layout, 20);
    half.y = put_strength(window, moment, half);
    half.y = put_while(window, moment, half);
    return fmax(half.y, put_where(window, moment, other));
}

// Read aloud before all else.
static void said_keys(struct window *window) {
    struct text_builder text = {0};
    spasm_add_keys(window, &text);
    said_title(window, text.text);
    text_builder_free(&text);
}

static void spasm_paint(struct window *window) {
    enum { WIDTH = 1152 };
    const struct layout *layout = &window->layout;
    bool noted = window->diary->has_spasm;
    struct box box = sheet_begin(window, WIDTH);
    box.y = put_title(window, box);
    said_keys(window);
    if (noted) {
        box.y = window_text(window, _("That is all that is needed. Add more only if it is easy."),
                            TEXT_BODY, TOKEN_TEXT2, box);
    }
    box.y += layout_space(layout, 20);
    sheet_end(window, noted ? put_more(window, box) : put_ways(window, box));
    const struct key_hint hints[] = {{_("Enter"), _("start")},
                                     {"0\u20269", _("how strong")},
                                     {_("Ctrl Z"), _("undo")},
                                     {"Esc", _("done")}};
    window_hints(window, hints, 4);
}

static void ease(struct window *window) {
    int entry = spasm_easing(window);
    if (entry < 0) {
        return;
    }
    window_back(window);
    profile_leave(window);
    diary_leave(window);
    if (session_prepare(window, &entry, 1, false)) {
        session_ask(window);
    }
}

// On to what eases it, where it may be played.
static void leave(struct window *window) {
    if (spasm_easing(window) >= 0) {
        ease(window);
    } else {
        window_back(window);
    }
}

static void set_where(struct window *window, struct where where) {
    struct moment moment = window->diary->spasm.moment;
    enum side affected = window->gates->person.profile.affected;
    // The side that is known anyway was not told without a place.
    moment.side = where.places || where.side != affected ? where.side : SIDE_NONE;
    moment.places = where.places;
    change(window, &moment);
}

static void spasm_act(struct window *window, struct act act) {
    struct moment moment = window->diary->spasm.moment;
    struct where where = where_of(window, &moment);
    if (diary_where_act(window, act, &where)) {
        set_where(window, where);
        return;
    }
    switch (act.kind) {
    case ACT_START:
        ease(window);
        break;
    case ACT_DONE:
    case ACT_BACK:
        window_back(window);
        break;
    case ACT_SCALE: {
        int number = act.value % SCALE_PITCH;
        moment.strength = number == moment.strength ? -1 : number;
        change(window, &moment);
        break;
    }
    case ACT_TICK:
        moment.ticks ^= UINT64_C(1) << act.value;
        change(window, &moment);
        break;
    default:
        break;
    }
}

static bool spasm_key(struct window *window, const SDL_KeyboardEvent *event) {
    if (event->keysym.sym == SDLK_ESCAPE) {
        window_back(window);
        return true;
    }
    // By digits and Enter alone: what was chosen last is not pressed once more.
    const struct element *focus = focus_element(window);
    if (keys_is_enter(event) && !event->repeat && focus && focus->act.kind == ACT_SCALE) {
        leave(window);
        return true;
    }
    struct moment moment = window->diary->spasm.moment;
    int number = ask_digit(window, event, moment.strength);
    if (number >= 0 && !event->repeat) {
        char said[64];
        moment.strength = number;
        change(window, &moment);
        // TRANSLATORS: spoken when a digit was pressed for how strong a spasm was
        text_format(said, sizeof said, _("Strength %d."), number);
        spasm_voice_say(window, said);
        focus_on(window, (struct act){ACT_SCALE, SCALE_STRENGTH * SCALE_PITCH + number});
    }
    return number >= 0;
}

// Who is busy with the spasm need not close it.
static int64_t spasm_wait_ms(struct window *window) {
    int64_t left_ms = window->input_ms + ALONE_MS - clock_monotonic_ms();
    return left_ms > 0 ? left_ms : 0;
}

static void spasm_tick(struct window *window) {
    if (spasm_wait_ms(window) == 0) {
        window_back(window);
    }
}

const struct screen spasm_screen = {.paint = spasm_paint,
                                    .key = spasm_key,
                                    .act = spasm_act,
                                    .tick = spasm_tick,
                                    .wait_ms = spasm_wait_ms};
