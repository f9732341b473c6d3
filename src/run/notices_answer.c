// SPDX-License-Identifier: MIT
#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "run/notices.h"
#include "run/plan_change.h"
#include "run/plan_coming.h"
#include "run/plan_seen.h"
#include "store/answers.h"
#include "store/events.h"
#include "store/removal.h"

const char *const notice_answer_words[] = {
    [NOTICE_DOCTOR] = "doctor", [NOTICE_AWAY] = "away",   [NOTICE_APPOINTMENT] = "appointment",
    [NOTICE_AGAIN] = "again",   [NOTICE_STOP] = "enough", [NOTICE_SEEN] = "seen",
    [NOTICE_LESS] = "less",     [NOTICE_REST] = "rest",
};
static_assert(sizeof notice_answer_words / sizeof *notice_answer_words == NOTICE_ANSWERS,
              "a word each");

unsigned notice_answers(const struct notice *notice) {
    switch (notice->kind) {
    case NOTICE_SIGN:
        return 1u << NOTICE_AWAY | (notice->sign.id == SIGN_WEARING_OFF ? 1u << NOTICE_APPOINTMENT
                                                                        : 1u << NOTICE_DOCTOR);
    case NOTICE_FORTNIGHT:
        return 1u << NOTICE_AGAIN | 1u << NOTICE_STOP;
    case NOTICE_NEW_PLAN:
        return 1u << NOTICE_SEEN;
    case NOTICE_TOO_MUCH:
        return 1u << NOTICE_LESS | 1u << NOTICE_REST | 1u << NOTICE_AWAY;
    case NOTICE_NONE:
    case NOTICE_KINDS:
        break;
    }
    return 0;
}

const char *notice_word(const struct notice *notice) {
    return notice->kind == NOTICE_SIGN ? sign_rows[notice->sign.id].word : notice->plan;
}

static int newest_of(const struct plan_shelf *shelf, const char *id) {
    for (int i = shelf->book.version_count - 1; i >= 0; i--) {
        if (strcmp(shelf->book.versions[i].plan->id, id) == 0) {
            return i;
        }
    }
    return -1;
}

bool notice_meant(const struct plan_shelf *shelf, const char *word, enum notice_answer answer,
                  struct notice *notice) {
    *notice = (struct notice){.kind = NOTICE_SIGN, .version = -1};
    for (int id = 0; id < SIGN_COUNT; id++) {
        if (strcmp(sign_rows[id].word, word) == 0) {
            notice->sign.id = (enum sign_id)id;
            return true;
        }
    }
    notice->kind = answer == NOTICE_SEEN                             ? NOTICE_NEW_PLAN
                   : answer == NOTICE_AGAIN || answer == NOTICE_STOP ? NOTICE_FORTNIGHT
                                                                     : NOTICE_TOO_MUCH;
    notice->version = newest_of(shelf, word);
    text_copy(notice->plan, sizeof notice->plan, word);
    return notice->version >= 0;
}

// ---- the end of a fortnight ----

static bool set_over(struct house *house, const struct plan_shelf *shelf, int version, bool over,
                     struct error *err) {
    const struct plan *plan = shelf->book.versions[version].plan;
    char key[NOTICE_KEY_MAX], day[NOTICE_DAY_MAX];
    text_format(key, sizeof key, NOTICE_OVER_KEY, plan->id);
    text_format(day, sizeof day, "%d", (int)plan->from);
    return remembered_set(house->store, key, over ? day : "", err);
}

static bool begin_again(struct house *house, const char *id, struct error *err) {
    struct plan_coming coming;
    struct faults faults = {0};
    char row[UUID_TEXT_MAX];
    bool added = false;
    bool read = plan_coming_read(house, id, &coming, &faults);
    bool right =
        read ? plan_coming_keep(house, &coming, &added, row, err)
             : error_set(err, ERROR_INPUT, "%s", faults.count > 0 ? faults.items[0].why : id);
    if (read) {
        plan_coming_free(&coming);
    }
    faults_free(&faults);
    return right;
}

