// SPDX-License-Identifier: MIT
#include <string.h>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/routines.h"
#include "report/picture_kind.h"
#include "sound/bank.h"
#include "sound/render.h"
#include "sound/track.h"

// Of a picture, when --size is not given: the window as it opens.
enum { WIDTH = 1280, HEIGHT = 800 };

static bool ends_in(const char *path, const char *ending) {
    size_t length = strlen(path), more = strlen(ending);
    return length > more && strcmp(path + length - more, ending) == 0;
}

// The mixer is open and the timeline made: decode, lay the track, write.
static bool render(const struct house *house, const struct arguments *arguments,
                   const struct opened *opened, struct error *err) {
    struct bank bank = {0};
    struct track track = {0};
    const struct settings *settings = &house->settings;
    bool ambience = settings->ambience && !arguments->no_ambience;
    if (!bank_load(house->paths.audio, ambience ? opened->routine->ambience : NULL, &bank, err))
        return false;
    track_build(
        opened->timeline, &bank,
        &(struct track_options){.cues = settings->cues,
                                .ambience_percent = ambience ? settings->ambience_volume : 0},
        &track);
    bool right = render_wav(&track, arguments->words[1], err);
    track_free(&track);
    bank_free(&bank);
    return right || error_prefix(err, arguments->words[1]);
}

static bool render_sound(const struct house *house, const struct arguments *arguments,
                         const struct opened *opened, struct error *err) {
    if (!bank_begin_offline(err))
        return false;
    bool right = render(house, arguments, opened, err);
    bank_end_offline();
    return right;
}

// Behind the last position nothing is shown: the end is the last picture before it.
static bool find_moment(const struct arguments *arguments, const struct timeline *timeline,
                        int64_t *at_ms, struct error *err) {
    int64_t total_ms = timeline->total_ms;
    char total[TEXT_NUMBER_MAX];
    if (arguments->at_given && arguments->at_ms > total_ms)
        return error_set(err, ERROR_LIMIT, _("--at: it ends at %s seconds"),
                         text_decimal((double)total_ms / 1000, total));
    *at_ms = arguments->at_given ? arguments->at_ms : total_ms / 2;
    if (*at_ms >= total_ms)
        *at_ms = total_ms - 1;
    return true;
}

static bool render_picture(struct house *house, const struct arguments *arguments,
                           const struct opened *opened, still_writer *write_still,
                           struct error *err) {
    struct still_request request = {.routine = opened->routine,
                                    .timeline = &opened->options,
                                    .width = arguments->width > 0 ? arguments->width : WIDTH,
                                    .height = arguments->height > 0 ? arguments->height : HEIGHT};
    return find_moment(arguments, opened->timeline, &request.at_ms, err) &&
           (write_still(house, &request, arguments->words[1], err) ||
            error_prefix(err, arguments->words[1]));
}

// What is written is told by the ending of its name.
static bool check_words(const struct arguments *arguments, bool picture, struct error *err) {
    const char *path = arguments->words[1];
    if (!picture && !ends_in(path, ".wav"))
        return error_set(err, ERROR_INPUT, _("%s: this version writes .wav and .png"), path);
    if (!picture && (arguments->at_given || arguments->width > 0))
        return error_set(err, ERROR_INPUT, _("%s: a sound has neither --at nor --size"), path);
    return true;
}

enum status command_render(struct house *house, const struct arguments *arguments,
                           still_writer *write_still, struct error *err) {
    struct opened opened = {0};
    bool picture = picture_kind_of(arguments->words[1]) == PICTURE_PNG;
    if (!check_words(arguments, picture, err))
        return STATUS_USAGE;
    bool right = opened_read(house, arguments, arguments->words[0], &opened, err) &&
                 (picture ? render_picture(house, arguments, &opened, write_still, err)
                          : render_sound(house, arguments, &opened, err));
    opened_free(&opened);
    return right ? STATUS_DONE : STATUS_FAILED;
}
