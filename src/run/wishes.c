// SPDX-License-Identifier: MIT
#include "run/wishes.h"

#include "base/memory.h"
#include "base/text.h"
#include "core/timeline_dose.h"
#include "run/adjustments.h"
#include "run/number_words.h"
#include "store/answers.h"

int wishes_reps_most(const struct routine *routine, const struct timeline_asked *asked) {
    struct timeline_options options = timeline_options_written((struct timeline_phrases){0});
    int most = 0;
    if (asked) {
        options.asked = *asked;
    }
    for (int i = 0; i < routine->step_count; i++) {
        const struct step *step = &routine->steps[i];
        int count = timeline_is_repeated(step) ? timeline_count(step, &options) : 0;
        most = count > most ? count : most;
    }
    return most;
}

static bool check_reps(const struct routine *routine, const struct timeline_asked *asked, int reps,
                       struct error *err) {
    int most = wishes_reps_most(routine, asked);
    if (reps == 0 || reps <= most) {
        return true;
    }
    if (most == 0) {
        return error_set(err, ERROR_INPUT, _("this routine has no repetitions"));
    }
    if (asked && asked->reps > 0) {
        return error_set(err, ERROR_INPUT,
                         _("your therapist's plan has %d repetitions; fewer is always right"),
                         most);
    }
    return error_set(err, ERROR_INPUT,
                     _("this routine has %d repetitions; more goes with your therapist's plan"),
                     most);
}

static bool has_hold(const struct routine *routine) {
    for (int i = 0; i < routine->step_count; i++) {
        if (timeline_takes_hold(routine, &routine->steps[i])) {
            return true;
        }
    }
    return false;
}

static bool check_hold(const struct routine *routine, const struct timeline_asked *asked,
                       int64_t hold_ms, struct error *err) {
    const struct dose_range *range = &routine->range;
    char least[TEXT_NUMBER_MAX], most[TEXT_NUMBER_MAX];
    if (hold_ms == 0) {
        return true;
    }
    if (range->hold_max_ms > 0 && routine->category == CATEGORY_STRENGTHENING) {
        return error_set(err, ERROR_INPUT,
                         _("in strengthening a hold changes with your therapist's plan alone"));
    }
    if (asked && asked->hold_ms > 0 && hold_ms > asked->hold_ms) {
        return error_set(err, ERROR_INPUT,
                         _("your therapist's plan has a hold of %s s; shorter is always right"),
                         number_words((double)asked->hold_ms / 1000.0, most));
    }
    if (hold_ms >= range->hold_min_ms && hold_ms <= range->hold_max_ms && has_hold(routine)) {
        return true;
    }
    if (!has_hold(routine)) {
        return error_set(err, ERROR_INPUT, _("the hold of this routine is fixed"));
    }
    return error_set(err, ERROR_INPUT, _("the hold of this routine goes from %s to %s s"),
                     number_words((double)range->hold_min_ms / 1000.0, least),
                     number_words((double)range->hold_max_ms / 1000.0, most));
}

int64_t wishes_length(const struct routine *routine, const struct timeline_asked *asked,
                      const struct wishes *wishes) {
    struct timeline_options options = timeline_options_written((struct timeline_phrases){0});
    struct error ignored = {0};
    if (asked) {
        options.asked = *asked;
    }
    wishes_apply(wishes, &options);
    struct timeline *timeline = timeline_compile(routine, &options, &ignored);
    int64_t length_ms = timeline ? timeline->total_ms : INT64_MAX;
    timeline_free(timeline);
    return length_ms;
}

int wishes_choice_count(const struct routine *routine) {
    return routine->choice_count > 0 ? routine->choice_count : routine->limit.cycles_max;
}

int wishes_choice_at(const struct routine *routine, int index) {
    return routine->choice_count > 0 ? routine->choices[index] : index + 1;
}

static bool find_cycles(const struct routine *routine, const struct timeline_asked *asked,
                        int cycles_most, struct wishes *wishes, struct error *err) {
    int64_t best_ms = INT64_MAX;
    if (wishes_choice_count(routine) == 0) {
        return error_set(err, ERROR_INPUT, _("the length of this routine is fixed"));
    }
    for (int i = 0; i < wishes_choice_count(routine); i++) {
        int cycles = wishes_choice_at(routine, i);
        if (cycles_most > 0 && cycles > cycles_most) {
            continue;
        }
        struct wishes tried = *wishes;
        tried.cycles = cycles;
        int64_t length_ms = wishes_length(routine, asked, &tried);
        int64_t away_ms = length_ms > wishes->length_ms ? length_ms - wishes->length_ms
                                                        : wishes->length_ms - length_ms;
        if (away_ms < best_ms) {
            best_ms = away_ms;
            wishes->cycles = cycles;
        }
    }
    wishes->length_ms = 0;
    return true;
}

