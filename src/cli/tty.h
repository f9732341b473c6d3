// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

// The terminal as a device: raw keys in, bytes out, its size. Knows nothing of routines.
//
// tty_open changes the terminal's mode and takes the alternate screen, tty_close puts everything
// back. A plain one is written to line by line: the screen stays as it is, and so does the cursor.

struct tty;

enum key {
    KEY_NONE = 0, // nothing came in time
    KEY_RIGHT = 0x110000,
    KEY_LEFT,
    KEY_SHIFT_LEFT,
    KEY_UP,
    KEY_DOWN,
    KEY_ESCAPE,
    KEY_ENTER,
    KEY_BACKSPACE,
    KEY_INTERRUPT, // Ctrl-C
    KEY_SUSPEND,   // Ctrl-Z
    KEY_CLOSED,    // the terminal has gone
    // every other key is its Unicode number
};

struct tty_size {
    int columns, rows;
};

// Whether standard output is a terminal that understands cursor movements.
bool tty_is_screen(void);
bool tty_can_tell(void); // it is one at all
bool tty_can_ask(void);  // standard input is a terminal
// Whether the character set of the environment is UTF-8; else plain ASCII is drawn.
bool tty_speaks_utf8(void);

// NULL when the terminal refuses.
struct tty *tty_open(bool plain, struct error *err);
void tty_close(struct tty *tty);
bool tty_is_plain(const struct tty *tty);

struct tty_size tty_size(void);

// Waits at most this long for a key; a signal ends it early with KEY_NONE.
int tty_key(struct tty *tty, int64_t wait_ms);

// Puts the terminal back, stops the process as Ctrl-Z should, and takes the terminal again
// afterwards.
void tty_suspend(struct tty *tty);

// Writes all of it at once, so that no half picture shows.
void tty_write(struct tty *tty, const char *bytes, size_t length);
