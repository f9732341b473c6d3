// SPDX-License-Identifier: MIT
#include "cli/render.h"

#include <string.h>

#include "base/text.h"
#include "report/picture_kind.h"

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
static bool check_words(const struct arguments *arguments, bool picture, struct error *err) {
    const char *path = arguments->words[1];
    if (!picture && !ends_in(path, ".wav"))
        return error_set(err, ERROR_INPUT, _("%s: this version writes .wav and .png"), path);
    if (!picture && (arguments->at_given || arguments->width > 0))
        return error_set(err, ERROR_INPUT, _("%s: a sound has neither --at nor --size"), path);
    return true;
}

enum status command_render(struct house *house, const struct arguments *arguments,
                           const struct painter *painter,
                           const volatile sig_atomic_t *asked_to_stop, struct error *err) {
    struct opened opened = {0};
    bool picture = picture_kind_of(arguments->words[1]) == PICTURE_PNG;
    if (!check_words(arguments, picture, err))
        return STATUS_USAGE;
    const struct rendering rendering = {
        .house = house,
        .arguments = arguments,
        .opened = &opened,
        .painter = painter,
        .asked_to_stop = asked_to_stop,
        .path = arguments->words[1],
    };
    bool right = opened_read(house, arguments, arguments->words[0], &opened, err);
    if (right)
        right = (picture ? render_picture(&rendering, err) : render_sound(&rendering, err)) ||
                error_prefix(err, rendering.path);
    opened_free(&opened);
    return right ? STATUS_DONE : STATUS_FAILED;
}
