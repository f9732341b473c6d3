// SPDX-License-Identifier: MIT
#include <math.h>

#include "app/element.h"
#include "app/first.h"
#include "app/night.h"
#include "app/play.h"
#include "app/session.h"
#include "base/text.h"

struct theme night_theme(const struct window *window) {
    bool dims = window->chain.bedtime && window->theme.name != THEME_CONTRAST;
    return dims ? theme_by_setting("dim") : window->theme;
}

// 1, and over the last half minute less and less, as the sound is.
static double falling_light(const struct window *window) {
    const struct sitting *sitting = window->play->sitting;
    const struct player *player = sitting_player(sitting);
    int64_t total_ms = sitting_timeline(sitting)->total_ms;
    int64_t left_ms = total_ms - player->position_ms;
    double falls_ms = fmin((double)total_ms, (double)TRACK_LULL_FRAMES / SOUND_PER_MS);
    bool moves = player->state == PLAYER_PLAYING || player->state == PLAYER_ENDED;
    return night_falls(window) && moves ? fmin(1, (double)left_ms / falls_ms) : 1;
}

double night_light(const struct window *window) {
    if (window->screen == SCREEN_NIGHT) {
        return 0;
    }
    if (window->screen != SCREEN_PLAY || !window->play) {
        return 1;
    }
    return fmax(falling_light(window), window->play->shade);
}

bool night_falls(const struct window *window) {
    return window->chain.bedtime && session_is_last(window) && !window->nobody;
}

void night_begin(struct window *window) {
    play_free(window->play); // the sound device is not needed any more
    window->play = NULL;
    window->message[0] = '\0';
    window_show(window, SCREEN_NIGHT);
    window->night_full = window->canvas && !canvas_is_full(window->canvas);
    if (window->night_full) {
        canvas_toggle_full(window->canvas); // no desktop shines beside it
    }
    SDL_ShowCursor(SDL_DISABLE);
}

void night_lift(struct window *window) {
    SDL_ShowCursor(SDL_ENABLE);
    if (window->night_full && canvas_is_full(window->canvas)) {
        canvas_toggle_full(window->canvas);
    }
    window->night_full = false;
}

static void wake(struct window *window) {
    night_lift(window);
    session_leave(window);
    if (!window->quit && !morning_show(window)) {
        first_show(window);
    }
}

static void night_paint(struct window *window) {
    struct box whole = {0, 0, window->width, window->height};
    struct element element = {.role = ROLE_BUTTON,
                              .box = whole,
                              .act = {ACT_DONE, 0},
                              .main = true,
                              // No ring shines in the dark.
                              .ring = {-2 * whole.width, -2 * whole.height, 1, 1}};
    text_copy(element.name, sizeof element.name, _("Back to the light"));
    element_add(window, &element);
    cairo_set_source_rgb(window->cairo, 0, 0, 0);
    cairo_paint(window->cairo);
}

// Any key that is more than a modifier.
static bool night_key(struct window *window, const SDL_KeyboardEvent *event) {
    SDL_Keycode key = event->keysym.sym;
    bool held = (key >= SDLK_LCTRL && key <= SDLK_RGUI) || key == SDLK_CAPSLOCK;
    if (!held && !event->repeat) {
        wake(window);
    }
    return true;
}

static void night_act(struct window *window, struct act act) {
    if (act.kind == ACT_DONE) {
        wake(window);
    }
}

const struct screen night_screen = {.paint = night_paint, .key = night_key, .act = night_act};
