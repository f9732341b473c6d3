// SPDX-License-Identifier: MIT
#include <math.h>
#include <string.h>

#include "app/element.h"
#include "app/focus.h"
#include "app/gates.h"
#include "app/page.h"
#include "base/log.h"
#include "base/text.h"
#include "core/routine_kind.h"
#include "run/words.h"

// What a person changes about a routine before it begins. It holds for the next time too, and each
// step can be taken back.

enum { GROUP_SIDES = 10, GROUP_STEPS = 20 };

static const enum side sides[] = {SIDE_NONE, SIDE_LEFT, SIDE_RIGHT};

// What the dose and the limits allow of it, before any wish.
static struct wish_room room_of(const struct window *window) {
    const struct allowed *allowed = page_allowed(window);
    return (struct wish_room){.routine = page_routine(window),
                              .asked = &window->page->options.asked,
                              .reps_most = allowed->dose.reps_most,
                              .cycles_most = allowed->limit.cycles_most};
}

static bool is_open(const struct window *window) {
    return window->page->timeline && page_lets_play(window);
}

static bool has_wish(const struct wish_room *room) {
    for (int wish = 0; wish < WISH_COUNT; wish++) {
        if (wish_is_offered(room, (enum wish)wish)) {
            return true;
        }
    }
    return false;
}

// With her dose and her wishes where it may be played now.
static struct timeline *lay(const struct window *window, const struct wishes *wishes,
                            struct timeline_options *options) {
    const struct allowed *allowed = page_allowed(window);
    const struct routine *routine = page_routine(window);
    struct error err = {0};
    if (page_is_looked_at(window)) {
        return page_compile_looked_at(window, options);
    }
    *options = timeline_options_written(words_phrases());
    if (allowed_now(allowed)) {
        allowed_apply(allowed, &window->gates->person, routine, options);
        wishes_apply(wishes, options);
    }
    return timeline_compile(routine, options, &err);
}

static void read_wishes(struct window *window) {
    struct page *page = window->page;
    const struct routine *routine = page_routine(window);
    const struct allowed *allowed = page_allowed(window);
    struct timeline_options laid = timeline_options_written(words_phrases());
    struct error err = {0};
    if (page->unkept || page_is_looked_at(window)) {
        return;
    }
    allowed_apply(allowed, &window->gates->person, routine, &laid);
    if (!wishes_read(window->house->store, routine, &laid.asked, &page->wishes, &err) ||
        !wishes_check(routine, &laid.asked, allowed->limit.cycles_most, &page->wishes, &err)) {
        page->wishes = (struct wishes){.side = SIDE_NONE};
    }
}

void page_lay(struct window *window) {
    struct page *page = window->page;
    timeline_free(page->timeline);
    page->timeline = NULL;
    if (!page_routine(window)) {
        return;
    }
    if (page_is_looked_at(window)) {
        page->allowed = allowed_for(&window->gates->person, page_routine(window));
        page->wishes = (struct wishes){.side = SIDE_NONE};
    }
    read_wishes(window);
    page->timeline = lay(window, &page->wishes, &page->options);
    const struct wish_room room = room_of(window);
    page->adjusts = page->adjusts || !wish_none(&room, &page->wishes);
}

bool page_adjust_carry(const struct window *window, struct preparation *preparation,
                       struct error *err) {
    const struct page *page = window->page;
    const struct routine *routine = page && page->unkept ? page_routine(window) : NULL;
    bool same = routine && strcmp(routine->id, preparation->routine->id) == 0;
    if (!same) {
        return true;
    }
    preparation->wishes = page->wishes;
    return prepare_again(preparation, err);
}

static bool keep(const struct window *window, int entry, const struct wishes *wishes) {
    const struct house *house = window->house;
    struct error err = {0};
    if (!house->store || window->options->request->no_record) {
        return false;
    }
    if (!wishes_keep(house->store, repertoire_id(window, entry), wishes, &err)) {
        log_warning("%s", err.text);
        return false;
    }
    return true;
}

// Holds at once, on the page and for the next time.
static void take(struct window *window, int entry, const struct wishes *wishes) {
    struct page *page = window->page;
    bool kept = keep(window, entry, wishes);
    if (!page || page->entry != entry || !page->timeline) {
        return;
    }
    page->unkept = !kept;
    page->wishes = *wishes;
    timeline_free(page->timeline);
    page->timeline = lay(window, wishes, &page->options);
    window_stale(window);
}

static struct act remember(struct window *window, int entry, const struct wishes *wishes) {
    int place = window->adjusted_count++ % UNDO_MAX;
    window->adjusted[place] = (struct adjusted){entry, *wishes};
    return (struct act){ACT_ADJUST_BACK, place};
}

