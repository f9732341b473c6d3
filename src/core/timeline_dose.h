// SPDX-License-Identifier: MIT
#pragma once

#include "core/timeline.h"

// How much of a step is played. For timeline_compile, and for whoever describes a step as it will
// be played.
//
// What counts, one over the other: the number in the file; a plan's in its place; what the person
// has chosen, which goes below a plan's number and never above it; and the most that a small dose,
// a limit or her own wish for less allows of all that.

// Repetitions of an exercise or a repeated massage, cycles of a breath; else the written count.
int timeline_count(const struct step *step, const struct timeline_options *options);

// Whether a hold that somebody has chosen goes into this step: one that is written within the
// published range of its routine. None, or one that is shorter or longer on purpose (a firm closure
// of the lids), stays as it is written; in strengthening all do, because there a therapist's plan
// alone makes more of it (domain.md 4.5).
bool timeline_takes_hold(const struct routine *routine, const struct step *step);

// The parts of a repetition and of a breath, at the tempo. The tempo is that of breaths, and of
// exercises where the file of the routine gives one.
struct movement_times timeline_movement(const struct routine *routine, const struct step *step,
                                        const struct timeline_options *options);
struct breath_times timeline_breath(const struct step *step,
                                    const struct timeline_options *options);

// 0-10, or -1 where none is written or asked for.
int timeline_effort(const struct step *step, const struct timeline_options *options);

enum mirror timeline_mirror(const struct step *step, const struct timeline_options *options);

// The one side that is played, left or right; SIDE_NONE: all sides as written. Her own word goes
// over the plan's.
enum side timeline_side(const struct timeline_options *options);

// The side that a step is played on: none, left, right, both, each or alternate.
enum side timeline_step_side(const struct step *step, const struct timeline_options *options);

// An exercise or a massage with repetitions: what a plan's numbers are for.
bool timeline_is_repeated(const struct step *step);

// Whether it is not played at all, its inner steps included.
bool timeline_leaves_out(const struct step *step, const struct timeline_options *options);

// Whether any step that is played is of that kind.
bool timeline_repeats(const struct routine *routine, const struct timeline_options *options);
