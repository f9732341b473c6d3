// SPDX-License-Identifier: MIT
#include <string.h>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/routines.h"
#include "sound/bank.h"
#include "sound/render.h"
#include "sound/track.h"

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

enum status command_render(struct house *house, const struct arguments *arguments,
                           struct error *err) {
    struct opened opened = {0};
    if (!ends_in(arguments->words[1], ".wav")) {
        error_set(err, ERROR_INPUT, _("%s: this version writes sound as .wav only"),
                  arguments->words[1]);
        return STATUS_USAGE;
    }
    bool right =
        opened_read(house, arguments, arguments->words[0], &opened, err) && bank_begin_offline(err);
    if (right) {
        right = render(house, arguments, &opened, err);
        bank_end_offline();
    }
    opened_free(&opened);
    return right ? STATUS_DONE : STATUS_FAILED;
}
