// SPDX-License-Identifier: MIT
#include "cli/screen.h"

#include "base/clock.h"
#include "base/text.h"
#include "cli/view_levels.h"
#include "run/once.h"

enum { FPS_DEFAULT = 10, SIGNAL_POLL_MS = 250, SAID_MS = 3000 };

static bool counts_once(int key) {
    return key == ' ' || key == KEY_RIGHT || key == KEY_LEFT || key == KEY_SHIFT_LEFT ||
           key == KEY_ESCAPE || key == 'v' || key == 'V' || key == 's' || key == 'S' ||
           key == 'm' || key == 'M';
}

// The same key twice within the setting is a trembling hand; levels are stepped by many.
static bool is_repeat(struct screen *screen, int key) {
    int64_t now_ms = clock_monotonic_ms();
    bool steps = screen->view.levels && (key == KEY_LEFT || key == KEY_RIGHT);
    bool repeat = key == screen->last_key && counts_once(key) && !steps &&
                  now_ms - screen->last_key_ms < screen->settings->key_repeat_ms;
    if (!repeat) {
        screen->last_key = key;
        screen->last_key_ms = now_ms;
    }
    return repeat;
}

static void stop(struct screen *screen) {
    bool was_moving = sitting_pause(screen->sitting);
    bool stay = false;
    screen->why = ask_why(&screen->asker, &stay);
    if (!stay) {
        screen->over = true;
    } else if (was_moving) {
        sitting_toggle_pause(screen->sitting);
    }
}

// What is heard, by keys; at a gate any of them is an answer.
static bool take_sound_key(struct screen *screen, int key) {
    if (screen->view.levels && screen_levels_key(screen, key)) {
        return true;
    }
    switch (key) {
    case 'v':
        screen_turn_voice(screen);
        return true;
    case 'V':
        screen_say_all(screen);
        return true;
    case 's':
    case 'S':
        screen_turn_levels(screen);
        return true;
    default:
        return false;
    }
}

static void moved(struct screen *screen, bool has_moved) {
    if (has_moved && tty_is_plain(screen->tty)) {
        told_moved(&screen->told, screen->sitting);
    }
}

static void turn_help(struct screen *screen) {
    screen->view.levels = false;
    if (!tty_is_plain(screen->tty)) {
        screen->view.help = !screen->view.help;
        return;
    }
    for (int line = 0; view_key_line(line); line++) {
        told_line(view_key_line(line));
    }
}

static void take_key(struct screen *screen, int key) {
    struct sitting *sitting = screen->sitting;
    char said[64];
    if (sitting_player(sitting)->state != PLAYER_GATE && take_sound_key(screen, key)) {
        return;
    }
    switch (key) {
    case KEY_SUSPEND:
        sitting_pause(sitting);
        ask_suspend(&screen->asker);
        return;
    case KEY_CLOSED:
    case KEY_INTERRUPT:
        screen->why = WHY_INTERRUPTED;
        screen->over = true;
        return;
    case KEY_ESCAPE:
    case 'q':
        stop(screen);
        return;
    case KEY_LEFT:
        moved(screen, sitting_again(sitting));
        return;
    case KEY_SHIFT_LEFT:
        moved(screen, sitting_previous(sitting));
        return;
    case KEY_UP:
    case KEY_DOWN:
        sitting_volume(sitting, key == KEY_UP ? 1 : -1);
        text_format(said, sizeof said, _("Volume %d %%"), sitting_volume_percent(sitting));
        screen_say(screen, said);
        return;
    case 'm':
    case 'M':
        sitting_toggle_mute(sitting);
        return;
    case 'h':
    case 'H':
    case '?':
        turn_help(screen);
        return;
    default:
        break;
    }
    if (sitting_player(sitting)->state == PLAYER_GATE) {
        sitting_answer(sitting);
    } else if (key == ' ') {
        sitting_toggle_pause(sitting);
    } else if (key == KEY_RIGHT) {
        moved(screen, sitting_next(sitting));
    }
}

// How long to wait for a key: until something changes; a picture's time where the lamp moves.
static int64_t wait_of(const struct screen *screen) {
    int64_t wait_ms = sitting_wait_ms(screen->sitting);
    struct frame frame = sitting_frame(screen->sitting);
    bool moves = sitting_player(screen->sitting)->state == PLAYER_PLAYING && frame.segment &&
                 frame.into_ms < frame.segment->ramp_ms &&
                 frame.segment->level_from != frame.segment->level_to;
    int64_t picture_ms = 1000 / (screen->fps > 0 ? screen->fps : FPS_DEFAULT);
    wait_ms = moves && wait_ms > picture_ms ? picture_ms : wait_ms;
    return wait_ms < SIGNAL_POLL_MS ? wait_ms : SIGNAL_POLL_MS;
}

static void note_trouble(struct screen *screen) {
    const char *trouble = sitting_trouble(screen->sitting);
    if (trouble) {
        text_format(screen->notice, sizeof screen->notice, _("Not recorded: %s"), trouble);
        screen->view.notice = screen->notice;
        if (tty_is_plain(screen->tty)) {
            told_line(screen->notice);
        }
    }
}

static void tell_voiceless(struct screen *screen) {
    if (screen->hints && sitting_tell_voiceless(screen->sitting)) {
        screen->hints = false;
        once_remember(screen->house, ONCE_VOICELESS);
    }
}

static void show(struct screen *screen, const struct tick *tick) {
    struct view *view = &screen->view;
    if (tty_is_plain(screen->tty)) {
        told_tick(&screen->told, screen->sitting, tick);
        return;
    }
    if (view->said && clock_monotonic_ms() - screen->said_ms >= SAID_MS) {
        view->said = NULL;
    }
    view->levels = view->levels && tick->state != PLAYER_GATE; // its question has to be seen
    if (view->levels) {
        view_levels(view, screen->settings, screen->sitting, screen->chosen);
    } else {
        view_sitting(view, screen->sitting);
    }
    page_show(view->page);
}

void screen_play(struct screen *screen) {
    screen->over = screen->view.levels = false;
    screen->why = WHY_NONE;
    if (tty_is_plain(screen->tty)) {
        told_begin(&screen->told, screen->sitting, screen->view.aside, !screen->named);
        screen->named = true;
    }
    sitting_begin(screen->sitting);
    while (!screen->over) {
        struct tick tick = sitting_tick(screen->sitting);
        screen->view.waking =
            tick.state == PLAYER_GATE && (screen->view.waking || tick.waking == WAKE_OFF);
        note_trouble(screen);
        show(screen, &tick);
        if (tick.state == PLAYER_ENDED || *screen->asker.asked_to_stop) {
            screen->why = tick.state == PLAYER_ENDED ? WHY_NONE : WHY_INTERRUPTED;
            return;
        }
        tell_voiceless(screen);
        int key = tty_key(screen->tty, wait_of(screen));
        if (key != KEY_NONE && !is_repeat(screen, key)) {
            take_key(screen, key);
        }
    }
}

// The last sound rings out behind the end; any key shortens it.
void screen_ring_out(struct screen *screen) {
    while (sitting_ringing_ms(screen->sitting) > 0 && !*screen->asker.asked_to_stop) {
        if (!tty_is_plain(screen->tty)) {
            view_sitting(&screen->view, screen->sitting);
            page_show(screen->view.page);
        }
        if (tty_key(screen->tty, SIGNAL_POLL_MS) != KEY_NONE) {
            return;
        }
    }
}
