// SPDX-License-Identifier: MIT
#include "run/signs_read.h"

#include <assert.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "core/week.h"
#include "run/diary_past.h"
#include "run/past_read.h"
#include "run/profile_read.h"
#include "store/answers.h"
#include "store/weeks.h"

#define ANSWERED "yes"

enum { KEY_MAX = sizeof((struct answer *)0)->key };

static const char *key_of(enum sign_id id, enum sign_reply reply, char to[KEY_MAX]) {
    static const char *const replies[] = {[SIGN_DOCTOR] = "doctor", [SIGN_AWAY] = "away"};
    static_assert(sizeof replies / sizeof *replies == SIGN_REPLIES, "a word each");
    bool whole = text_format(to, KEY_MAX, "sign-%s-%s", sign_rows[id].word, replies[reply]);
    assert(whole);
    (void)whole;
    return to;
}

// ---- what was answered ----

// An answer of either kind is the day on which it was shown; being under a doctor lasts.
static void take_answer(const struct answer *answer, int day_starts_min, struct sign_facts *facts) {
    for (int id = 0; id < SIGN_COUNT; id++) {
        for (int reply = 0; reply < SIGN_REPLIES; reply++) {
            char key[KEY_MAX];
            int64_t day = wall_day_of(answer->at, day_starts_min);
            bool given = strcmp(answer->value, ANSWERED) == 0 && day <= facts->today;
            if (!given ||
                strcmp(answer->key, key_of((enum sign_id)id, (enum sign_reply)reply, key)) != 0) {
                continue;
            }
            facts->known[id] = facts->known[id] || reply == SIGN_DOCTOR;
            facts->shown[id] = day > facts->shown[id] ? day : facts->shown[id];
        }
    }
}

static bool read_answers(struct house *house, struct sign_facts *facts, struct error *err) {
    struct answer_list list = {0};
    for (int id = 0; id < SIGN_COUNT; id++) {
        facts->shown[id] = INT64_MIN;
    }
    if (house->store && !answers_list(house->store, &list, err)) {
        return false;
    }
    for (int i = 0; i < list.count; i++) {
        take_answer(&list.answers[i], house->settings.day_starts_min, facts);
    }
    answer_list_free(&list);
    return true;
}

static bool read_profile(struct house *house, struct sign_facts *facts, struct error *err) {
    struct profile profile;
    if (!profile_read(house->store, clock_wall_now(&house->clock), &profile, err)) {
        return false;
    }
    facts->conditions = profile.conditions;
    facts->palsy_told = profile.onset_told;
    facts->palsy = wall_day(wall_at(clock_wall_now(&house->clock), profile.onset_s));
    facts->under_neurologist = profile.neurologist == REPLY_YES;
    return true;
}

// ---- what was told ----

struct pasts {
    struct diary_past diary;
    struct daily_past numbers, first; // those looked at, and the first ones
    struct treatment_past treatments;
    int64_t *warm; // owned
    int warm_count;
};

// The most of what was told of the week of `day` and the one before.
static bool read_weeks(struct house *house, int64_t day, struct sign_facts *facts,
                       struct error *err) {
    struct week_form_list list = {0};
    int64_t monday = week_monday(day);
    facts->week_severity = -1;
    if (house->store && !weeks_list(house->store, monday - WEEK_DAYS, monday, &list, err)) {
        return false;
    }
    for (int i = 0; i < list.count; i++) {
        int severity = list.forms[i].severity;
        facts->week_severity = severity > facts->week_severity ? severity : facts->week_severity;
    }
    week_form_list_free(&list);
    return true;
}

// A lifetime of numbers is not read for a look at the last weeks: those of two years, and of the
// cycles that the present one is held against.
static int64_t look_from(const struct treatment_past *treatments, int64_t day) {
    enum { BEFORE_DAYS = 2 * SIGN_RISE_BEFORE * WEEK_DAYS };
    int64_t from = day - SIGN_LOOK_DAYS;
    int last = treatments->injection_count - 1;
    while (last >= 0 && treatments->injections[last] > day) {
        last--;
    }
    int oldest = last > SIGN_CYCLES ? last - SIGN_CYCLES : 0;
    if (last >= 0 && treatments->injections[oldest] - BEFORE_DAYS < from) {
        from = treatments->injections[oldest] - BEFORE_DAYS;
    }
    return from;
}

