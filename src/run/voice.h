// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/prompts.h"
#include "files/settings.h"
#include "run/script.h"
#include "sound/speaker.h"

// The voice of a session: makes the sound of its words ahead of time, on a thread, says when
// enough of it is there, lays down when each is spoken, and hands it to the track.

// All borrowed for the call alone but for the timeline, which outlives the voice. Recordings are
// looked for in `own`, in the folder of the routine's file, and in `beside`.
struct voice_options {
    const struct timeline *timeline;
    const struct settings *settings;
    const char *language;     // of the texts: "en"
    const char *cache;        // folder for what was made before and nothing else; NULL: none
    const char *own, *beside; // folders with recordings, NULL: none
    struct script_options script;
};

// Begins to make the words. NULL where none will be heard: the person does not want them
// (voice_use.h), nothing is said, or there is neither a program that speaks nor a recording.
struct voice *voice_open(const struct voice_options *options);
void voice_close(struct voice *voice);

// Takes what the thread has made since the last time; never waits. A voice of NULL is fine here and
// below: it is ready and has nothing.
void voice_take(struct voice *voice);

struct voice_progress {
    int done, count; // texts
    bool soon;       // those of the first minute are done
};
struct voice_progress voice_progress(const struct voice *voice);

// Whether a session that has waited so long may begin: everything is there; or what the first
// minute says, after a second in which more may come; or six seconds have passed. Where everything
// was made before it is waited for, which takes some tenths of a second: then the session sounds as
// it is rendered, to the last word.
enum { VOICE_WAIT_MS = 1000, VOICE_WAIT_MOST_MS = 6000 };
bool voice_is_ready(const struct voice *voice, int64_t waited_ms);

// When what is spoken, from the lengths that are known by now and an estimate of the others. The
// same prompts in every later call. NULL: nothing is.
const struct prompts *voice_prompts(struct voice *voice);

// The same where no voice can be had, from estimates alone. The caller frees them (prompts_free).
void voice_estimate(const struct timeline *timeline, const struct script_options *options,
                    struct prompts *prompts);

// Gives a track that was built with these prompts what is there by now and was not yet given.
// `speaker` (NULL: nobody plays the track) may be playing it: what comes too late then stays
// silent, which is said in the log, until the position goes back.
void voice_give(struct voice *voice, struct speaker *speaker, struct track *track);

// The position has passed these cues: words of them that are still being made are named in the log.
void voice_follow(struct voice *voice, int cue_first, int cue_end);
// Whether the words of a cue could not be made, though they were to be heard.
bool voice_lacks(const struct voice *voice, int cue);
// Whether it says what was recorded, and nothing else.
bool voice_is_recorded(const struct voice *voice);

// The voice takes the place of another one in the midst of a session: words of before a position
// are not missed.
void voice_join(struct voice *voice, int64_t position_ms);

// The words of a cue; those that end a pack in any case. NULL while they are not there. Borrowed.
const struct clip *voice_clip(const struct voice *voice, int cue);
const struct clip *voice_take_off(const struct voice *voice);
