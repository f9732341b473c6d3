// SPDX-License-Identifier: MIT
#pragma once

#include <sndfile.h>
#include <stdbool.h>

// Any number of channels to two.

enum { FOLD_CHANNELS_MAX = 8 };

// How much of each channel goes to the left and to the right.
struct fold {
    int channels;
    float left[FOLD_CHANNELS_MAX], right[FOLD_CHANNELS_MAX];
};

// Where the channels of a file stand: as it says, else by the custom of its format. One channel
// goes to both sides, two stay as they are. Of more, the middle and those behind go to the front
// with 0.707 (-3 dB, ITU-R BS.775), the low effects are left out, and all is made as much softer as
// keeps full scale from being passed. False where there are more than eight.
bool fold_of(SNDFILE *file, const SF_INFO *info, struct fold *fold);

// `frames` frames of the file's channels to left and right.
void fold_frames(const struct fold *fold, const float *from, float *to, int frames);
