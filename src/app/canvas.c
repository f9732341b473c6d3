// SPDX-License-Identifier: MIT
#include "app/canvas.h"

#include <assert.h>
#include <string.h>

#include "base/clock.h"
#include "base/memory.h"

enum {
    RECTS_MAX = 16,
    TITLE_BAR = 48,
    DESTROY_AFTER_MS = 30,
    WIDTH_LEAST = 480,
    HEIGHT_LEAST = 360,
    SMALL_WIDTH = 380,
    SMALL_HEIGHT = 196,
    SMALL_WIDTH_LEAST = 300,
    SMALL_HEIGHT_LEAST = 155,
    SMALL_EDGE = 16, // to the edges of the desktop
    LIGHT_FULL = 255
};

struct canvas {
    SDL_Window *window;
    SDL_Surface *surface; // the window's; SDL's own
    int width, height;    // of the picture
    SDL_Surface *between; // where the window's pixels have another form than Cairo's or are
                          // to be darker; else NULL
    int light;            // of LIGHT_FULL
    cairo_surface_t *picture;
    cairo_t *cairo;
    SDL_Rect rects[RECTS_MAX];
    int rect_count;
    bool lost;
    SDL_Rect usual; // of the window while it is in its small form; else empty
    bool was_largest;
    SDL_Rect small; // where the small form stood last; empty: nowhere yet
};

struct canvas *canvas_open(const char *title, int width, int height, struct error *err) {
    const char *driver = SDL_GetCurrentVideoDriver();
    // On X11 SDL would send each picture through OpenGL: on a machine without a graphics card that
    // is eight times the work and five times the memory. Other drivers know best themselves.
    if (driver && strcmp(driver, "x11") == 0) {
        SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    }
    Uint32 flags = SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    SDL_Rect room;
    bool known = SDL_GetDisplayUsableBounds(0, &room) == 0;
    if (known && room.w > 2 * width && room.h > 2 * height) {
        // A display this fine shows the usual size too small to read.
        width = room.w * 2 / 3;
        height = room.h * 2 / 3;
    }
    // A window as large as the desktop would lose its foot behind its own title bar.
    if (known && (room.w <= width || room.h < height + TITLE_BAR)) {
        flags |= SDL_WINDOW_MAXIMIZED;
        width = room.w < width ? room.w : width;
        height = room.h - TITLE_BAR < height ? room.h - TITLE_BAR : height;
    }
    SDL_Window *window = SDL_CreateWindow(title, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                                          width, height, flags);
    if (!window) {
        error_set(err, ERROR_DEVICE, "no window: %s", SDL_GetError());
        return NULL;
    }
    SDL_SetWindowMinimumSize(window, WIDTH_LEAST, HEIGHT_LEAST);
    struct canvas *canvas = memory_new(1, sizeof *canvas);
    canvas->window = window;
    canvas->light = LIGHT_FULL;
    canvas->lost = true;
    return canvas;
}

static void drop_picture(struct canvas *canvas) {
    if (canvas->cairo) {
        cairo_destroy(canvas->cairo);
        cairo_surface_destroy(canvas->picture);
    }
    SDL_FreeSurface(canvas->between);
    canvas->cairo = NULL;
    canvas->picture = NULL;
    canvas->between = NULL;
    canvas->surface = NULL;
    canvas->rect_count = 0;
}

void canvas_close(struct canvas *canvas) {
    if (!canvas) {
        return;
    }
    drop_picture(canvas);
    // SDL wakes itself on X11 by a message to its window, over a connection of its own. When the
    // key that closes the window has sent one and the window is gone before the server reads it,
    // Xlib ends the program with an error. Hidden at once, destroyed a moment later it cannot.
    SDL_HideWindow(canvas->window);
    clock_sleep_ms(DESTROY_AFTER_MS);
    SDL_DestroyWindow(canvas->window);
    memory_free(canvas);
}

static bool is_cairos_form(const SDL_Surface *surface) {
    Uint32 format = surface->format->format;
    return (format == SDL_PIXELFORMAT_RGB888 || format == SDL_PIXELFORMAT_ARGB8888) &&
           surface->pitch % 4 == 0 && !SDL_MUSTLOCK(surface);
}

