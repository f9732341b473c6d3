// SPDX-License-Identifier: MIT
#include "app/still.h"

#include "app/element.h"
#include "app/play.h"
#include "report/picture.h"

// A sitting that never begins: its position stands where it was opened, and no clock moves it.
static struct play *open_play(const struct house *house, const struct still_request *request,
                              struct error *err) {
    const struct sitting_options options = {.routine = request->routine,
                                            .timeline = *request->timeline,
                                            .settings = &house->settings,
                                            .clock = &house->clock,
                                            .silent = true,
                                            .from_ms = request->at_ms,
                                            .before = -1};
    struct play *play = play_new(&options, err);
    if (play) {
        play->shade = 0; // nobody touches it: the controls are away
    }
    return play;
}

// As the window paints its screen, without the light that comes back when one is shown anew.
static void paint(struct window *window, cairo_t *cairo, const struct still_request *request) {
    window->screen = SCREEN_PLAY;
    window->cairo = cairo;
    window->width = request->width;
    window->height = request->height;
    window->layout = layout_make(window->width, window->height,
                                 window->house->settings.text_percent, window->from_right);
    window->scale = layout_body(&window->layout, 1);
    cairo_save(cairo);
    window_turn(window, cairo);
    elements_begin(window);
    play_read_clocks(window);
    play_paint_whole(window);
    elements_end(window);
    cairo_restore(cairo);
}

bool still_write(struct house *house, const struct still_request *request, const char *path,
                 struct error *err) {
    const struct play_request nothing = {.tempo = 1, .before = -1, .after = -1};
    const struct app_options options = {.house = house, .request = &nothing};
    struct play *play = open_play(house, request, err);
    if (!play) {
        return false;
    }
    struct picture *picture = picture_begin(path, request->width, request->height, err);
    if (picture) {
        struct window window;
        window_set_up(&window, &options);
        window.play = play;
        paint(&window, picture_cairo(picture), request);
        window_tear_down(&window);
    }
    play_free(play);
    return picture && picture_finish(picture, err);
}
