// SPDX-License-Identifier: MIT
#pragma once

#include "app/repertoire.h"
#include "app/window.h"

// What of the repertoire is open to the person who sits here, as the first screen, the list and the
// pages show it. Weighed anew whenever one of them comes up; a start weighs once more by itself.

struct gates {
    struct person person;
    struct repertoire repertoire;
    struct allowed *all; // of each number of the repertoire; nothing where there is no routine
    int64_t *length_ms;  // the same, where a plan asks for it: how long it takes by that plan
};

void gates_weigh(struct window *window);
void gates_free(struct gates *gates);

const struct allowed *gates_of(const struct window *window, int entry);

// Whether it can be played now.
bool gates_let_play(const struct window *window, int entry);
// Shut by an answer that is asked anew before it is refused.
bool gates_ask_anew(const struct allowed *allowed);

// How long it takes: as a plan in force asks for it, else as it is written.
int64_t gates_length_ms(const struct window *window, int entry);

// The entry to play instead of one that cannot be played now, -1: none.
int gates_instead(const struct window *window, int entry);
// The number of a routine, by its id, -1: it is not in there.
int gates_entry(const struct window *window, const struct routine *routine);