static bool read_numbers(struct house *house, int64_t day, struct pasts *pasts, struct error *err) {
    int64_t from = look_from(&pasts->treatments, day);
    if (!daily_past_read(house, from, day, &pasts->numbers, err) ||
        !daily_past_first(house, &pasts->first, err)) {
        return false;
    }
    while (pasts->first.count > 0 && pasts->first.days[pasts->first.count - 1].day >= from) {
        pasts->first.count--;
    }
    return true;
}

static bool read_pasts(struct house *house, int64_t day, struct pasts *pasts, struct error *err) {
    int64_t ticks_from = day - SIGN_RECENT_DAYS - SIGN_EARLIER_DAYS + 1;
    int64_t warm_from = day - SIGN_RECENT_DAYS + 1;
    const struct past_warm_least least = {.on_last = SIGN_WARM_A_DAY, .days = SIGN_WARM_DAYS};
    return diary_past_read(house, ticks_from, day, &pasts->diary, err) &&
           treatment_past_read(house, &pasts->treatments, err) &&
           read_numbers(house, day, pasts, err) &&
           past_read_warm(house, warm_from, day, least, &pasts->warm, &pasts->warm_count, err);
}

static void free_pasts(struct pasts *pasts) {
    diary_past_free(&pasts->diary);
    daily_past_free(&pasts->numbers);
    daily_past_free(&pasts->first);
    treatment_past_free(&pasts->treatments);
    memory_free(pasts->warm);
}

static void raise_from(const struct pasts *pasts, struct sign_facts *facts,
                       struct raised_signs *raised) {
    const struct treatment_past *treatments = &pasts->treatments;
    facts->days = pasts->diary.days;
    facts->day_count = pasts->diary.count;
    facts->twitch = pasts->numbers.days;
    facts->twitch_count = pasts->numbers.count;
    facts->first = pasts->first.days;
    facts->first_count = pasts->first.count;
    facts->injections = treatments->injections;
    facts->injection_count = treatments->injection_count;
    facts->injuries = treatments->injuries;
    facts->injury_count = treatments->injury_count;
    facts->medicines = treatments->medicines;
    facts->medicine_count = treatments->medicine_count;
    facts->warm = pasts->warm;
    facts->warm_count = pasts->warm_count;
    raised->count = signs_raised(facts, raised->signs);
}

bool signs_read(struct house *house, int64_t day, struct raised_signs *raised, struct error *err) {
    struct pasts pasts = {0};
    struct sign_facts facts = {.today = day};
    *raised = (struct raised_signs){0};
    bool right = read_answers(house, &facts, err) && read_profile(house, &facts, err) &&
                 read_weeks(house, day, &facts, err) && read_pasts(house, day, &pasts, err);
    if (right) {
        raise_from(&pasts, &facts, raised);
    }
    free_pasts(&pasts);
    return right;
}

// ---- answering ----

bool signs_answer(struct house *house, enum sign_id id, enum sign_reply reply, struct error *err) {
    char key[KEY_MAX];
    return answers_set(house->store, key_of(id, reply, key), ANSWERED, "self",
                       clock_wall_now(&house->clock), err);
}

bool signs_answer_back(struct house *house, enum sign_id id, enum sign_reply reply,
                       struct error *err) {
    char key[KEY_MAX];
    struct answer_list list = {0};
    if (!answers_list(house->store, &list, err)) {
        return false;
    }
    bool right = true;
    key_of(id, reply, key);
    for (int i = 0; i < list.count; i++) {
        const struct answer *answer = &list.answers[i];
        if (strcmp(answer->key, key) == 0) {
            right = answers_take_back(house->store, key, ANSWERED, answer->at.utc_s, err);
        }
    }
    answer_list_free(&list);
    return right;
}