// Where Cairo paints: the pixels between, where there are any, else the window's own.
static void paint_on(struct canvas *canvas, const SDL_Surface *target) {
    canvas->picture = cairo_image_surface_create_for_data(
        target->pixels, CAIRO_FORMAT_RGB24, canvas->width, canvas->height, target->pitch);
    canvas->cairo = cairo_create(canvas->picture);
}

static SDL_Surface *make_between(const struct canvas *canvas) {
    return SDL_CreateRGBSurfaceWithFormat(0, canvas->width, canvas->height, 32,
                                          SDL_PIXELFORMAT_RGB888);
}

static bool take_picture(struct canvas *canvas) {
    drop_picture(canvas);
    canvas->surface = SDL_GetWindowSurface(canvas->window);
    if (!canvas->surface) {
        return false;
    }
    canvas->width = canvas->surface->w;
    canvas->height = canvas->surface->h;
    if (!is_cairos_form(canvas->surface) || canvas->light < LIGHT_FULL) {
        canvas->between = make_between(canvas);
        if (!canvas->between) {
            return false;
        }
    }
    paint_on(canvas, canvas->between ? canvas->between : canvas->surface);
    canvas->lost = false;
    return true;
}

// From now on what is painted reaches the window through pixels between, which can be made darker.
// What was painted stays; false: there is no room for them.
static bool part_from_window(struct canvas *canvas) {
    cairo_surface_flush(canvas->picture);
    SDL_Surface *between = make_between(canvas);
    if (!between || SDL_BlitSurface(canvas->surface, NULL, between, NULL) != 0) {
        SDL_FreeSurface(between);
        return false;
    }
    cairo_destroy(canvas->cairo);
    cairo_surface_destroy(canvas->picture);
    canvas->between = between;
    paint_on(canvas, between);
    return true;
}

cairo_t *canvas_begin(struct canvas *canvas, bool *fresh) {
    *fresh = false;
    if (canvas->lost) {
        if (!take_picture(canvas)) {
            return NULL;
        }
        *fresh = true;
    }
    return canvas->cairo;
}

void canvas_touch(struct canvas *canvas, struct box box) {
    if (!canvas) {
        return;
    }
    struct box whole = box_whole(box);
    SDL_Rect all = {0, 0, canvas_width(canvas), canvas_height(canvas)};
    SDL_Rect rect = {(int)whole.x, (int)whole.y, (int)whole.width, (int)whole.height};
    SDL_Rect inside;
    if (!SDL_IntersectRect(&rect, &all, &inside)) {
        return;
    }
    if (canvas->rect_count == RECTS_MAX) {
        // More pieces than it is worth telling apart.
        canvas_touch_all(canvas);
        return;
    }
    canvas->rects[canvas->rect_count++] = inside;
}

void canvas_touch_all(struct canvas *canvas) {
    canvas->rects[0] = (SDL_Rect){0, 0, canvas_width(canvas), canvas_height(canvas)};
    canvas->rect_count = 1;
}

void canvas_send(struct canvas *canvas) {
    if (canvas->rect_count == 0 || canvas->lost) {
        return;
    }
    cairo_surface_flush(canvas->picture);
    if (canvas->between) {
        Uint8 light = (Uint8)canvas->light;
        SDL_SetSurfaceColorMod(canvas->between, light, light, light);
    }
    for (int i = 0; canvas->between && i < canvas->rect_count; i++) {
        SDL_Rect to = canvas->rects[i];
        SDL_BlitSurface(canvas->between, &canvas->rects[i], canvas->surface, &to);
    }
    // Refused when the window was resized a moment ago: its event is on the way.
    if (SDL_UpdateWindowSurfaceRects(canvas->window, canvas->rects, canvas->rect_count) != 0) {
        canvas->lost = true;
    }
    canvas->rect_count = 0;
}

