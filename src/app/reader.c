// SPDX-License-Identifier: MIT
#include "app/reader.h"

#include <string.h>

#include "app/element.h"
#include "app/focus.h"
#include "app/greeting.h"
#include "app/outside.h"
#include "app/play.h"
#include "app/reading.h"
#include "base/memory.h"
#include "base/text.h"
#include "run/aloud.h"

enum {
    POLL_MS = 10,    // while words are being made
    GAP_MS = 220,    // between two sentences
    EARLY_MS = 120,  // so long before the end of a sentence the next one is handed over
    STRUCK_MAX = 3,  // sentences that a speaker may still need
    VOICE_MAX = 320, // of what the voice was chosen by
};

struct reader {
    struct aloud *aloud;   // NULL: not wanted yet
    char voice[VOICE_MAX]; // that it was opened with
    const struct clip *struck[STRUCK_MAX];
    int64_t free_ms; // monotonic: what was handed over has been said
    struct reading reading;
};

void reader_open(struct window *window) {
    window->reader = memory_new(1, sizeof *window->reader);
}

void reader_close(struct window *window) {
    struct reader *reader = window->reader;
    if (reader) {
        reader_hush(window);
        aloud_close(reader->aloud);
        reading_free(&reader->reading);
        memory_free(reader);
        window->reader = NULL;
    }
}

// Nobody needs what was handed over any more.
static void cut(struct window *window) {
    struct reader *reader = window->reader;
    for (int i = 0; i < STRUCK_MAX; i++) {
        if (reader->struck[i]) {
            outside_hush(window, reader->struck[i]);
            reader->struck[i] = NULL;
        }
    }
    reader->free_ms = 0;
}

// Another voice may have been chosen meanwhile.
static struct aloud *open_aloud(struct window *window) {
    struct reader *reader = window->reader;
    const struct house *house = window->house;
    const struct settings *settings = &house->settings;
    char voice[VOICE_MAX];
    text_format(voice, sizeof voice, "%s %s", settings->voice_name, settings->voice_command);
    if (reader->aloud && strcmp(voice, reader->voice) == 0) {
        return reader->aloud;
    }
    aloud_close(reader->aloud);
    text_copy(reader->voice, sizeof reader->voice, voice);
    reader->aloud = aloud_open(&(struct aloud_options){.settings = settings,
                                                       .cache = house->paths.cache,
                                                       .own = house->paths.own_audio,
                                                       .beside = house->paths.audio});
    return reader->aloud;
}

static void say(struct window *window, const struct reading_texts *texts) {
    cut(window);
    struct aloud *aloud = open_aloud(window);
    aloud_say_all(aloud, texts->texts, texts->count, texts->said);
}

void reader_follow(struct window *window) {
    struct reader *reader = window->reader;
    struct reading_texts texts = {0};
    if (!reader || !window->house->settings.spoken || window->stale) {
        return;
    }
    if (reading_follow(&reader->reading, window, &texts)) {
        say(window, &texts);
    }
    reading_texts_free(&texts);
}

void reader_turn(struct window *window) {
    bool on = !window->house->settings.spoken;
    greeting_end(window);
    window_set(window, "spoken", on ? "true" : "false");
    if (on) {
        window_say(window, _("Everything is read aloud. Hold the space bar again to end it. "
                             "Ctrl hushes it."));
        reading_forget(&window->reader->reading);
        window_stale(window);
    } else {
        const char *const last = _("No longer read aloud.");
        window_say(window, last);
        say(window, &(struct reading_texts){.texts = {last}, .count = 1, .said = 1});
    }
}

void reader_typed(struct window *window, const char *text) {
    if (window->reader) {
        reading_type(&window->reader->reading, text, false);
    }
}

void reader_erased(struct window *window, const char *text) {
    if (window->reader) {
        reading_type(&window->reader->reading, text, true);
    }
}

void reader_hush(struct window *window) {
    struct reader *reader = window->reader;
    if (reader && reader->aloud) {
        cut(window);
        aloud_say_all(reader->aloud, NULL, 0, 0);
    }
}

void reader_repeat(struct window *window) {
    if (window->reader) {
        reading_forget(&window->reader->reading);
    }
}

static void keep(struct reader *reader, const struct clip *clip) {
    for (int i = STRUCK_MAX - 1; i > 0; i--) {
        reader->struck[i] = reader->struck[i - 1];
    }
    reader->struck[0] = clip;
}

static bool has_more(const struct reader *reader) {
    return reader && reader->aloud && aloud_is_busy(reader->aloud);
}

static int64_t until_next_ms(const struct reader *reader) {
    return reader->free_ms - EARLY_MS - clock_monotonic_ms();
}

void reader_tick(struct window *window) {
    struct reader *reader = window->reader;
    const struct clip *clip = NULL;
    while (has_more(reader) && until_next_ms(reader) <= 0 && aloud_take(reader->aloud, &clip)) {
        int64_t now_ms = clock_monotonic_ms();
        int64_t delay_ms = reader->free_ms > now_ms ? reader->free_ms - now_ms : 0;
        outside_strike(window, clip, delay_ms);
        reader->free_ms = now_ms + delay_ms + clip->frames / SOUND_PER_MS + GAP_MS;
        keep(reader, clip);
    }
}

int64_t reader_wait_ms(struct window *window) {
    const struct reader *reader = window->reader;
    if (!has_more(reader)) {
        return INT64_MAX;
    }
    int64_t next_ms = until_next_ms(reader);
    return next_ms > POLL_MS ? next_ms : POLL_MS;
}
