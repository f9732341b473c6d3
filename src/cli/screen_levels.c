// SPDX-License-Identifier: MIT
#include "base/clock.h"
#include "base/text.h"
#include "cli/screen.h"
#include "cli/view_levels.h"

// How loud voice, tones and background are, by keys: on a sheet in place of the picture, which
// goes on.

void screen_say(struct screen *screen, const char *text) {
    if (tty_is_plain(screen->tty)) {
        told_line(text);
        return;
    }
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

// A line of the sheet, for who does not see it.
static void tell_line(struct screen *screen, int line) {
    char text[VIEW_LEVEL_MAX];
    if (tty_is_plain(screen->tty)) {
        view_level_line(screen->settings, screen->sitting, line, text);
        told_line(text);
    }
}

void screen_turn_levels(struct screen *screen) {
    screen->view.levels = !screen->view.levels;
    screen->view.help = false;
    screen->chosen = LEVEL_VOICE;
    if (!tty_is_plain(screen->tty)) {
        return;
    }
    for (int line = 0; screen->view.levels && line <= LEVEL_COUNT; line++) {
        tell_line(screen, line);
    }
    told_line(screen->view.levels ? _("Arrows choose and change   S back") : _("Back."));
}

bool screen_levels_key(struct screen *screen, int key) {
    int lines = LEVEL_COUNT + 1;
    switch (key) {
    case KEY_UP:
    case KEY_DOWN:
        screen->chosen =
            (enum level)(((int)screen->chosen + (key == KEY_DOWN ? 1 : lines - 1)) % lines);
        tell_line(screen, (int)screen->chosen);
        return true;
    case KEY_LEFT:
    case KEY_RIGHT:
        if (screen->chosen == LEVEL_COUNT) {
            next_ambience(screen, key == KEY_RIGHT);
        } else {
            levels_step(screen->house, screen->sitting, screen->chosen, key == KEY_RIGHT);
        }
        tell_line(screen, (int)screen->chosen);
        return true;
    case 't':
    case 'T':
        sitting_try(screen->sitting);
        return true;
    case KEY_ESCAPE:
        screen_turn_levels(screen);
        return true;
    default:
        return false;
    }
}
