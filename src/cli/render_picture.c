// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "cli/render.h"

// When --size is not given: the window as it opens.
enum { WIDTH = 1280, HEIGHT = 800 };

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

bool render_picture(const struct rendering *rendering, struct error *err) {
    const struct arguments *arguments = rendering->arguments;
    const struct opened *opened = rendering->opened;
    struct still_request request = {.routine = opened->routine,
                                    .timeline = &opened->options,
                                    .width = arguments->width > 0 ? arguments->width : WIDTH,
                                    .height = arguments->height > 0 ? arguments->height : HEIGHT};
    return find_moment(arguments, opened->timeline, &request.at_ms, err) &&
           rendering->painter->write_still(rendering->house, &request, rendering->path, err);
}