void canvas_set_light(struct canvas *canvas, double light) {
    int level = (int)(light * LIGHT_FULL + 0.5);
    if (!canvas || level == canvas->light) {
        return;
    }
    if (!canvas->lost && !canvas->between && !part_from_window(canvas)) {
        return;
    }
    canvas->light = level;
    if (!canvas->lost) {
        canvas_touch_all(canvas);
    }
}

void canvas_lose(struct canvas *canvas) {
    canvas->lost = true;
}

void canvas_expose(struct canvas *canvas) {
    if (!canvas->lost && SDL_UpdateWindowSurface(canvas->window) != 0) {
        canvas->lost = true;
    }
}

int canvas_width(const struct canvas *canvas) {
    assert(canvas->picture);
    return canvas->width;
}

int canvas_height(const struct canvas *canvas) {
    assert(canvas->picture);
    return canvas->height;
}

void canvas_toggle_full(struct canvas *canvas) {
    if (!canvas) {
        return;
    }
    Uint32 mode = canvas_is_full(canvas) ? 0 : SDL_WINDOW_FULLSCREEN_DESKTOP;
    SDL_SetWindowFullscreen(canvas->window, mode);
    canvas->lost = true;
}

bool canvas_is_full(const struct canvas *canvas) {
    return canvas && (SDL_GetWindowFlags(canvas->window) & SDL_WINDOW_FULLSCREEN_DESKTOP) != 0;
}

void canvas_raise(struct canvas *canvas) {
    if (!canvas) {
        return;
    }
    if (SDL_GetWindowFlags(canvas->window) & SDL_WINDOW_MINIMIZED) {
        SDL_RestoreWindow(canvas->window);
    }
    SDL_RaiseWindow(canvas->window);
}

static SDL_Rect window_rect(SDL_Window *window) {
    SDL_Rect rect;
    SDL_GetWindowPosition(window, &rect.x, &rect.y);
    SDL_GetWindowSize(window, &rect.w, &rect.h);
    return rect;
}

static SDL_Rect small_corner(SDL_Window *window, bool from_right) {
    SDL_Rect rect = {SMALL_EDGE, SMALL_EDGE, SMALL_WIDTH, SMALL_HEIGHT};
    SDL_Rect room;
    int display = SDL_GetWindowDisplayIndex(window);
    if (SDL_GetDisplayUsableBounds(display < 0 ? 0 : display, &room) == 0) {
        rect.x = from_right ? room.x + SMALL_EDGE : room.x + room.w - SMALL_EDGE - SMALL_WIDTH;
        rect.y = room.y + room.h - SMALL_EDGE - SMALL_HEIGHT;
    }
    return rect;
}

static void place_window(SDL_Window *window, const SDL_Rect *rect) {
    SDL_SetWindowSize(window, rect->w, rect->h);
    SDL_SetWindowPosition(window, rect->x, rect->y);
}

void canvas_set_small(struct canvas *canvas, bool small, bool from_right) {
    if (!canvas || small == (canvas->usual.w > 0)) {
        return;
    }
    SDL_Window *window = canvas->window;
    if (small) {
        SDL_SetWindowFullscreen(window, 0);
        canvas->was_largest = (SDL_GetWindowFlags(window) & SDL_WINDOW_MAXIMIZED) != 0;
        SDL_RestoreWindow(window);
        canvas->usual = window_rect(window);
        SDL_SetWindowMinimumSize(window, SMALL_WIDTH_LEAST, SMALL_HEIGHT_LEAST);
        if (canvas->small.w == 0) {
            canvas->small = small_corner(window, from_right);
        }
        place_window(window, &canvas->small);
    } else {
        canvas->small = window_rect(window);
        SDL_SetWindowMinimumSize(window, WIDTH_LEAST, HEIGHT_LEAST);
        place_window(window, &canvas->usual);
        if (canvas->was_largest) {
            SDL_MaximizeWindow(window);
        }
        canvas->usual = (SDL_Rect){0, 0, 0, 0};
    }
    SDL_SetWindowAlwaysOnTop(window, small ? SDL_TRUE : SDL_FALSE);
    canvas->lost = true;
}
