// SPDX-License-Identifier: MIT
#include <string.h>

#include "base/text.h"
#include "files/plan_parts.h"

static const double TEMPO_LEAST = 0.25, TEMPO_MOST = 4.0;

static bool is_repeated(const struct step *step) {
    return step->verb == VERB_EXERCISE || (step->verb == VERB_MASSAGE && step->by_repetition);
}

static bool repeats_anything(const struct routine *routine) {
    for (int i = 0; i < routine->step_count; i++) {
        if (is_repeated(&routine->steps[i])) {
            return true;
        }
    }
    return false;
}

// The therapist's dose counts as it is written; that it lies outside of what was published is said.
static void compare_range(const struct group *group, const struct routine *routine,
                          const struct plan_dose *dose) {
    const struct dose_range *range = &routine->range;
    char least[TEXT_NUMBER_MAX], most[TEXT_NUMBER_MAX], written[TEXT_NUMBER_MAX];
    if (dose->reps > 0 && range->reps_max &&
        (dose->reps < range->reps_min || dose->reps > range->reps_max)) {
        group_warning(group, "reps", "%d is outside the published range of %s, %d to %d",
                      dose->reps, routine->id, range->reps_min, range->reps_max);
    }
    if (dose->hold_ms > 0 && range->hold_max_ms &&
        (dose->hold_ms < range->hold_min_ms || dose->hold_ms > range->hold_max_ms)) {
        group_warning(group, "hold", "%s s is outside the published range of %s, %s to %s s",
                      text_decimal((double)dose->hold_ms / 1000.0, written), routine->id,
                      text_decimal((double)range->hold_min_ms / 1000.0, least),
                      text_decimal((double)range->hold_max_ms / 1000.0, most));
    }
    if (dose->tempo > 0 && (dose->tempo < routine->tempo_min || dose->tempo > routine->tempo_max)) {
        group_warning(group, "tempo", "%s is outside the range of %s, %s to %s",
                      text_decimal(dose->tempo, written), routine->id,
                      text_decimal(routine->tempo_min, least),
                      text_decimal(routine->tempo_max, most));
    }
}

static void warn_of_nothing_to_change(const struct group *group, const struct routine *routine) {
    static const char *const keys[] = {"reps", "hold", "rest", "move", "effort", "mirror"};
    if (repeats_anything(routine)) {
        return;
    }
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (group_has(group, keys[i])) {
            group_warning(group, keys[i], "changes nothing: %s has no step with repetitions",
                          routine->id);
        }
    }
}

static bool has_name(const struct plan_dose *dose, const char *name) {
    for (int i = 0; i < dose->only_count; i++) {
        if (strcmp(dose->only[i], name) == 0) {
            return true;
        }
    }
    return false;
}

static void read_only(const struct group *group, const struct plan_reader *reader,
                      const struct routine *routine, struct plan_dose *dose) {
    const struct node *list = group_list(group, "only");
    int count = list ? node_length(list) : 0;
    if (list && (count < 1 || count > PLAN_ONLY_MAX)) {
        group_fault(group, "only", "must be a list of 1 to %d names of steps", PLAN_ONLY_MAX);
        return;
    }
    for (int i = 0; i < count; i++) {
        const struct node *node = node_element(list, i);
        const char *key = group_element_key(group, "only", i);
        if (!group_check_text(group, node, key, ROUTINE_TEXT_MAX)) {
            continue;
        }
        const char *name = plan_routine_step(group, reader, routine, node, key);
        if (name && !has_name(dose, name)) {
            dose->only[dose->only_count++] = name;
        }
    }
}

struct plan_dose plan_dose_none(void) {
    return (struct plan_dose){
        .reps = -1, .effort = -1, .move_ms = -1, .hold_ms = -1, .rest_ms = -1, .tempo = -1};
}

void plan_dose_read(const struct group *group, const struct plan_reader *reader,
                    const struct routine *routine, struct plan_dose *dose) {
    int mirror = MIRROR_NONE;
    *dose = plan_dose_none();
    group_whole(group, "reps", 1, ROUTINE_COUNT_MAX, &dose->reps);
    group_whole(group, "effort", 0, 10, &dose->effort);
    group_time(group, "move", &dose->move_ms);
    group_time(group, "hold", &dose->hold_ms);
    group_time(group, "rest", &dose->rest_ms);
    group_decimal(group, "tempo", TEMPO_LEAST, TEMPO_MOST, &dose->tempo);
    dose->mirror_given = group_word(group, "mirror", mirror_words, MIRROR_COUNT, &mirror);
    dose->mirror = (enum mirror)mirror;
    read_only(group, reader, routine, dose);
    if (routine) {
        compare_range(group, routine, dose);
        warn_of_nothing_to_change(group, routine);
    }
}
