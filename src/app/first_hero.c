// SPDX-License-Identifier: MIT
#include <math.h>
#include <string.h>

#include "app/element.h"
#include "app/first.h"
#include "app/first_today.h"
#include "app/flow.h"
#include "app/hero.h"
#include "app/list.h"
#include "base/text.h"
#include "run/day_words.h"
#include "run/routine_words.h"

// What is offered next, in words and buttons.

enum { BUTTONS_MAX = 3, TITLE_BYTES = ROUTINE_TITLE_MAX * 4 + 96, LINE_BYTES = 1400 };

struct offering {
    const char *above;
    char when[DAY_WORDS_MOMENT_MAX + 32];
    char title[TITLE_BYTES];
    char line[LINE_BYTES];
    struct flow_button buttons[BUTTONS_MAX];
    int count;
};

static const struct routine *offered(const struct window *window) {
    return &window->house->catalog.entries[window->offer.entry].routine;
}

static void add_button(struct offering *offering, struct button button, struct act act) {
    button.on_scene = true;
    offering->buttons[offering->count++] = (struct flow_button){button, act};
}

// Still one key away when something else stands first.
static void add_breathe(const struct window *window, struct offering *offering) {
    const struct offer *offer = &window->offer;
    if (offer->breathe >= 0 && offer->entry != offer->breathe) {
        add_button(offering,
                   (struct button){.kind = BUTTON_SECONDARY, .label = _("Breathe now"), .key = "B"},
                   (struct act){ACT_BREATHE, 0});
    }
}

static void offer_to_go_on(const struct window *window, struct offering *offering) {
    char at[TEXT_CLOCK_MAX];
    offering->above = _("This session broke off.");
    text_format(offering->title, sizeof offering->title, _("Go on with “%s” at %s?"),
                offered(window)->title, text_clock(window->preparation->resume.position_ms, at));
    add_button(offering,
               (struct button){
                   .kind = BUTTON_PRIMARY, .icon = ICON_PLAY, .label = _("Go on"), .large = true},
               (struct act){ACT_GO_ON, 0});
    add_button(offering, (struct button){.kind = BUTTON_SECONDARY, .label = _("Begin anew")},
               (struct act){ACT_ANEW, 0});
    add_breathe(window, offering);
}

static void offer_to_start(const struct window *window, struct offering *offering) {
    const struct offer *offer = &window->offer;
    const struct routine *routine = offered(window);
    char length[DAY_WORDS_LENGTH_MAX];
    offering->above =
        offer->kind == OFFER_FIRST ? _("A gentle beginning") : _("Next, when you are ready");
    text_copy(offering->title, sizeof offering->title, routine->title);
    char sentence[LINE_BYTES - DAY_WORDS_LENGTH_MAX];
    routine_words_summary(routine, sentence, sizeof sentence);
    text_format(offering->line, sizeof offering->line, "%s \u00b7 %s",
                day_words_length(window->list->length_ms[offer->entry], length), sentence);
    add_button(
        offering,
        (struct button){.kind = BUTTON_PRIMARY,
                        .icon = ICON_PLAY,
                        .label = offer->entry == offer->breathe ? _("Breathe now") : _("Start"),
                        .large = true},
        (struct act){ACT_START, 0});
    add_breathe(window, offering);
}

// "Next, at 20:30", "Next, when you are ready".
static void add_when(const struct window *window, struct offering *offering) {
    const struct today_row *next = first_today_next(window);
    char moment[DAY_WORDS_MOMENT_MAX];
    offering->above = _("Next, when you are ready");
    if (next->state == TODAY_LATER && next->opens_s > 0) {
        // TRANSLATORS: %s is "at 20:30"
        text_format(offering->when, sizeof offering->when, _("Next, %s"),
                    day_words_moment(clock_wall_now(&window->house->clock), next->opens_s, moment));
        offering->above = offering->when;
    }
}

static void offer_row(const struct window *window, struct offering *offering) {
    const struct first_day *day = window->day;
    const struct today_row *next = first_today_next(window);
    char length[DAY_WORDS_LENGTH_MAX];
    int more = day->chain_count > 1 ? day->chain_count - 1 : 0;
    add_when(window, offering);
    text_copy(offering->title, sizeof offering->title, today_row_title(next));
    struct text_builder line = {0};
    day_words_length(more > 0 ? day->chain_ms : next->length_ms, length);
    if (more > 0) {
        // TRANSLATORS: %s is how long all of them take together, %d how many follow the one named
        text_add_format(&line,
                        text_translate_count("%s in all, with %d more behind it",
                                             "%s in all, with %d more behind it",
                                             (unsigned long)more),
                        length, more);
    } else {
        text_add(&line, length);
        if (next->item->why) {
            text_add_format(&line, " \u00b7 %s", next->item->why);
        }
    }
    text_copy(offering->line, sizeof offering->line, line.text);
    text_builder_free(&line);
    int row = TODAY_ROW + (int)(next - day->today.rows);
    bool waits = day->chain_count == 0;
    if (!waits || allowed_now(&next->allowed)) {
        add_button(
            offering,
            (struct button){
                .kind = BUTTON_PRIMARY, .icon = ICON_PLAY, .label = _("Start"), .large = true},
            (struct act){ACT_TODAY, waits ? row : TODAY_ALL});
    }
    if (more > 0) {
        add_button(offering,
                   (struct button){.kind = BUTTON_SECONDARY, .label = _("This one alone")},
                   (struct act){ACT_TODAY, TODAY_FIRST});
    }
}

