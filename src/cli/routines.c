// SPDX-License-Identifier: MIT
#include "cli/routines.h"

#include <assert.h>

#include "base/text.h"
#include "core/timeline.h"
#include "run/mine.h"
#include "run/words.h"

bool opened_options(struct house *house, const struct arguments *arguments,
                    struct timeline_options *options, struct error *err) {
    *options = timeline_options_written(words_phrases());
    if (arguments->mine) {
        if (!house->store && !house_open_store(house, true, err))
            return false;
        if (!mine_read(house->store, clock_wall_now(&house->clock), options, err))
            return false;
    }
    if (arguments->tempo_given)
        options->tempo = arguments->tempo;
    if (arguments->side != SIDE_NONE)
        options->side = arguments->side;
    if (arguments->reps > 0)
        options->reps = arguments->reps;
    return true;
}

bool opened_read(struct house *house, const struct arguments *arguments, const char *what,
                 struct opened *opened, struct error *err) {
    assert(what != NULL);
    *opened = (struct opened){0};
    house_read_catalog(house);
    opened->routine = catalog_open(&house->catalog, what, house->paths.images, text_language(),
                                   &opened->own, err);
    if (!opened->routine)
        return false;
    opened->is_own = opened->routine == &opened->own;
    if (!opened_options(house, arguments, &opened->options, err))
        return false;
    opened->timeline = timeline_compile(opened->routine, &opened->options, err);
    return opened->timeline != NULL || error_prefix(err, what);
}

void opened_free(struct opened *opened) {
    timeline_free(opened->timeline);
    if (opened->is_own)
        routine_free(&opened->own);
    *opened = (struct opened){0};
}
