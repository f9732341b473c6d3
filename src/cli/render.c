// SPDX-License-Identifier: MIT
#include "cli/render.h"

#include <errno.h>
#include <string.h>

#include "base/file.h"
#include "base/log.h"
#include "base/text.h"
#include "report/film.h"
#include "report/picture_kind.h"
#include "run/voice_use.h"
#include "run/words.h"

static bool ends_in(const char *path, const char *ending) {
    size_t length = strlen(path), more = strlen(ending);
    return length > more && strcmp(path + length - more, ending) == 0;
}

bool rendering_goes_on(const struct rendering *rendering, struct progress *progress, double share,
                       struct error *err) {
    progress_show(progress, share);
    return !*rendering->asked_to_stop || error_set(err, ERROR_INPUT, _("stopped"));
}

// What is written is told by the ending of its name.
enum kind { KIND_NONE, KIND_PICTURE, KIND_SOUND, KIND_FILM };

static enum kind kind_of(const char *path) {
    if (picture_kind_of(path) == PICTURE_PNG)
        return KIND_PICTURE;
    switch (film_kind_of(path)) {
    case FILM_FLAC:
    case FILM_OGG:
        return KIND_SOUND;
    case FILM_MP4:
        return KIND_FILM;
    default:
        return ends_in(path, ".wav") ? KIND_SOUND : KIND_NONE;
    }
}

static bool check_words(const struct arguments *arguments, enum kind kind, struct error *err) {
    const char *path = arguments->words[1];
    if (kind == KIND_NONE)
        return error_set(err, ERROR_INPUT, _("%s: ends in none of .wav .flac .ogg .mp4 .png"),
                         path);
    if (kind == KIND_SOUND && (arguments->at_given || arguments->width > 0))
        return error_set(err, ERROR_INPUT, _("%s: a sound has neither --at nor --size"), path);
    if (kind == KIND_FILM && arguments->at_given)
        return error_set(err, ERROR_INPUT, _("%s: a film has no --at"), path);
    if (kind == KIND_FILM && (arguments->width % 2 || arguments->height % 2))
        return error_set(err, ERROR_INPUT,
                         _("--size: width and height of a film are even numbers, as 1280x720"));
    return true;
}

// Before words are spoken for a minute.
static bool has_folder(const char *path, struct error *err) {
    struct text_builder folder = {0};
    const char *name = strrchr(path, '/');
    text_add_bytes(&folder, path, name ? (size_t)(name - path) : 0);
    bool there = folder.length == 0 || file_is_folder(folder.text);
    if (!there) {
        error_set(err, ERROR_FILE, "%s: %s", path, strerror(ENOENT));
    }
    text_builder_free(&folder);
    return there;
}

// Nothing in a file wakes whoever falls asleep below a pack: it says so first, and where it does
// not speak the command does.
static bool say_timer(struct opened *opened, bool speaks, struct error *err) {
    opened->options.phrases.timer = words_timer();
    timeline_free(opened->timeline);
    opened->timeline = timeline_compile(opened->routine, &opened->options, err);
    if (opened->timeline && opened->timeline->opening && !speaks)
        log_warning("%s", words_timer());
    return opened->timeline != NULL;
}

static bool render(const struct rendering *rendering, enum kind kind, struct error *err) {
    enum film_kind film = film_kind_of(rendering->path);
    int64_t frames = 0;
    if (film != FILM_NONE && !film_is_possible(err))
        return false;
    switch (kind) {
    case KIND_PICTURE:
        return render_picture(rendering, err);
    case KIND_FILM:
        return render_film(rendering, err);
    default:
        return render_sound(rendering, film, rendering->path, &frames, err);
    }
}

enum status command_render(struct house *house, const struct arguments *arguments,
                           const struct painter *painter,
                           const volatile sig_atomic_t *asked_to_stop, struct error *err) {
    struct opened opened = {0};
    enum kind kind = kind_of(arguments->words[1]);
    if (!check_words(arguments, kind, err))
        return STATUS_USAGE;
    const struct rendering rendering = {
        .house = house,
        .arguments = arguments,
        .opened = &opened,
        .painter = painter,
        .asked_to_stop = asked_to_stop,
        .path = arguments->words[1],
    };
    if (!has_folder(rendering.path, err))
        return STATUS_FAILED;
    bool speaks = voice_is_wanted(&house->settings, text_language()) && !arguments->no_voice;
    bool right = opened_read(house, arguments, arguments->words[0], &opened, err) &&
                 (kind == KIND_PICTURE || say_timer(&opened, speaks, err)) &&
                 (render(&rendering, kind, err) || error_prefix(err, rendering.path));
    opened_free(&opened);
    return right ? STATUS_DONE : STATUS_FAILED;
}