static void offer_gentle(const struct window *window, struct offering *offering) {
    int entry = window->day->gentle;
    char length[DAY_WORDS_LENGTH_MAX];
    offering->above = _("Good to see you.");
    text_copy(offering->title, sizeof offering->title, _("Two minutes?"));
    text_format(offering->line, sizeof offering->line, "%s \u00b7 %s",
                window->house->catalog.entries[entry].routine.title,
                day_words_length(window->list->length_ms[entry], length));
    add_button(offering,
               (struct button){
                   .kind = BUTTON_PRIMARY, .icon = ICON_PLAY, .label = _("Start"), .large = true},
               (struct act){ACT_TODAY, TODAY_ALL});
}

// A day without anything to do says so, and offers breathing as a quiet way.
static void offer_rest(const struct window *window, struct offering *offering, const char *title,
                       const char *line) {
    offering->above = "";
    text_copy(offering->title, sizeof offering->title, title);
    text_copy(offering->line, sizeof offering->line, line);
    if (window->offer.breathe >= 0) {
        add_button(offering,
                   (struct button){.kind = BUTTON_SECONDARY, .label = _("Breathe now"), .key = "B"},
                   (struct act){ACT_BREATHE, 0});
    }
}

static void offer_today(const struct window *window, struct offering *offering) {
    switch (first_today_state(window)) {
    case FIRST_NEXT:
    case FIRST_LATER:
        offer_row(window, offering); // one thing to do; breathing keeps its key
        break;
    case FIRST_GENTLE:
        offer_gentle(window, offering);
        break;
    case FIRST_DONE:
        offer_rest(window, offering, _("That is all for today"),
                   _("It is done. Rest is part of it."));
        break;
    case FIRST_ENOUGH:
        offer_rest(window, offering, _("That is enough for today"), _("Rest is part of it."));
        break;
    case FIRST_RESTS:
        offer_rest(window, offering, _("A rest day"), _("Nothing is asked for today."));
        break;
    case FIRST_FREE:
        offer_rest(window, offering, _("Nothing is asked for today"),
                   _("Everything can be played as you like."));
        break;
    }
}

static void offer_nothing(const struct window *window, struct offering *offering) {
    const char *folder = window->house->paths.routines;
    offering->above = "";
    text_copy(offering->title, sizeof offering->title, _("No routines were found"));
    text_format(offering->line, sizeof offering->line,
                _("They should lie in %s. Is the program installed whole?"),
                folder ? folder : window->house->paths.own_routines);
}

// Lays everything under one another from `box`; returns where it ends.
static double lay(struct window *window, const struct offering *offering, struct box box,
                  bool paint) {
    const struct words lines[] = {
        {.text = offering->above, .size = TEXT_BODY, .token = TOKEN_STAGE2},
        {.text = offering->title,
         .size = window_is_compact(window) ? TEXT_TITLE : TEXT_DISPLAY,
         .token = TOKEN_STAGE},
        {.text = offering->line, .size = TEXT_BODY, .token = TOKEN_STAGE2},
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        box.y += paint ? window_words(window, &lines[i], box)
                       : window_words_height(window, lines[i].text, lines[i].size, box.width);
        box.y += lines[i].text[0] ? layout_space(&window->layout, 4) : 0;
    }
    if (offering->count == 0) {
        return box.y;
    }
    box.y += layout_body(&window->layout, window_is_compact(window) ? 14 : 24);
    return flow_buttons(window, offering->buttons, offering->count, box, paint);
}

static double least_height(const struct window *window) {
    return layout_scene(&window->layout, window_is_compact(window) ? 216 : 284);
}

static void offer_free(const struct window *window, struct offering *offering) {
    switch (window->offer.kind) {
    case OFFER_NOTHING:
        offer_nothing(window, offering);
        break;
    case OFFER_GO_ON:
        offer_to_go_on(window, offering);
        break;
    case OFFER_FIRST:
    case OFFER_LATELY:
        offer_to_start(window, offering);
        break;
    }
}

double first_hero(struct window *window, struct box box) {
    struct offering offering = {.count = 0};
    enum offer_kind kind = window->offer.kind;
    if (window->day && kind != OFFER_NOTHING && kind != OFFER_GO_ON) {
        offer_today(window, &offering);
    } else {
        offer_free(window, &offering);
    }
    struct hero hero = {
        .box = box, .lamp = true, .bare = layout_kind(&window->layout) == LAYOUT_SMALLEST};
    if (hero.bare && offering.count > 0) {
        // Room for the name and the start alone.
        offering.above = "";
        offering.line[0] = '\0';
    }
    double padding = hero_padding(window);
    struct box inner = {box.x + padding, box.y + padding, hero_words_width(window, &hero), 0};
    double used = lay(window, &offering, inner, false) - box.y + padding;
    hero.box.height = fmax(least_height(window), used);
    hero_paint(window, &hero);
    // What is lower than the card stands in its middle.
    inner.y += (hero.box.height - used) / 2;
    lay(window, &offering, inner, true);
    return hero.box.height;
}
