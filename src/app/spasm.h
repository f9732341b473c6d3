// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"
#include "base/text.h"

// "Spasm now", by one key from everywhere: noted at once. Outside a session a sheet follows over
// what was open; it offers the routine for that moment and asks nothing that has to be answered.
// Within a session nothing follows and nothing stops: a line says that it is noted.

// ACT_SPASM.
void spasm_now(struct window *window);
// After something was taken back: the sheet goes with its entry.
void spasm_again(struct window *window);

// The catalog's number of the routine for that moment, -1: it is not there or may not be played
// now.
int spasm_easing(const struct window *window);
// The keys of the sheet by name, for who does not look.
void spasm_add_keys(const struct window *window, struct text_builder *text);

// Eyes may be shut by the spasm: while the voice is on (run/voice_use.h) one sentence says that it
// is noted and which keys lead on, within a session one word. It goes when the sheet goes. Where
// everything is read aloud app/reader says it, and this is silent.
void spasm_voice_say(struct window *window, const char *text);
void spasm_voice_tick(struct window *window);
int64_t spasm_voice_wait_ms(const struct window *window); // INT64_MAX: nothing is to come
void spasm_voice_end(struct window *window);
