// SPDX-License-Identifier: MIT
#pragma once

#include "sound/clip.h"

// How loud a clip is: ITU-R BS.1770-4, K-weighted mean squares of blocks of 400 ms that begin every
// 100 ms, gated at -70 LUFS and at 10 LU below what is left. A clip shorter than a block counts as
// one.

// In LUFS; -HUGE_VAL for silence.
double loudness_of(const struct clip *clip);

// The highest value of the wave between and on the samples, of 1 for full scale: four points a
// sample.
double loudness_true_peak(const struct clip *clip);
