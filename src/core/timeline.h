// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "core/routine.h"

// The routine laid flat: what happens, and when, on one line of time.
//
// Everything here is a pure function of the timeline and a position in milliseconds. The player
// asks it what to show, the mixer what to sound, the trace prints it; nobody changes it after
// timeline_compile. Positions are whole milliseconds from 0 to total_ms.
//
// Gates have no length: they divide the line into sections. Section k is what can be reached after
// k gates have been passed; gate k ends it. At a gate its own cues belong to the section before it,
// every other cue of that millisecond to the one after, so "what sounds between here and there" is
// one run of the cue array.

enum {
    TIMELINE_SEGMENTS_MAX = 20000,
    TIMELINE_LENGTH_MAX_MS = 4 * 3600 * 1000, // four hours: longer is a typing error
    TIMELINE_CHANGE_MS = 5000,                // to lay the hand on the other side
    TIMELINE_KEPT_WORDS = ROUTINE_STEPS_MAX / 64,
};

struct segment {
    int64_t start_ms, end_ms;
    const struct step *step; // borrowed from the routine
    int entry;               // index of the passage it belongs to
    enum phase phase;
    int rep, reps;    // from 1; 0 where the step has none
    int effort;       // 0-10 as it is to be done, -1 where the step gives none
    enum side side;   // none both left right
    const char *pose; // also a scene; NULL: none
    const char *say;  // on the first segment of a passage, or NULL
    // The figure's level (0 empty or at rest, 1 full or moved) goes from one to the other in
    // ramp_ms, eased, then stays; level_from is the level_to of the segment before.
    double level_from, level_to;
    int64_t ramp_ms;
};

// One passage through a written step; repeats make several of one step. Skipping goes from entry to
// entry. A gate is an entry without segments.
struct entry {
    int64_t start_ms;
    int section;
    const struct step *step;
    int gate; // its index, -1 when it is no gate
};

struct cue {
    int64_t at_ms;
    int section;
    enum sound sound; // SOUND_NONE: words
    const char *say;  // NULL: a sound
    int gate;         // the gate it belongs to, -1 for none
};

struct gate {
    int64_t at_ms;
    const char *text; // NULL: waits without words (pace = "mine")
    int64_t awake_ms; // 0: does not wake
    const struct step *step;
};

struct timeline {
    const struct routine *routine; // borrowed; outlives the timeline
    int64_t total_ms;
    struct segment *segments; // tile 0..total_ms
    int segment_count;
    struct entry *entries; // by section and start
    int entry_count;
    struct cue *cues; // in the order in which they sound: section, time, then as design section 7
    int cue_count;
    struct gate *gates;
    int gate_count;
    const struct step *asked_step; // that says what a plan has it say, NULL: none
    const char *asked_say;         // borrowed from the options
    char *trick;                   // owned: the person's own words, where segments say them
    char *opening; // owned: phrases.timer with the first words behind it, where it is said
};

// Sentences the compiler lays between the steps; words come in as arguments, as the time does.
struct timeline_phrases {
    const char *left;  // said while changing to the left side
    const char *right; // and to the right
    const char *over;  // said at the end
    // Said first where a pack is laid on and nobody waits at the gates for an answer, as in a file
    // (domain.md 5.1); NULL: it is not.
    const char *timer;
};

// What a plan asks for in place of what is written, in exercises and massage with repetitions
// (design section 5; laid by core/plan_lay.h). Zeroed it asks for nothing.
struct timeline_asked {
    int reps;                          // 0: as written
    int64_t move_ms, hold_ms, rest_ms; // 0: as written; a release is never asked for
    double tempo;                      // factor on durations, of breaths too; 0: 1
    bool effort_given, mirror_given;
    int effort; // 0-10
    enum mirror mirror;
    enum side side;                     // SIDE_LEFT or SIDE_RIGHT keeps that side alone
    bool keeps_some;                    // not all steps are played, but those
    uint64_t kept[TIMELINE_KEPT_WORDS]; // of this number; bit 0 of the first word is step 1
    const char *say; // borrowed, in place of the first movement's own words; NULL: none
};

// How this person plays it. Zeroed apart from the phrases and `tempo` = 1 it is the routine as
// written.
struct timeline_options {
    struct timeline_phrases phrases; // borrowed, outlive the timeline
    struct timeline_asked asked;     // by a plan, in place of what is written
    double tempo;                    // factor on durations, within the routine's limits
    enum side side;  // SIDE_LEFT or SIDE_RIGHT keeps that side alone; else SIDE_NONE
    int reps;        // replaces those of exercises and repeated massage; 0 keeps them
    int cycles;      // replaces those of breaths; 0 keeps them
    int64_t hold_ms; // replaces that of repetitions (timeline_takes_hold); 0 keeps it
    // What a small dose or a limit allows at most; 0: as written.
    int reps_most, effort_most, cycles_most;
    bool short_form;    // steps written `small = false` are left out
    bool imagine_only;  // nothing of the face is moved: such exercises are left out
    enum side affected; // left, right or both when known; resolves affected and healthy
    unsigned words;     // bit 1 << profile_word: which say_if and not_for apply
    char trick[ROUTINE_TEXT_MAX * 4 + 1]; // said in place of a step with own = "trick"; "": none
};

struct timeline_options timeline_options_written(struct timeline_phrases phrases);

// NULL with ERROR_LIMIT beyond the limits above, ERROR_INPUT when nothing is left to play or the
// tempo is outside the routine's. The result is the caller's.
struct timeline *timeline_compile(const struct routine *routine,
                                  const struct timeline_options *options, struct error *err);
void timeline_free(struct timeline *timeline);

// The segment that holds a position: start <= position < end; at total_ms and beyond the last one.
// -1 where there is none (a routine of gates alone).
int timeline_segment_at(const struct timeline *timeline, int64_t position_ms);

// What to show at a position.
struct frame {
    const struct segment *segment; // NULL where there is none
    int64_t into_ms;               // since the segment began
    int64_t left_ms;               // until it ends
    int count;                     // seconds left as a person counts them: 5 4 3 2 1
    double progress;               // 0..1 of the segment
    double level;                  // 0..1, continuous over the whole timeline
};
struct frame timeline_frame_at(const struct timeline *timeline, int64_t position_ms);

// The next position after this one at which a counted second or a segment changes; total_ms at the
// end.
int64_t timeline_next_change(const struct timeline *timeline, int64_t position_ms);

// The first cue of `section` at or after a position, as an index; cue_count when there is none
// behind it.
int timeline_cue_from(const struct timeline *timeline, int section, int64_t position_ms);

// The entry that a position in a section lies in.
int timeline_entry_at(const struct timeline *timeline, int section, int64_t position_ms);
