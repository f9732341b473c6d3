// SPDX-License-Identifier: MIT
#include <stdio.h>

#include "base/text.h"
#include "cli/evening.h"
#include "cli/told.h"
#include "run/once.h"
#include "run/sample.h"
#include "sound/speaker.h"

// The voice is heard before the first session of a life (run/sample.h).

enum { POLL_MS = 20, LINE_MAX = 128 };

// Where nothing is shown it is told once, and when another voice is heard.
static void show(const struct evening *evening, const struct sample *sample, bool is_new) {
    char texts[SAMPLE_ANSWERS][LINE_MAX];
    const char *lines[SAMPLE_ANSWERS];
    for (int i = 0; i < SAMPLE_ANSWERS; i++) {
        text_format(texts[i], LINE_MAX, "%2d   %-28s", i + 1,
                    sample_answer_words(sample, (enum sample_answer)i));
        lines[i] = texts[i];
    }
    const char *before = sample->heard ? _("Without an answer it goes on with this one.")
                                       : _("Without an answer the tones lead alone.");
    if (!tty_is_plain(evening->screen.tty)) {
        view_question(&evening->screen.view, before, sample_question(sample), lines,
                      SAMPLE_ANSWERS);
        page_show(evening->screen.view.page);
    } else if (is_new) {
        told_question(before, sample_question(sample), lines, SAMPLE_ANSWERS);
        fflush(stdout);
    }
}

// Whether the session is to begin.
static bool take_key(struct evening *evening, struct sample *sample, struct speaker *speaker,
                     int key, const struct clip *clip) {
    if (key == KEY_SUSPEND) {
        ask_suspend(&evening->screen.asker);
        return false;
    }
    if (key == KEY_ENTER) {
        key = '1';
    }
    if (key < '1' || key >= '1' + SAMPLE_ANSWERS) {
        return false;
    }
    if (clip) {
        speaker_hush(speaker, clip);
    }
    return sample_decide(evening->house, sample, (enum sample_answer)(key - '1'));
}

static bool is_leaving(const struct evening *evening, int key) {
    return *evening->asked_to_stop || key == KEY_CLOSED || key == KEY_INTERRUPT ||
           key == KEY_ESCAPE;
}

static void hear(struct evening *evening, struct sample *sample, struct speaker *speaker) {
    const struct clip *clip = NULL;
    int key = KEY_NONE;
    sample_begin(sample);
    bool is_new = true;
    while (!is_leaving(evening, key)) {
        show(evening, sample, is_new);
        if (sample_take(sample, &clip)) {
            speaker_strike_soft(speaker, clip, evening->house->settings.voice_volume, 0);
        }
        if (sample_wait_ms(sample) == 0) {
            sample_leave(evening->house, sample);
            return;
        }
        key = tty_key(evening->screen.tty, POLL_MS);
        if (take_key(evening, sample, speaker, key, clip)) {
            return;
        }
        is_new = key >= '1' && key < '1' + SAMPLE_ANSWERS;
    }
}

void evening_hear(struct evening *evening) {
    const struct preparation *first = evening->chain.members[0];
    struct sample sample;
    if (!evening_is_recorded(evening) || !sample_is_due(evening->house, evening->request, first) ||
        !once_remember(evening->house, ONCE_SAMPLE)) {
        return;
    }
    sample_open(evening->house, &sample);
    struct speaker *speaker =
        speaker_open(&(struct speaker_options){.volume_percent = evening->house->settings.volume});
    hear(evening, &sample, speaker);
    speaker_close(speaker, 0);
    sample_close(&sample);
}
