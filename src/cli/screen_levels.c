// SPDX-License-Identifier: MIT
#include "base/clock.h"
#include "base/text.h"
#include "cli/screen.h"

// How loud voice, tones and background are, by keys: on a sheet in place of the picture, which
// goes on.

void screen_say(struct screen *screen, const char *text) {
    text_copy(screen->said, sizeof screen->said, text);
    screen->view.said = screen->said;
    screen->said_ms = clock_monotonic_ms();
}

void screen_turn_voice(struct screen *screen) {
    bool on = levels_turn_voice(screen->house, screen->sitting);
    screen_say(screen, on ? _("Voice on") : _("Voice off"));
}

void screen_say_all(struct screen *screen) {
    levels_say_all(screen->house, screen->sitting);
    screen_say(screen, _("All words, for this session"));
}

// The next ambience; a file of the person's own stands before the first one and behind the last.
static void next_ambience(struct screen *screen, bool forward) {
    int index = levels_ambience(&screen->house->settings);
    if (index < 0) {
        index = forward ? 0 : LEVELS_AMBIENCES - 1;
    } else {
        index = (index + (forward ? 1 : LEVELS_AMBIENCES - 1)) % LEVELS_AMBIENCES;
    }
    levels_choose_ambience(screen->house, screen->sitting, index);
}

bool screen_levels_key(struct screen *screen, int key) {
    int lines = LEVEL_COUNT + 1;
    switch (key) {
    case KEY_UP:
    case KEY_DOWN:
        screen->chosen =
            (enum level)(((int)screen->chosen + (key == KEY_DOWN ? 1 : lines - 1)) % lines);
        return true;
    case KEY_LEFT:
    case KEY_RIGHT:
        if (screen->chosen == LEVEL_COUNT) {
            next_ambience(screen, key == KEY_RIGHT);
        } else {
            levels_step(screen->house, screen->sitting, screen->chosen, key == KEY_RIGHT);
        }
        return true;
    case 't':
    case 'T':
        sitting_try(screen->sitting);
        return true;
    case KEY_ESCAPE:
        screen->view.levels = false;
        return true;
    default:
        return false;
    }
}