static bool has_choice(const struct routine *routine, int cycles) {
    for (int i = 0; i < wishes_choice_count(routine); i++) {
        if (wishes_choice_at(routine, i) == cycles) {
            return true;
        }
    }
    return false;
}

bool wishes_check(const struct routine *routine, const struct timeline_asked *asked,
                  int cycles_most, struct wishes *wishes, struct error *err) {
    return check_reps(routine, asked, wishes->reps, err) &&
           check_hold(routine, asked, wishes->hold_ms, err) &&
           (wishes->length_ms == 0 || find_cycles(routine, asked, cycles_most, wishes, err)) &&
           (wishes->cycles == 0 || has_choice(routine, wishes->cycles) ||
            error_set(err, ERROR_INPUT, _("the length of this routine is fixed")));
}

void wishes_join(struct wishes *wishes, const struct wishes *more) {
    wishes->tempo = more->tempo > 0.0 ? more->tempo : wishes->tempo;
    wishes->side = more->side != SIDE_NONE ? more->side : wishes->side;
    wishes->reps = more->reps > 0 ? more->reps : wishes->reps;
    wishes->hold_ms = more->hold_ms > 0 ? more->hold_ms : wishes->hold_ms;
    wishes->cycles = more->cycles > 0 ? more->cycles : wishes->cycles;
    wishes->length_ms = more->length_ms > 0 ? more->length_ms : wishes->length_ms;
}

void wishes_apply(const struct wishes *wishes, struct timeline_options *options) {
    options->tempo = wishes->tempo > 0.0 ? wishes->tempo : options->tempo;
    options->side = wishes->side != SIDE_NONE ? wishes->side : options->side;
    options->hold_ms = wishes->hold_ms > 0 ? wishes->hold_ms : options->hold_ms;
    options->cycles = wishes->cycles > 0 ? wishes->cycles : options->cycles;
    if (wishes->reps > 0 && (options->reps_most == 0 || wishes->reps < options->reps_most)) {
        options->reps_most = wishes->reps;
    }
}

enum { KEY_MAX = ROUTINE_ID_MAX + sizeof "wishes." };

static void key_of(const char *routine, char to[KEY_MAX]) {
    text_format(to, KEY_MAX, "wishes.%s", routine);
}

// As text they have the form of a session's adjustments.
bool wishes_read(struct store *store, const struct routine *routine,
                 const struct timeline_asked *asked, struct wishes *wishes, struct error *err) {
    char key[KEY_MAX];
    char *text = NULL;
    struct timeline_options options = timeline_options_written((struct timeline_phrases){0});
    *wishes = (struct wishes){.side = SIDE_NONE};
    key_of(routine->id, key);
    if (store && !remembered_get(store, key, &text, err)) {
        return false;
    }
    adjustments_read(text, &options);
    memory_free(text);
    *wishes = (struct wishes){
        .tempo = options.tempo,
        .side = asked && asked->side != SIDE_NONE ? SIDE_NONE : options.side,
        .reps = options.reps,
        .hold_ms = options.hold_ms,
        .cycles = options.cycles,
    };
    struct error ignored = {0};
    if (!wishes_check(routine, asked, 0, wishes, &ignored) ||
        wishes_length(routine, asked, wishes) == INT64_MAX) {
        *wishes = (struct wishes){.side = SIDE_NONE};
    }
    return true;
}

bool wishes_keep(struct store *store, const char *routine, const struct wishes *wishes,
                 struct error *err) {
    char key[KEY_MAX], text[ADJUSTMENTS_TEXT_MAX];
    struct timeline_options options = timeline_options_written((struct timeline_phrases){0});
    options.tempo = wishes->tempo > 0.0 ? wishes->tempo : 1.0;
    options.side = wishes->side;
    options.reps = wishes->reps;
    options.hold_ms = wishes->hold_ms;
    options.cycles = wishes->cycles;
    key_of(routine, key);
    adjustments_write(&options, text);
    return remembered_set(store, key, text, err);
}
