// SPDX-License-Identifier: MIT
#pragma once

#include <signal.h>

#include "cli/tty.h"
#include "cli/view.h"
#include "core/vocabulary.h"

// Questions in the terminal, one key each; Enter or Escape leaves them unanswered. On a plain
// terminal (tty.h) they are told line by line, and what was answered too.

struct asker {
    struct tty *tty;
    struct view *view;
    const volatile sig_atomic_t *asked_to_stop;
};

// Ctrl-Z.
void ask_suspend(const struct asker *asker);

// 0-10, or -1. "1" waits a moment for a following 0; t is 10 too.
int ask_rating(const struct asker *asker, const char *before, const char *question);

// Why it ended early; WHY_INTERRUPTED when nothing is said. *stay becomes true when the person
// would rather go on.
enum why ask_why(const struct asker *asker, bool *stay);

// The closing question; FEEL_NONE when nothing is said.
enum feel ask_feel(const struct asker *asker);

// One of several answers by its number, from 0; -1 when it is left open. `before` may be "".
int ask_choice(const struct asker *asker, const char *before, const char *question,
               const char *const texts[], int count);

// Shows a text and wants a word typed and Enter; false when it is left, or another word stands
// there.
bool ask_word(const struct asker *asker, const char *text, const char *word);

// Yes by Enter or y, no by n or Escape.
bool ask_yes(const struct asker *asker, const char *question);

// A text to be read, then any key. False: it must end.
bool ask_begin(const struct asker *asker, const char *text);