// A length of time that cannot be laid is no choice.
static bool can_be_laid(const struct window *window, const struct wishes *wishes) {
    struct timeline_options options;
    struct timeline *timeline = lay(window, wishes, &options);
    bool can = timeline != NULL;
    timeline_free(timeline);
    return can;
}

static void change(struct window *window, const struct wishes *wishes, const char *words) {
    const struct page *page = window->page;
    if (!can_be_laid(window, wishes)) {
        return;
    }
    struct act undo = remember(window, page->entry, &page->wishes);
    take(window, page->entry, wishes);
    if (window_is_compact(window)) {
        window_can_undo(window, undo);
    } else {
        window_did(window, words, undo);
    }
}

static void change_to_value(struct window *window, enum wish wish, const struct wishes *wishes) {
    const struct wish_room room = room_of(window);
    struct text_builder text = {0};
    wish_value(&text, &room, wish, wishes);
    change(window, wishes, text.text);
    text_builder_free(&text);
}

static void step(struct window *window, enum wish wish, int by) {
    const struct wish_room room = room_of(window);
    struct wishes wishes = window->page->wishes;
    if (wish_step(&room, wish, by, &wishes)) {
        change_to_value(window, wish, &wishes);
        return;
    }
    const char *why = by > 0 ? wish_end(&room, wish) : NULL;
    if (why) {
        window_say(window, why);
    }
}

void page_adjust_act(struct window *window, struct act act) {
    if (act.kind == ACT_ADJUST_BACK) {
        const struct adjusted old = window->adjusted[act.value];
        take(window, old.entry, &old.wishes);
        window_say(window, _("As it was"));
    } else if (act.value == PAGE_AS_WRITTEN) {
        // Its button goes with what it brings back.
        change(window, &(struct wishes){.side = SIDE_NONE}, _("All as written"));
        focus_on(window, (struct act){ACT_FOLD, PAGE_FOLD_ADJUST});
    } else if (act.value >= PAGE_SIDES) {
        struct wishes wishes = window->page->wishes;
        wishes.side = sides[act.value - PAGE_SIDES];
        change_to_value(window, WISH_SIDE, &wishes);
    } else {
        step(window, (enum wish)(act.value / 2), act.value % 2 ? 1 : -1);
    }
}

static const char *step_name(enum wish wish, bool up) {
    static const char *const names[WISH_SIDE][2] = {
        [WISH_REPS] = {N_("Fewer repetitions"), N_("More repetitions")},
        [WISH_HOLD] = {N_("Hold for less"), N_("Hold for longer")},
        [WISH_TEMPO] = {N_("Quicker"), N_("Slower")},
        [WISH_LENGTH] = {N_("A shorter sitting"), N_("A longer sitting")},
    };
    return _(names[wish][up]);
}

static void put_sign(struct window *window, enum wish wish, bool up, const char *value,
                     struct box box) {
    const struct stepper_sign sign = {.more = up,
                                      .name = step_name(wish, up),
                                      .value = value,
                                      .act = {ACT_ADJUST, (int)wish * 2 + up},
                                      .group = GROUP_STEPS + (int)wish};
    element_sign(window, &sign, box);
}

// The value stands between the two signs.
static double put_stepper(struct window *window, const struct wish_room *room, enum wish wish,
                          struct box box) {
    enum { VALUE = 190, SIDE = 48 };
    const struct layout *layout = &window->layout;
    double side = layout_body(layout, SIDE);
    struct text_builder text = {0};
    wish_value(&text, room, wish, &window->page->wishes);
    double width = fmin(layout_body(layout, VALUE), box.width - 2 * side);
    double words = window_words_height(window, text.text, TEXT_BODY, width);
    double height = fmax(side, words);
    double y = box.y + (height - side) / 2;
    put_sign(window, wish, false, text.text, (struct box){box.x, y, side, side});
    window_words(
        window,
        &(struct words){
            .text = text.text, .size = TEXT_BODY, .token = TOKEN_TEXT, .align = ALIGN_CENTRE},
        (struct box){box.x + side, box.y + (height - words) / 2, width, 0});
    put_sign(window, wish, true, text.text, (struct box){box.x + side + width, y, side, side});
    text_builder_free(&text);
    return box.y + height + layout_space(layout, 12);
}

