// SPDX-License-Identifier: MIT
#include "app/keys.h"

#include <string.h>

#include "app/element.h"
#include "app/field.h"
#include "app/focus.h"
#include "app/play.h"
#include "app/reader.h"
#include "app/scroll.h"
#include "app/space_bar.h"
#include "base/text.h"

bool keys_is_enter(const SDL_KeyboardEvent *event) {
    return event->keysym.sym == SDLK_RETURN || event->keysym.sym == SDLK_KP_ENTER;
}

bool keys_is_back(const struct window *window, const SDL_KeyboardEvent *event) {
    return event->keysym.sym == SDLK_ESCAPE && !event->repeat &&
           !(window->canvas && canvas_is_full(window->canvas));
}

static bool is_in_field(const struct window *window) {
    const struct element *element = focus_element(window);
    return element && element->role == ROLE_FIELD;
}

// A hand that trembles presses twice: the same key counts once within the setting. Text, Tab and
// the arrows of lists and volume repeat as they like.
static bool is_bounce(struct window *window, const SDL_KeyboardEvent *event) {
    SDL_Keycode key = event->keysym.sym;
    bool free = key == SDLK_TAB || key == SDLK_UP || key == SDLK_DOWN || key == SDLK_PAGEUP ||
                key == SDLK_PAGEDOWN || key == SDLK_BACKSPACE || event->keysym.mod & KMOD_CTRL;
    bool steps = window->screen == SCREEN_PLAY && !window->play->levels;
    bool moves = !steps && (key == SDLK_LEFT || key == SDLK_RIGHT);
    int64_t now_ms = clock_monotonic_ms();
    bool counts = window->screen == SCREEN_MINUTE; // twitches come as quickly as they like
    bool bounce = !free && !moves && !counts && key == window->last_key &&
                  now_ms - window->last_key_ms < window->house->settings.key_repeat_ms;
    if (!bounce && !event->repeat) {
        window->last_key = key;
        window->last_key_ms = now_ms;
    }
    return bounce;
}

static struct act act_of_control(const struct window *window, SDL_Keycode key) {
    enum { PLAIN = 100, STEP = 25 };
    int percent = window->house->settings.text_percent;
    switch (key) {
    case SDLK_q:
        return (struct act){ACT_QUIT, 0};
    case SDLK_COMMA:
        return (struct act){ACT_PROFILE, -1};
    case SDLK_z:
        return (struct act){ACT_UNDO, 0};
    case SDLK_PLUS:
    case SDLK_EQUALS:
    case SDLK_KP_PLUS:
        return (struct act){ACT_TEXT_SIZE, percent / STEP * STEP + STEP};
    case SDLK_MINUS:
    case SDLK_KP_MINUS:
        return (struct act){ACT_TEXT_SIZE, (percent - 1) / STEP * STEP};
    case SDLK_0:
    case SDLK_KP_0:
        return (struct act){ACT_TEXT_SIZE, PLAIN};
    default:
        return (struct act){ACT_NONE, 0};
    }
}

// Letters belong to the field while it has the focus; the F-keys beside them never do.
static struct act act_everywhere(const struct window *window, const SDL_Keysym *key, bool writing) {
    if (key->mod & KMOD_CTRL) {
        return act_of_control(window, key->sym);
    }
    if (key->mod & KMOD_LALT && key->sym >= SDLK_1 && key->sym <= SDLK_5) {
        static const enum act_kind rooms[] = {ACT_FIRST, ACT_LIST, ACT_DIARY, ACT_NONE, ACT_PLANS};
        return (struct act){rooms[key->sym - SDLK_1], 0};
    }
    bool emergency = key->sym == SDLK_e || key->sym == SDLK_EXCLAIM ||
                     (key->sym == SDLK_1 && key->mod & KMOD_SHIFT);
    if (key->sym == SDLK_F3 || (emergency && !writing)) {
        return (struct act){ACT_SAFETY, 0};
    }
    if (key->sym == SDLK_F2 || (key->sym == SDLK_n && !writing)) {
        return (struct act){ACT_SPASM, 0};
    }
    return (struct act){ACT_NONE, 0};
}

static struct act act_after_screen(const SDL_Keysym *key, bool writing) {
    if (key->sym == SDLK_F1 || (key->sym == SDLK_h && !writing)) {
        return (struct act){ACT_HELP, 0};
    }
    if (key->sym == SDLK_d && !writing) {
        return (struct act){ACT_DIARY, 0};
    }
    if (key->sym == SDLK_F11 || (key->sym == SDLK_f && !writing)) {
        return (struct act){ACT_FULL, 0};
    }
    return (struct act){ACT_NONE, 0};
}

static bool scroll_key(struct window *window, SDL_Keycode key) {
    double page = window->scroll.view.height * 0.85;
    double by = key == SDLK_PAGEDOWN ? page
                : key == SDLK_PAGEUP ? -page
                : key == SDLK_HOME   ? -window->scroll.height
                : key == SDLK_END    ? window->scroll.height
                                     : 0;
    scroll_by(window, &window->scroll, by);
    return by < 0 || by > 0;
}

