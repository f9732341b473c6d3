// SPDX-License-Identifier: MIT
#pragma once

#include "core/timeline.h"

// How much of a step is played: the written numbers, as a person has adjusted them and as her dose
// and limits allow. For timeline_compile, and for whoever describes a step as it will be played.

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

// 0-10, or -1 where none is written.
int timeline_effort(const struct step *step, const struct timeline_options *options);

// Whether it is not played at all, its inner steps included.
bool timeline_leaves_out(const struct step *step, const struct timeline_options *options);
