// SPDX-License-Identifier: MIT
#pragma once

#include "core/timeline.h"

// How much of a step is played: the written numbers, as a person has adjusted them and as her dose
// and limits allow. For timeline_compile, and for whoever describes a step as it will be played.

// Repetitions of an exercise or a repeated massage, cycles of a breath; else the written count.
int timeline_count(const struct step *step, const struct timeline_options *options);

// The parts of a repetition, tempo left aside.
struct movement_times timeline_movement(const struct step *step,
                                        const struct timeline_options *options);

// 0-10, or -1 where none is written.
int timeline_effort(const struct step *step, const struct timeline_options *options);

// Whether it is not played at all, its inner steps included.
bool timeline_leaves_out(const struct step *step, const struct timeline_options *options);
