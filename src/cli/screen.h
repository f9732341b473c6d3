// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "cli/ask.h"
#include "cli/told.h"
#include "cli/tty.h"
#include "cli/view.h"
#include "run/house.h"
#include "run/levels.h"
#include "run/sitting.h"

// A sitting on a terminal that takes keys, until it ends or is left: with pictures or, where the
// tty is plain, told line by line.

struct screen {
    struct tty *tty;
    struct view view;
    struct told told; // on a plain tty: what was told in place of pictures
    bool named;       // the keys were
    struct asker asker;
    struct house *house;
    const struct settings *settings;
    int fps; // 0: the default
    struct sitting *sitting;
    enum level chosen; // on the sheet of levels; LEVEL_COUNT: what sounds behind
    int64_t said_ms;   // when view.said began to be shown
    char said[ERROR_TEXT_MAX];
    int last_key; // and when: a key held down counts once
    int64_t last_key_ms;
    enum why why; // it was left for
    bool hints;   // that nothing here can speak is still to be said
    bool over;    // left by the person, not ended
    char notice[ERROR_TEXT_MAX];
};

// Plays screen->sitting; `why` is WHY_NONE when its end was reached.
void screen_play(struct screen *screen);

// The keys of the sheet of levels, while it is shown; false: it has no use for this one.
bool screen_levels_key(struct screen *screen, int key);
// S: the sheet comes and goes.
void screen_turn_levels(struct screen *screen);
// V and Shift+V.
void screen_turn_voice(struct screen *screen);
void screen_say_all(struct screen *screen);

// Shows for some seconds at the foot what a key has done, or tells it.
void screen_say(struct screen *screen, const char *text);

// The last sound rings out behind the end; any key shortens it.
void screen_ring_out(struct screen *screen);
