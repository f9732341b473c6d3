// SPDX-License-Identifier: MIT
#pragma once

// Where somebody's own voice lies: FOLDER/voice/LANGUAGE/ROUTINE/STEP and an ending.

// The file for a step (1-based; 3 or 03), or NULL where there is none; free with memory_free. A
// language of two parts (pt_BR) is looked for under its whole name, then under its first part. The
// endings are tried in this order: .wav, .flac, .ogg, .mp3.
char *speech_recording_find(const char *folder, const char *language, const char *routine,
                            int step);
