// SPDX-License-Identifier: MIT
#include "app/picture.h"

#include <SDL.h>
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "draw/shapes.h"

// What is used of SDL2_image, by the names it exports.
struct decoders {
    void *library;
    SDL_Surface *(*load)(const char *file);
    SDL_Surface *(*load_svg)(SDL_RWops *source, int width, int height); // since 2.6, or NULL
};

static struct decoders decoders_open(void) {
    static const char *const names[] = {"libSDL2_image-2.0.so.0", "libSDL2_image-2.0.0.dylib",
                                        "libSDL2_image.dylib", "SDL2_image.dll"};
    struct decoders decoders = {NULL, NULL, NULL};
    for (size_t i = 0; i < sizeof names / sizeof names[0] && !decoders.library; i++) {
        decoders.library = SDL_LoadObject(names[i]);
    }
    if (decoders.library) {
        // A function pointer passes through no cast of ISO C; its bytes do.
        void *load = SDL_LoadFunction(decoders.library, "IMG_Load");
        void *load_svg = SDL_LoadFunction(decoders.library, "IMG_LoadSizedSVG_RW");
        memcpy(&decoders.load, &load, sizeof load);
        memcpy(&decoders.load_svg, &load_svg, sizeof load_svg);
    }
    return decoders;
}

static bool ends_in(const char *path, const char *ending) {
    size_t length = strlen(path);
    size_t tail = strlen(ending);
    return length > tail && SDL_strcasecmp(path + length - tail, ending) == 0;
}

static SDL_Surface *decode(const struct decoders *decoders, const char *path, int most) {
    if (decoders->load_svg && ends_in(path, ".svg")) {
        SDL_RWops *source = SDL_RWFromFile(path, "rb");
        SDL_Surface *surface = source ? decoders->load_svg(source, most, 0) : NULL;
        if (source) {
            SDL_RWclose(source);
        }
        return surface;
    }
    return decoders->load ? decoders->load(path) : NULL;
}

static bool is_too_large(double width, double height) {
    return width * height > PICTURE_PIXELS_MAX || width < 1 || height < 1;
}

static unsigned char veiled(unsigned char value, unsigned char alpha) {
    return (unsigned char)((value * alpha + 127) / 255);
}

// Cairo wants colours multiplied by their alpha.
static cairo_surface_t *to_cairo(SDL_Surface *plain) {
    cairo_surface_t *picture = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, plain->w, plain->h);
    if (cairo_surface_status(picture) != CAIRO_STATUS_SUCCESS) {
        cairo_surface_destroy(picture);
        return NULL;
    }
    unsigned char *to = cairo_image_surface_get_data(picture);
    int stride = cairo_image_surface_get_stride(picture);
    for (int y = 0; y < plain->h; y++) {
        const uint32_t *from =
            (const void *)((const char *)plain->pixels + (ptrdiff_t)y * plain->pitch);
        uint32_t *row = (void *)(to + (ptrdiff_t)y * stride);
        for (int x = 0; x < plain->w; x++) {
            unsigned char alpha = (unsigned char)(from[x] >> 24);
            row[x] = (uint32_t)alpha << 24 |
                     (uint32_t)veiled((unsigned char)(from[x] >> 16), alpha) << 16 |
                     (uint32_t)veiled((unsigned char)(from[x] >> 8), alpha) << 8 |
                     veiled((unsigned char)from[x], alpha);
        }
    }
    cairo_surface_mark_dirty(picture);
    return picture;
}

static cairo_surface_t *read_other(const char *path, int most, struct error *err) {
    struct decoders decoders = decoders_open();
    cairo_surface_t *picture = NULL;
    if (!decoders.load) {
        error_set(err, ERROR_INPUT, _("%s: only PNG can be read; JPEG and SVG need SDL2_image"),
                  path);
        return NULL;
    }
    SDL_Surface *raw = decode(&decoders, path, most);
    SDL_Surface *plain = raw && !is_too_large(raw->w, raw->h)
                             ? SDL_ConvertSurfaceFormat(raw, SDL_PIXELFORMAT_ARGB8888, 0)
                             : NULL;
    if (plain) {
        picture = to_cairo(plain);
    }
    if (!picture) {
        error_set(err, ERROR_INPUT, _("%s: no picture that can be read"), path);
    }
    SDL_FreeSurface(plain);
    SDL_FreeSurface(raw);
    SDL_UnloadObject(decoders.library);
    return picture;
}

// The size stands in the first bytes, before anything is unpacked. False: no PNG.
static bool png_size(const char *path, double *width, double *height) {
    static const unsigned char magic[8] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    unsigned char head[24];
    SDL_RWops *source = SDL_RWFromFile(path, "rb");
    bool whole = source && SDL_RWread(source, head, 1, sizeof head) == sizeof head;
    if (source) {
        SDL_RWclose(source);
    }
    if (!whole || memcmp(head, magic, sizeof magic) != 0) {
        return false;
    }
    *width = head[16] * 16777216.0 + head[17] * 65536.0 + head[18] * 256.0 + head[19];
    *height = head[20] * 16777216.0 + head[21] * 65536.0 + head[22] * 256.0 + head[23];
    return true;
}

cairo_surface_t *picture_read(const char *path, int most, struct error *err) {
    double width = 0;
    double height = 0;
    if (!png_size(path, &width, &height)) {
        return read_other(path, most, err);
    }
    cairo_surface_t *picture = NULL;
    if (!is_too_large(width, height)) {
        picture = cairo_image_surface_create_from_png(path);
    }
    if (!picture || cairo_surface_status(picture) != CAIRO_STATUS_SUCCESS) {
        if (picture) {
            cairo_surface_destroy(picture);
        }
        error_set(err, ERROR_INPUT, _("%s: no picture that can be read"), path);
        return NULL;
    }
    return picture;
}

struct box picture_place(cairo_surface_t *picture, struct box box) {
    double width = cairo_image_surface_get_width(picture);
    double height = cairo_image_surface_get_height(picture);
    double scale = fmin(box.width / width, box.height / height);
    double wide = width * scale;
    double high = height * scale;
    return (struct box){box_middle_x(box) - wide / 2, box_middle_y(box) - high / 2, wide, high};
}

void picture_paint(cairo_t *cairo, cairo_surface_t *picture, struct box place, double radius) {
    cairo_save(cairo);
    shape_round(cairo, place, radius);
    cairo_clip(cairo);
    cairo_translate(cairo, place.x, place.y);
    cairo_scale(cairo, place.width / cairo_image_surface_get_width(picture),
                place.height / cairo_image_surface_get_height(picture));
    cairo_set_source_surface(cairo, picture, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_GOOD);
    cairo_paint(cairo);
    cairo_restore(cairo);
}
