// SPDX-License-Identifier: MIT
#include "app/spasm.h"

#include "app/diary.h"
#include "app/gates.h"
#include "base/text.h"
#include "run/diary_entry_words.h"

// The key itself: what is noted, and what is said of it.

static const char *const easing = "now-grip";

enum { AGAIN_MS = 10000 };

// Screens within a session: there it is noted, and nothing comes between.
static bool is_in_session(const struct window *window) {
    static const enum screen_name within[] = {
        SCREEN_QUESTIONS, SCREEN_BEFORE, SCREEN_PLAY, SCREEN_WHY,   SCREEN_DONE,
        SCREEN_FEEL,      SCREEN_HELD,   SCREEN_NEXT, SCREEN_NIGHT, SCREEN_MORNING};
    for (size_t i = 0; i < sizeof within / sizeof *within; i++) {
        if (window->screen == within[i]) {
            return true;
        }
    }
    return window->play != NULL;
}

int spasm_easing(const struct window *window) {
    const struct catalog *catalog = &window->house->catalog;
    for (int i = 0; i < catalog->count; i++) {
        if (strcmp(catalog->entries[i].id, easing) == 0 && !catalog->entries[i].error) {
            return gates_let_play(window, i) ? i : -1;
        }
    }
    return -1;
}

static void note(struct window *window) {
    struct diary *diary = diary_of(window);
    struct diary_entry entry = {.kind = REMOVAL_MOMENT,
                                .day = house_today(window->house),
                                .moment = {.kind = MOMENT_SPASM,
                                           .at = clock_wall_now(&window->house->clock),
                                           .per_minute = -1,
                                           .strength = -1}};
    char time[DIARY_TIME_MAX], said[MESSAGE_MAX];
    text_format(said, sizeof said, _("Noted, %s."), diary_entry_time(&entry, time));
    bool kept = diary_keep(window, &entry, NULL, is_in_session(window) ? said : NULL);
    if (diary->has_spasm) {
        diary_entry_free(&diary->spasm);
    }
    diary->has_spasm = kept;
    diary->spasm = entry;
    diary->spasm_ms = clock_monotonic_ms();
}

void spasm_add_keys(const struct window *window, struct text_builder *text) {
    if (spasm_easing(window) >= 0) {
        text_add(text, _("Enter eases it, in a minute and a half."));
        text_add(text, " ");
    }
    text_add(text, _("Escape goes back."));
}

static void say(struct window *window) {
    struct text_builder text = {0};
    if (window->diary->has_spasm) {
        text_add(&text, _("Noted."));
        text_add(&text, " ");
    }
    if (!is_in_session(window)) {
        spasm_add_keys(window, &text);
    }
    if (text.text) {
        spasm_voice_say(window, text.text);
    }
    text_builder_free(&text);
}

void spasm_now(struct window *window) {
    struct diary *diary = diary_of(window);
    bool again = diary->has_spasm && clock_monotonic_ms() - diary->spasm_ms < AGAIN_MS;
    if (!again) {
        note(window);
    }
    // Without a record it eases all the same.
    if (!is_in_session(window)) {
        if (window->screen != SCREEN_SPASM) {
            diary->spasm_around = tick_order_read(window->house);
        }
        gates_weigh(window);
        window_over(window, SCREEN_SPASM);
    }
    say(window);
}

void spasm_again(struct window *window) {
    if (!window->diary->has_spasm) {
        window_back(window);
    }
    window_stale(window);
}
