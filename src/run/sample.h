// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "run/aloud.h"
#include "run/house.h"
#include "run/prepare.h"
#include "run/request.h"
#include "sound/speech_voices.h"

// Before the first session of a life the voice is heard for ten seconds: this one, another one, or
// tones alone; without a word it goes on as it is. Where rules alone speak nothing is heard until
// somebody asks for it, and without a word the tones lead. The window and the terminal show it
// each in its way.

enum {
    SAMPLE_LEAST_MS = 10000, // from the first sound on, or from when it could have come
    SAMPLE_BEHIND_MS = 1500, // behind its last word
    SAMPLE_MAKING_MS = 4000, // then it goes on without one
};

enum sample_answer { SAMPLE_THIS, SAMPLE_ANOTHER, SAMPLE_TONES, SAMPLE_ANSWERS };

struct sample {
    const struct speech_voice *voices[SPEECH_VOICES_MAX];
    int count, index;    // all, and the one that is heard
    bool heard;          // it was asked for, or need not be
    struct aloud *aloud; // NULL: nothing is being made
    int64_t since_ms;    // monotonic: it was asked for, or it sounds
    int64_t length_ms;   // of what sounds; 0: still to come
};

// Whether it is to be heard before this session: the first of all, with a voice that nobody has
// decided upon. Recordings of the routine are heard whatever is said, so nothing is asked then.
bool sample_is_due(const struct house *house, const struct play_request *request,
                   const struct preparation *preparation);

// Begins to make the first voice's words where they may be heard unasked. Close it in any case.
void sample_open(const struct house *house, struct sample *sample);
void sample_close(struct sample *sample);

// The question, and its answers by their number from 1; SAMPLE_ANSWERS of them.
const char *sample_question(const struct sample *sample);
const char *sample_answer_words(const struct sample *sample, enum sample_answer answer);

// It is shown from now on.
void sample_begin(struct sample *sample);
// The clip once, when it is there: to be struck at once, borrowed until an answer or the end.
bool sample_take(struct sample *sample, const struct clip **clip);
// How long it waits yet for an answer; 0: it goes on without one.
int64_t sample_wait_ms(const struct sample *sample);

// True: the session begins, and what was decided is kept. False: another one is being made.
bool sample_decide(struct house *house, struct sample *sample, enum sample_answer answer);
// Nobody answered.
void sample_leave(struct house *house, struct sample *sample);