// Arrows inside the group; up and down go on to the stop beside it.
static bool focus_key(struct window *window, const SDL_Keysym *key) {
    switch (key->sym) {
    case SDLK_TAB:
        focus_step(window, key->mod & KMOD_SHIFT ? -1 : 1);
        return true;
    case SDLK_LEFT:
        return focus_move(window, DIRECTION_LEFT);
    case SDLK_RIGHT:
        return focus_move(window, DIRECTION_RIGHT);
    case SDLK_UP:
        if (!focus_move(window, DIRECTION_UP)) {
            focus_step(window, -1);
        }
        return true;
    case SDLK_DOWN:
        if (!focus_move(window, DIRECTION_DOWN)) {
            focus_step(window, 1);
        }
        return true;
    default:
        return scroll_key(window, key->sym);
    }
}

// What is gone of a text that became shorter.
static void read_erased(struct window *window, const struct field *before) {
    const struct field *after = &window->field;
    size_t length = strlen(before->text), left = strlen(after->text);
    if (left < length) {
        char erased[FIELD_MAX];
        text_copy(erased, sizeof erased, before->text + after->caret);
        erased[length - left] = '\0';
        reader_erased(window, erased);
    }
}

static bool write_key(struct window *window, const SDL_Keysym *key) {
    const struct field before = window->field;
    bool changed = false;
    if (!field_key(&window->field, key, &changed)) {
        return field_is_letter(key);
    }
    window_stale(window);
    if (changed) {
        read_erased(window, &before);
        window_act(window, focus_element(window)->act);
    }
    return true;
}

// What the screen leaves over.
static void common_key(struct window *window, const SDL_KeyboardEvent *event) {
    SDL_Keycode key = event->keysym.sym;
    if (focus_key(window, &event->keysym) || event->repeat) {
        return;
    }
    if (keys_is_enter(event) || key == SDLK_SPACE) {
        focus_press(window);
    } else if (key == SDLK_ESCAPE && canvas_is_full(window->canvas)) {
        window_act(window, (struct act){ACT_FULL, 0});
    } else {
        window_act(window, act_after_screen(&event->keysym, false));
    }
}

// While somebody listens: Ctrl is silence, and the space bar says the doctor's page once more.
static bool listening_key(struct window *window, const SDL_KeyboardEvent *event) {
    SDL_Keycode key = event->keysym.sym;
    if (!window->house->settings.spoken || event->repeat) {
        return false;
    }
    if (key == SDLK_LCTRL || key == SDLK_RCTRL) {
        reader_hush(window);
        return true;
    }
    if (key == SDLK_SPACE && window->screen == SCREEN_SAFETY) {
        reader_repeat(window);
        return true;
    }
    return false;
}

static void press(struct window *window, const SDL_KeyboardEvent *event) {
    const struct screen *screen = screens[window->screen];
    bool writing = is_in_field(window);
    if (listening_key(window, event)) {
        return;
    }
    struct act act = act_everywhere(window, &event->keysym, writing);
    if (act.kind != ACT_NONE) {
        if (!event->repeat || act.kind == ACT_TEXT_SIZE || act.kind == ACT_UNDO) {
            window_act(window, act);
        }
        return;
    }
    if (event->keysym.mod & KMOD_LALT) {
        return; // the desktop's
    }
    if (writing && write_key(window, &event->keysym)) {
        return;
    }
    if (is_bounce(window, event)) {
        return;
    }
    if (!screen->key || !screen->key(window, event)) {
        common_key(window, event);
    }
}

void keys_pressed(struct window *window, const SDL_KeyboardEvent *event) {
    window->input_ms = clock_monotonic_ms();
    if (event->keysym.sym == SDLK_SPACE && space_bar_begin(window, event)) {
        return;
    }
    press(window, event);
}

static void insert(struct window *window, const char *text) {
    if (is_in_field(window) && field_insert(&window->field, text)) {
        reader_typed(window, text);
        window_stale(window);
        window_act(window, focus_element(window)->act);
    }
}

void keys_released(struct window *window, const SDL_KeyboardEvent *event) {
    SDL_KeyboardEvent begun;
    bool presses = false;
    if (event->keysym.sym != SDLK_SPACE || !space_bar_end(window, &begun, &presses) || !presses) {
        return;
    }
    window->input_ms = clock_monotonic_ms();
    if (is_in_field(window)) {
        insert(window, " ");
    } else {
        press(window, &begun);
    }
}

void keys_text(struct window *window, const char *text) {
    window->input_ms = clock_monotonic_ms();
    // The blank of a bar that is held is written when it is let go.
    if (!space_bar_is_down(window) || strcmp(text, " ") != 0) {
        insert(window, text);
    }
}
