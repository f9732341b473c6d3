// SPDX-License-Identifier: MIT
#include "app/app.h"

#include <stdlib.h>
#include <string.h>

#include "app/first.h"
#include "app/gates.h"
#include "app/greeting.h"
#include "app/hearing.h"
#include "app/list.h"
#include "app/loop.h"
#include "app/night.h"
#include "app/outside.h"
#include "app/page.h"
#include "app/reader.h"
#include "app/session.h"
#include "app/spasm.h"
#include "base/log.h"
#include "base/text.h"
#include "draw/font.h"

enum { WIDTH = 1280, HEIGHT = 800 };

// While the window is open SDL turns these signals into its quit event, which also ends a sleep
// without a limit; a handler of ours would only set its flag and leave the window asleep.
struct handlers {
    struct sigaction interrupt, terminate;
};

static struct handlers lend_signals(void) {
    struct handlers old;
    struct sigaction standard = {.sa_handler = SIG_DFL};
    sigaction(SIGINT, &standard, &old.interrupt);
    sigaction(SIGTERM, &standard, &old.terminate);
    return old;
}

static void take_signals_back(const struct handlers *old) {
    sigaction(SIGINT, &old->interrupt, NULL);
    sigaction(SIGTERM, &old->terminate, NULL);
}

// Drivers that draw into memory: no person can see or press anything.
static bool is_blind(void) {
    const char *driver = SDL_GetCurrentVideoDriver();
    return !driver || strcmp(driver, "dummy") == 0 || strcmp(driver, "offscreen") == 0;
}

static void open_store(struct window *window) {
    struct house *house = window->house;
    struct error err = {0};
    // Without a record the history is looked at all the same: it says what may be played.
    bool looks_only = window->options->request->no_record;
    if (!house->store && !house_open_store(house, looks_only, &err) && !looks_only) {
        // It costs the record, never the session.
        log_warning("%s", err.text);
        window_say(window, err.text);
    }
}

static void tell_of_missing_fonts(void) {
    if (!font_is_there()) {
        log_warning("%s", _("No font is installed, so the words in the window cannot be read. The "
                            "package fonts-dejavu-core holds one (Fedora: dejavu-sans-fonts, Arch "
                            "and Alpine: ttf-dejavu). Until then `repose play ROUTINE --terminal` "
                            "plays in the terminal."));
    }
}

// What the window begins with: the number of last night, then the routine that was asked for, else
// the first screen.
static bool choose_screen(struct window *window, struct error *err) {
    if (!window->nobody && !window->options->request->mini && morning_show(window)) {
        return true;
    }
    if (window->options->request->routine_count > 0) {
        if (!session_prepare_asked(window, err)) {
            return false;
        }
        session_ask(window);
        return true;
    }
    first_show(window);
    if (window->options->request->mini) {
        window_act(window, (struct act){ACT_BREATHE, 0});
    }
    return true;
}

static bool run(struct window *window, struct error *err) {
    window->canvas = canvas_open("repose", WIDTH, HEIGHT, err);
    if (!window->canvas) {
        return false;
    }
    window->nobody = is_blind();
    tell_of_missing_fonts();
    open_store(window);
    house_read_catalog(window->house);
    window->list = list_new(&window->house->catalog);
    if (!window->nobody) {
        reader_open(window);
    }
    bool begun = choose_screen(window, err);
    if (begun) {
        greeting_begin(window);
        hearing_prepare(window);
        loop_run(window);
    }
    hearing_end(window);
    reader_close(window);
    greeting_end(window);
    spasm_voice_end(window);
    session_abandon(window);
    outside_close(window);
    page_close(window->page);
    gates_free(window->gates);
    list_free(window->list);
    canvas_close(window->canvas);
    return begun;
}

int app_run(const struct app_options *options, struct error *err) {
    struct window window;
    struct handlers old = lend_signals();
    // What a desktop knows the window by (data/repose.desktop); else SDL takes the file's name.
    setenv("SDL_VIDEO_X11_WMCLASS", "repose", 0);
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) {
        error_set(err, ERROR_DEVICE, "no display: %s", SDL_GetError());
        take_signals_back(&old);
        return 1;
    }
    // Where no display answers SDL falls back to pictures that nobody sees.
    if (is_blind() && !SDL_getenv("SDL_VIDEODRIVER")) {
        error_set(err, ERROR_DEVICE, "no display answers");
        SDL_QuitSubSystem(SDL_INIT_VIDEO);
        take_signals_back(&old);
        return 1;
    }
    // The screen is kept awake only while a session plays.
    SDL_EnableScreenSaver();
    SDL_StopTextInput();
    window_set_up(&window, options);
    bool done = run(&window, err);
    window_tear_down(&window);
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
    take_signals_back(&old);
    if (done && window.failure.code != ERROR_NONE) {
        *err = window.failure;
        done = false;
    }
    return done ? 0 : 1;
}
