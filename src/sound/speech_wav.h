// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

// A WAV that came through a pipe tells a length that was unknown when it was written: 0, the most
// there can be, or a guess. This writes in what really came. False where the bytes are no WAV, or
// hold no sound.
bool speech_wav_repair(char *bytes, size_t length, struct error *err);

// Whether all is there of what was once repaired.
bool speech_wav_is_whole(const char *bytes, size_t length);
