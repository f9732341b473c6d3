// SPDX-License-Identifier: MIT
#include "report/picture.h"

#include <assert.h>
#include <cairo-svg.h>
#include <stddef.h>

#include "base/file.h"
#include "base/memory.h"

enum { FILE_MODE = 0644 };

struct picture {
    enum picture_kind kind;
    struct file_output *output;
    struct error failure; // of writing, found within Cairo
    cairo_surface_t *surface;
    cairo_t *cairo;
};

static cairo_status_t take_bytes(void *closure, const unsigned char *bytes, unsigned length) {
    struct picture *picture = closure;
    return file_output_append(picture->output, bytes, length, &picture->failure)
               ? CAIRO_STATUS_SUCCESS
               : CAIRO_STATUS_WRITE_ERROR;
}

static cairo_surface_t *surface_of(struct picture *picture, int width, int height) {
    if (picture->kind == PICTURE_SVG) {
        cairo_surface_t *surface =
            cairo_svg_surface_create_for_stream(take_bytes, picture, width, height);
        cairo_svg_surface_set_document_unit(surface, CAIRO_SVG_UNIT_PX);
        return surface;
    }
    return cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
}

struct picture *picture_begin(const char *path, int width, int height, struct error *err) {
    enum picture_kind kind = picture_kind_of(path);
    assert(kind != PICTURE_NONE);
    assert(width >= PICTURE_SIDE_LEAST && width <= PICTURE_SIDE_MOST);
    assert(height >= PICTURE_SIDE_LEAST && height <= PICTURE_SIDE_MOST);
    struct file_output *output = file_output_begin(path, FILE_MODE, err);
    if (!output) {
        return NULL;
    }
    struct picture *picture = memory_new(1, sizeof *picture);
    picture->kind = kind;
    picture->output = output;
    picture->surface = surface_of(picture, width, height);
    picture->cairo = cairo_create(picture->surface);
    return picture;
}

cairo_t *picture_cairo(const struct picture *picture) {
    return picture->cairo;
}

// Rounded to even numbers, so that no colour becomes darker on the whole.
void picture_coarsen(struct picture *picture) {
    if (picture->kind != PICTURE_PNG) {
        return;
    }
    cairo_surface_flush(picture->surface);
    unsigned char *bytes = cairo_image_surface_get_data(picture->surface);
    size_t length = (size_t)cairo_image_surface_get_stride(picture->surface) *
                    (size_t)cairo_image_surface_get_height(picture->surface);
    for (size_t i = 0; bytes && i < length; i++) {
        bytes[i] = bytes[i] < 254 ? (unsigned char)((bytes[i] + 1) & ~1) : 254;
    }
    cairo_surface_mark_dirty(picture->surface);
}

// Hands everything to the file.
static cairo_status_t write_out(struct picture *picture) {
    cairo_status_t status = cairo_status(picture->cairo);
    if (status == CAIRO_STATUS_SUCCESS && picture->kind == PICTURE_PNG) {
        status = cairo_surface_write_to_png_stream(picture->surface, take_bytes, picture);
    }
    if (status == CAIRO_STATUS_SUCCESS) {
        cairo_surface_finish(picture->surface);
        status = cairo_surface_status(picture->surface);
    }
    return status;
}

// Everything but the file.
static void release(struct picture *picture) {
    cairo_destroy(picture->cairo);
    cairo_surface_destroy(picture->surface);
    memory_free(picture);
}

bool picture_finish(struct picture *picture, struct error *err) {
    cairo_status_t status = write_out(picture);
    struct error failure = picture->failure;
    struct file_output *output = picture->output;
    release(picture);
    if (failure.code != ERROR_NONE) {
        *err = failure;
    } else if (status != CAIRO_STATUS_SUCCESS) {
        error_set(err, ERROR_FILE, "the picture cannot be made: %s",
                  cairo_status_to_string(status));
    } else {
        return file_output_commit(output, err);
    }
    file_output_abandon(output);
    return false;
}

void picture_abandon(struct picture *picture) {
    if (!picture) {
        return;
    }
    struct file_output *output = picture->output;
    release(picture);
    file_output_abandon(output);
}
