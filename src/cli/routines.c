// SPDX-License-Identifier: MIT
#include "cli/routines.h"

#include <assert.h>

#include "base/log.h"
#include "base/text.h"
#include "core/prompts.h"
#include "core/timeline.h"
#include "run/wishes.h"
#include "run/words.h"

bool opened_person(struct house *house, const struct arguments *arguments, struct person *person,
                   struct error *err) {
    struct error trouble = {0};
    *person = (struct person){0};
    if (!house->store && !house_open_store(house, true, &trouble) && arguments->mine) {
        *err = trouble;
        return false;
    }
    if (trouble.code != ERROR_NONE) {
        log_warning("%s", trouble.text);
    }
    return person_read(house, person, err);
}

// As written, repetitions may be any number; as she would play it they go downwards.
static struct wishes wishes_of(const struct arguments *arguments) {
    return (struct wishes){
        .tempo = arguments->tempo_given ? arguments->tempo : 0,
        .side = arguments->side,
        .reps = arguments->mine ? arguments->reps : 0,
        .hold_ms = arguments->hold_ms,
        .length_ms = arguments->length_ms,
    };
}

bool opened_options(const struct house *house, const struct arguments *arguments,
                    const struct person *person, const struct routine *routine,
                    struct timeline_options *options, struct error *err) {
    struct wishes wishes = {.side = SIDE_NONE};
    const struct wishes asked = wishes_of(arguments);
    *options = timeline_options_written(words_phrases());
    if (arguments->mine) {
        struct allowed allowed = allowed_for_side(person, routine, arguments->side);
        allowed_apply(&allowed, person, routine, options);
        if (!wishes_read(house->store, routine, &options->asked, &wishes, err)) {
            return false;
        }
    } else {
        options->reps = arguments->reps;
    }
    wishes_join(&wishes, &asked);
    if (!wishes_check(routine, &options->asked, options->cycles_most, &wishes, err)) {
        return false;
    }
    wishes_apply(&wishes, options);
    return true;
}

static bool is_shipped(const struct catalog *catalog, const char *what) {
    return catalog_is_path(what) || catalog_find(catalog, what);
}

bool opened_read(struct house *house, const struct arguments *arguments, const char *what,
                 struct opened *opened, struct error *err) {
    assert(what != NULL);
    *opened = (struct opened){0};
    house_read_catalog(house);
    // Where nothing depends on the person, and the catalogue has it, her history stays closed.
    bool asks_who =
        arguments->mine || arguments->command == COMMAND_SHOW || !is_shipped(&house->catalog, what);
    if (asks_who && !opened_person(house, arguments, &opened->person, err))
        return false;
    opened->routine = person_open_routine(house, &opened->person, what, &opened->own, err);
    if (!opened->routine)
        return false;
    opened->is_own = opened->routine == &opened->own;
    opened->allowed = allowed_for_side(&opened->person, opened->routine, arguments->side);
    if (opened_options(house, arguments, &opened->person, opened->routine, &opened->options, err))
        opened->timeline = timeline_compile(opened->routine, &opened->options, err);
    return opened->timeline != NULL || error_prefix(err, what);
}

bool opened_is_known(const struct opened *opened, const struct arguments *arguments) {
    int completed = past_completed(&opened->person.held.past, opened->routine->id);
    return arguments->mine && completed >= PROMPT_KNOWN_AFTER;
}

void opened_free(struct opened *opened) {
    timeline_free(opened->timeline);
    person_free(&opened->person);
    if (opened->is_own)
        routine_free(&opened->own);
    *opened = (struct opened){0};
}