static double put_sides(struct window *window, struct box box) {
    const char *const labels[] = {_("both sides"), _("left side"), _("right side")};
    const struct layout *layout = &window->layout;
    double gap = layout_space(layout, 12);
    double height = layout_body(layout, 48);
    double x = box.x;
    for (int i = 0; i < 3; i++) {
        double width = fmin(box.width, chip_width(window->cairo, labels[i], window->scale));
        if (x > box.x && x + width > box.x + box.width) {
            x = box.x;
            box.y += height + gap;
        }
        struct element element = {.role = ROLE_CHOICE,
                                  .box = {x, box.y, width, height},
                                  .act = {ACT_ADJUST, PAGE_SIDES + i},
                                  .group = GROUP_SIDES,
                                  .chosen = window->page->wishes.side == sides[i]};
        text_copy(element.name, sizeof element.name, labels[i]);
        if (element_is_seen(window, element.box)) {
            const struct chip chip = {.label = labels[i],
                                      .chosen = element.chosen,
                                      .warmth = element_warmth(window, element.box)};
            chip_paint(window->cairo, &window->theme, &chip, element.box, window->scale);
        }
        element_add(window, &element);
        x += width + gap;
    }
    return box.y + height + gap;
}

static double put_as_written(struct window *window, struct box box) {
    const struct button button = {
        .kind = BUTTON_QUIET, .icon = ICON_AGAIN, .label = _("All as written"), .plain = true};
    double height = layout_body(&window->layout, 48);
    double width = fmin(box.width, button_width(window->cairo, &button, window->scale));
    box.y += layout_space(&window->layout, 8);
    element_button(window, &button, (struct box){box.x, box.y, width, height},
                   (struct act){ACT_ADJUST, PAGE_AS_WRITTEN});
    return box.y + height;
}

// For this once: it is no wish that holds for the next time too.
static double put_bedtime(struct window *window, struct box box) {
    const char *label = _("At bedtime");
    box.y += layout_space(&window->layout, 4);
    return box.y + element_chips(window, &label, 1, window->page->bedtime, box, ACT_BEDTIME, 0);
}

// The line behind which it is folded: what is changed now.
static double put_line(struct window *window, const struct wish_room *room, struct box box) {
    const struct page *page = window->page;
    struct text_builder changed = {0};
    const struct wishes none = {.side = SIDE_NONE};
    for (int wish = 0; wish < WISH_COUNT; wish++) {
        struct text_builder now = {0}, written = {0};
        if (wish_is_offered(room, (enum wish)wish)) {
            wish_value(&now, room, (enum wish)wish, &page->wishes);
            wish_value(&written, room, (enum wish)wish, &none);
        }
        if (now.length > 0 && strcmp(now.text, written.text) != 0) {
            text_add_format(&changed, "%s%s", changed.length > 0 ? ", " : "", now.text);
        }
        text_builder_free(&now);
        text_builder_free(&written);
    }
    if (page->bedtime) {
        text_add_format(&changed, "%s%s", changed.length > 0 ? ", " : "", _("at bedtime"));
    }
    const struct row row = {.title = _("Adjust"),
                            .line = page->adjusts        ? NULL
                                    : changed.length > 0 ? changed.text
                                                         : page_as_it_is(window),
                            .value = page->adjusts ? _("hide") : _("show")};
    box.y = element_row_in_line(window, &row, box, (struct act){ACT_FOLD, PAGE_FOLD_ADJUST}, 0);
    text_builder_free(&changed);
    return box.y;
}

void page_turn_bedtime(struct window *window) {
    window->page->bedtime = !window->page->bedtime;
    window_stale(window);
}

bool page_is_bedtime(const struct window *window) {
    return (window->screen == SCREEN_PAGE || window->screen == SCREEN_ANYWAY) && window->page &&
           window->page->bedtime;
}

double page_adjust(struct window *window, struct box box) {
    const struct page *page = window->page;
    const struct wish_room room = room_of(window);
    bool sleeps = routine_suits_bedtime(room.routine);
    if (!is_open(window) || !(sleeps || has_wish(&room))) {
        return box.y;
    }
    box.y = put_line(window, &room, box) + layout_space(&window->layout, 4);
    box.y = page->adjusts ? page_held(window, box) : box.y;
    for (int wish = 0; page->adjusts && wish < WISH_SIDE; wish++) {
        if (wish_is_offered(&room, (enum wish)wish)) {
            box.y = put_stepper(window, &room, (enum wish)wish, box);
        }
    }
    if (page->adjusts && wish_is_offered(&room, WISH_SIDE)) {
        box.y = put_sides(window, box);
    }
    if (page->adjusts && sleeps) {
        box.y = put_bedtime(window, box);
    }
    if (page->adjusts && !wish_none(&room, &page->wishes)) {
        box.y = put_as_written(window, box);
    }
    return box.y + layout_space(&window->layout, 12);
}
