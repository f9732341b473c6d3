// SPDX-License-Identifier: MIT
#include "app/loop.h"

#include "app/element.h"
#include "app/focus.h"
#include "app/greeting.h"
#include "app/keys.h"
#include "app/night.h"
#include "app/outside.h"
#include "app/plans.h"
#include "app/play.h"
#include "app/pointer.h"
#include "app/reader.h"
#include "app/session.h"
#include "app/space_bar.h"
#include "app/spasm.h"
#include "app/toast.h"

// Letters become text only while a field has the focus: else the key that brings one there would
// be its first letter.
static void follow_writing(struct window *window) {
    const struct element *element = focus_element(window);
    bool writing = element && element->role == ROLE_FIELD;
    if (writing && !SDL_IsTextInputActive()) {
        SDL_StartTextInput();
    } else if (!writing && SDL_IsTextInputActive()) {
        SDL_StopTextInput();
    }
}

static void window_changed(struct window *window, const SDL_WindowEvent *event) {
    switch (event->event) {
    case SDL_WINDOWEVENT_EXPOSED:
        canvas_expose(window->canvas);
        break;
    case SDL_WINDOWEVENT_SIZE_CHANGED:
    case SDL_WINDOWEVENT_RESIZED:
        canvas_lose(window->canvas);
        break;
    case SDL_WINDOWEVENT_MINIMIZED:
    case SDL_WINDOWEVENT_HIDDEN:
        if (window->play) {
            window->play->hidden = true;
        }
        break;
    case SDL_WINDOWEVENT_RESTORED:
    case SDL_WINDOWEVENT_SHOWN:
    case SDL_WINDOWEVENT_MAXIMIZED:
        if (window->play) {
            window->play->hidden = false;
        }
        window_stale(window);
        break;
    case SDL_WINDOWEVENT_FOCUS_GAINED:
        window_read_settings(window);
        break;
    case SDL_WINDOWEVENT_FOCUS_LOST:
        space_bar_forget(window);
        break;
    case SDL_WINDOWEVENT_LEAVE:
        pointer_left(window);
        break;
    case SDL_WINDOWEVENT_CLOSE:
        window->quit = true;
        break;
    default:
        break;
    }
}

static void handle(struct window *window, const SDL_Event *event) {
    switch (event->type) {
    case SDL_QUIT:
        window->quit = true;
        break;
    case SDL_WINDOWEVENT:
        window_changed(window, &event->window);
        break;
    case SDL_KEYDOWN:
        keys_pressed(window, &event->key);
        break;
    case SDL_KEYUP:
        keys_released(window, &event->key);
        break;
    case SDL_TEXTINPUT:
        keys_text(window, event->text.text);
        break;
    case SDL_MOUSEMOTION:
        pointer_moved(window, event->motion.x, event->motion.y);
        break;
    case SDL_MOUSEBUTTONDOWN:
        pointer_pressed(window, &event->button);
        break;
    case SDL_MOUSEBUTTONUP:
        pointer_released(window, &event->button);
        break;
    case SDL_DROPBEGIN:
        plan_file_drop_begins(window);
        break;
    case SDL_DROPFILE:
        plan_file_drop(window, event->drop.file);
        SDL_free(event->drop.file);
        break;
    case SDL_MOUSEWHEEL:
        pointer_wheel(window, event->wheel.y);
        break;
    case SDL_AUDIODEVICEADDED:
    case SDL_AUDIODEVICEREMOVED:
        if (window->play) {
            sitting_device_changed(window->play->sitting);
        }
        break;
    default:
        break;
    }
}

static int64_t least(int64_t one, int64_t other) {
    return one < other ? one : other;
}

static bool sits_elsewhere(const struct window *window) {
    return window->play && window->screen != SCREEN_PLAY;
}

// How long nothing will happen by itself.
static int64_t wait_ms(struct window *window) {
    if (window->stale) {
        return 0;
    }
    int64_t wait = INT64_MAX;
    const struct screen *screen = screens[window->screen];
    if (screen->wait_ms) {
        wait = screen->wait_ms(window);
    }
    if (sits_elsewhere(window)) {
        wait = least(wait, sitting_wait_ms(window->play->sitting));
    }
    wait = least(wait, toast_wait_ms(window));
    wait = least(wait, greeting_wait_ms(window));
    wait = least(wait, spasm_voice_wait_ms(window));
    wait = least(wait, space_bar_wait_ms(window));
    wait = least(wait, reader_wait_ms(window));
    wait = least(wait, outside_wait_ms(window));
    return wait > 0 ? wait : 0;
}

static void wait_for_event(struct window *window) {
    enum { LONGEST_MS = 3600 * 1000 };
    SDL_Event event;
    int64_t wait = wait_ms(window);
    int got;
    if (wait == INT64_MAX) {
        got = SDL_WaitEvent(&event);
    } else if (wait > 0) {
        got = SDL_WaitEventTimeout(&event, (int)least(wait, LONGEST_MS));
    } else {
        got = SDL_PollEvent(&event);
    }
    while (got && !window->quit) {
        handle(window, &event);
        got = SDL_PollEvent(&event);
    }
}

static void tick(struct window *window) {
    toast_tick(window);
    greeting_tick(window);
    spasm_voice_tick(window);
    space_bar_tick(window);
    reader_tick(window);
    outside_tick(window);
    // Beside another screen a sitting stands, but its record goes on.
    if (sits_elsewhere(window)) {
        struct tick tick = sitting_tick(window->play->sitting);
        play_wake(window, &tick);
    }
    const struct screen *screen = screens[window->screen];
    if (screen->tick) {
        screen->tick(window);
    }
}

static bool is_asked_to_stop(const struct window *window) {
    return window->options->asked_to_stop && *window->options->asked_to_stop;
}

// A surface that was lost is got again before anything paints on it.
static void renew(struct window *window) {
    bool fresh = false;
    window->cairo = canvas_begin(window->canvas, &fresh);
    window->stale = window->stale || fresh;
}

void loop_run(struct window *window) {
    while (!window->quit && !is_asked_to_stop(window)) {
        canvas_set_light(window->canvas, night_light(window));
        renew(window);
        if (window->cairo && window->stale) {
            window_paint(window);
            follow_writing(window);
        }
        reader_follow(window);
        canvas_send(window->canvas);
        wait_for_event(window);
        if (!window->quit) {
            renew(window);
            tick(window);
        }
    }
}
