// SPDX-License-Identifier: MIT
#include "app/gates.h"
#include "app/play.h"
#include "app/session.h"
#include "base/log.h"
#include "base/text.h"
#include "core/routine_kind.h"
#include "run/gate_words.h"
#include "run/plan_stand.h"

// How a session ends: what it came to is stored, its numbers and the closing question are asked,
// and what they have brought about is told.

static bool was_recorded(const struct window *window) {
    return window->result.id[0] != '\0';
}

static void rate(struct window *window, const char *id, int before, int after, enum feel feel) {
    struct error err = {0};
    if (!*id || (before < 0 && after < 0 && feel == FEEL_NONE)) {
        return;
    }
    if (!sessions_rate(window->house->store, id, before, after, feel, &err)) {
        log_warning("%s", err.text);
        window_say(window, err.text);
    }
}

// Of a chain the number before stands on its first record, the number after on its last.
void session_keep_ratings(struct window *window, enum feel feel) {
    rate(window, window->result.id, window->member == 0 ? window->before : -1, -1, feel);
    if (session_is_last(window)) {
        rate(window, window->last_id, -1, window->after, FEEL_NONE);
        if (window->chain.bedtime && window->rating_wanted && window->after < 0) {
            night_keep(window->house->store, window->last_id);
        }
    }
}

// The number after is asked where it was wanted before, unless the command gave it; that of a
// bedtime chain is asked in the morning.
bool session_asks_after(const struct window *window) {
    return window->rating_wanted && !window->chain.bedtime && window->options->request->after < 0 &&
           window->last_id[0] != '\0';
}

static void tell_stand(struct window *window) {
    struct text_builder text = {0};
    if (was_recorded(window)) {
        plan_stand_words(&text, window->house, window->preparation->routine->id,
                         window->member > 0);
    }
    text_copy(window->stand, sizeof window->stand, text.text ? text.text : "");
    text_builder_free(&text);
}

void session_end(struct window *window, enum why why) {
    struct play *play = window->play;
    if (play->sinks_ms == 0) {
        play->sinks_ms = clock_monotonic_ms();
        window->result = sitting_finish(play->sitting, why);
    }
    SDL_EnableScreenSaver();
    window->why = why;
    window->chain_ms += window->result.played_ms;
    if (was_recorded(window)) {
        text_copy(window->last_id, sizeof window->last_id, window->result.id);
    }
    session_keep_ratings(window, FEEL_NONE);
    // Nothing is asked of somebody who is falling asleep.
    bool sleeps = window->chain.bedtime && why == WHY_NONE;
    if (window->nobody && why != WHY_NONE) {
        session_leave(window);
    } else if (window->nobody || sleeps || window->result.played_ms <= 0) {
        session_on(window);
    } else if (!session_is_last(window)) {
        session_done(window);
    } else {
        tell_stand(window);
        window_show(window, SCREEN_DONE);
    }
}

// Whether the routine rests from now on; `held` says how.
static bool find_hold(struct window *window) {
    const struct routine *routine = window->preparation->routine;
    const struct person *person = &window->gates->person;
    struct held *held = &window->held;
    *held = (struct held){.allowed = allowed_for(person, routine), .instead = -1};
    if (held->allowed.hold.reason == HOLD_NONE) {
        return false;
    }
    const struct routine *instead = allowed_instead(person, &window->house->catalog, routine);
    held->instead = instead ? gates_entry(window, instead) : -1;
    return true;
}

// What the answers have brought about, before she goes.
static void tell_after(struct window *window, enum feel feel) {
    bool recorded = was_recorded(window);
    bool open =
        recorded && feel == FEEL_NONE && routine_is_face_routine(window->preparation->routine);
    if (recorded) {
        gates_weigh(window);
    }
    if (recorded && find_hold(window)) {
        window_show(window, SCREEN_HELD);
        return;
    }
    bool kindly = open && hold_is_unanswered(&window->gates->person.held.past);
    session_on(window);
    if (kindly) {
        window_say(window, gate_words_unanswered());
    }
}

void session_done(struct window *window) {
    session_keep_ratings(window, FEEL_NONE);
    if (window->felt) {
        session_leave(window); // the chain ended behind one that has been asked about
        return;
    }
    window->felt = true;
    if (was_recorded(window) && routine_asks_closing(window->preparation->routine)) {
        window_show(window, SCREEN_FEEL);
    } else {
        tell_after(window, FEEL_NONE);
    }
}

void session_felt(struct window *window, enum feel feel) {
    session_keep_ratings(window, feel);
    tell_after(window, feel);
}
