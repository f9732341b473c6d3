// SPDX-License-Identifier: MIT
#include "app/still.h"

#include "app/element.h"
#include "app/play.h"
#include "base/memory.h"
#include "report/picture.h"

// A window that nobody sees, and in it a sitting that never begins: its position stands where it
// was put, and no clock moves it.
struct still {
    struct play_request nothing;
    struct app_options options;
    struct window window;
};

static bool still_open(struct still *still, struct house *house,
                       const struct still_request *request, int64_t at_ms, struct error *err) {
    const struct sitting_options options = {.routine = request->routine,
                                            .timeline = *request->timeline,
                                            .settings = &house->settings,
                                            .clock = &house->clock,
                                            .silent = true,
                                            .from_ms = at_ms,
                                            .before = -1};
    struct play *play = play_new(&options, err);
    if (!play) {
        return false;
    }
    play->shade = 0; // nobody touches it: the controls are away
    still->nothing = (struct play_request){.tempo = 1, .before = -1, .after = -1};
    still->options = (struct app_options){.house = house, .request = &still->nothing};
    struct window *window = &still->window;
    window_set_up(window, &still->options);
    window->play = play;
    window->screen = SCREEN_PLAY;
    window->width = request->width;
    window->height = request->height;
    window->layout = layout_make(window->width, window->height, house->settings.text_percent,
                                 window->from_right);
    window->scale = layout_body(&window->layout, 1);
    return true;
}

static void still_close(struct still *still) {
    struct play *play = still->window.play;
    window_tear_down(&still->window);
    play_free(play);
}

// As the window paints its screen, without the light that comes back when one is shown anew.
static void paint_whole(struct window *window, cairo_t *cairo) {
    window->cairo = cairo;
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
    struct still still = {0};
    if (!still_open(&still, house, request, request->at_ms, err)) {
        return false;
    }
    struct picture *picture = picture_begin(path, request->width, request->height, err);
    if (picture) {
        paint_whole(&still.window, picture_cairo(picture));
    }
    still_close(&still);
    return picture && picture_finish(picture, err);
}

struct reel {
    struct still still;
    cairo_surface_t *surface;
    cairo_t *cairo;
    bool begun; // there is a picture to go on from
};

struct reel *reel_open(struct house *house, const struct still_request *request,
                       struct error *err) {
    struct reel *reel = memory_new(1, sizeof *reel);
    if (!still_open(&reel->still, house, request, 0, err)) {
        memory_free(reel);
        return NULL;
    }
    reel->surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, request->width, request->height);
    reel->cairo = cairo_create(reel->surface);
    return reel;
}

void reel_close(struct reel *reel) {
    if (!reel) {
        return;
    }
    still_close(&reel->still);
    cairo_destroy(reel->cairo);
    cairo_surface_destroy(reel->surface);
    memory_free(reel);
}

bool reel_paint(struct reel *reel, int64_t at_ms, struct still_pixels *pixels) {
    struct window *window = &reel->still.window;
    sitting_stand(window->play->sitting, at_ms);
    if (reel->begun) {
        play_read_clocks(window);
        play_repaint(window);
    }
    if (!reel->begun || window->stale) {
        paint_whole(window, reel->cairo);
    }
    reel->begun = true;
    window->stale = false;
    cairo_surface_flush(reel->surface);
    *pixels = (struct still_pixels){
        .bytes = cairo_image_surface_get_data(reel->surface),
        .stride = cairo_image_surface_get_stride(reel->surface),
    };
    return pixels->bytes != NULL;
}