// The version that began it again goes, and the one before it was not answered.
static bool begin_back(struct house *house, const struct plan_shelf *shelf,
                       const struct notice *notice, struct error *err) {
    const struct plan *plan = shelf->book.versions[notice->version].plan;
    const struct stored_plan *stored = plan_shelf_stored(shelf, plan);
    int before = plan_seen_before(shelf, notice->version);
    if (before < 0 || !stored || plan->to < house_today(house)) {
        return error_set(err, ERROR_MISSING, _("%s was not begun once more"), notice->plan);
    }
    return removal_of(house->store, REMOVAL_PLAN, stored->row, err) &&
           set_over(house, shelf, before, false, err);
}

// ---- appointments ----

static bool appointment_back(struct house *house, struct error *err) {
    struct event event = {.note = NULL};
    bool found = false;
    if (!events_newest(house->store, EVENT_APPOINTMENT, &event, &found, err)) {
        return false;
    }
    bool ahead = found && event.day >= house_today(house);
    bool right = ahead ? events_remove(house->store, event.id, err)
                       : error_set(err, ERROR_MISSING, _("no appointment lies ahead"));
    event_free(&event);
    return right;
}

// ---- a day of rest ----

static bool rest_today(struct house *house, const struct plan_shelf *shelf,
                       const struct notice *notice, bool back, struct error *err) {
    int64_t today = house_today(house);
    struct stored_pause pause = {.from = today, .to = today};
    bool added;
    text_copy(pause.plan, sizeof pause.plan, notice->plan);
    return back ? plan_pause_undo(house, shelf, &pause, err)
                : plan_pause(house, shelf, &pause, &added, err);
}

// ---- all of them ----

bool notices_answer(struct house *house, const struct plan_shelf *shelf,
                    const struct notice *notice, enum notice_answer answer, struct error *err) {
    switch (answer) {
    case NOTICE_DOCTOR:
        return signs_answer(house, notice->sign.id, SIGN_DOCTOR, err);
    case NOTICE_AWAY:
        return notice->kind == NOTICE_TOO_MUCH
                   ? plan_less_put_away(house, notice->plan, true, err)
                   : signs_answer(house, notice->sign.id, SIGN_AWAY, err);
    case NOTICE_LESS:
        return plan_less_keep(house, shelf, &notice->less, err);
    case NOTICE_REST:
        return rest_today(house, shelf, notice, false, err);
    case NOTICE_AGAIN:
        return begin_again(house, notice->plan, err) &&
               set_over(house, shelf, notice->version, true, err);
    case NOTICE_STOP:
        return set_over(house, shelf, notice->version, true, err);
    case NOTICE_SEEN:
        return plan_seen_set(house, shelf, notice->version, true, err);
    case NOTICE_APPOINTMENT:
    case NOTICE_ANSWERS:
        break;
    }
    return true;
}

bool notices_answer_back(struct house *house, const struct plan_shelf *shelf,
                         const struct notice *notice, enum notice_answer answer,
                         struct error *err) {
    switch (answer) {
    case NOTICE_DOCTOR:
        return signs_answer_back(house, notice->sign.id, SIGN_DOCTOR, err);
    case NOTICE_AWAY:
        return notice->kind == NOTICE_TOO_MUCH
                   ? plan_less_put_away(house, notice->plan, false, err)
                   : signs_answer_back(house, notice->sign.id, SIGN_AWAY, err);
    case NOTICE_LESS:
        return plan_less_back(house, notice->plan, err);
    case NOTICE_REST:
        return rest_today(house, shelf, notice, true, err);
    case NOTICE_APPOINTMENT:
        return appointment_back(house, err);
    case NOTICE_AGAIN:
        return begin_back(house, shelf, notice, err);
    case NOTICE_STOP:
        return set_over(house, shelf, notice->version, false, err);
    case NOTICE_SEEN:
        return plan_seen_set(house, shelf, notice->version, false, err);
    case NOTICE_ANSWERS:
        break;
    }
    return true;
}
