// SPDX-License-Identifier: MIT
#include "core/profile.h"

enum { HOUR_S = 3600, DAY_S = 24 * HOUR_S };

const char *const reply_words[REPLY_COUNT] = {
    [REPLY_YES] = "yes", [REPLY_NO] = "no", [REPLY_UNSURE] = "unsure"};

const char *const ask_words[ASK_COUNT] = {
    [ASK_ASTHMA] = "asthma",
    [ASK_COPD] = "copd",
    [ASK_HEART] = "heart",
    [ASK_PREGNANCY] = "pregnancy",
    [ASK_STABBING_PAIN] = "stabbing-pain",
    [ASK_STROKE] = "stroke",
    [ASK_CAROTID] = "carotid",
    [ASK_COLD_ALLERGY] = "cold-allergy",
    [ASK_BLOOD_THINNERS] = "blood-thinners",
};

static unsigned bit(enum profile_word word) {
    return 1u << word;
}

// "Not sure" counts as yes where a wrong no would do harm.
static bool is_yes_or_unsure(enum reply reply) {
    return reply == REPLY_YES || reply == REPLY_UNSURE;
}

// From the injection on; of one that is entered with its date alone from the beginning of that day.
static bool is_fresh(const struct profile *profile, int64_t now_s, int lock_hours) {
    return profile->toxin_told && now_s >= profile->toxin_from_s &&
           now_s < profile->toxin_s + (int64_t)lock_hours * HOUR_S;
}

unsigned profile_words_at(const struct profile *profile, int64_t now_s, int toxin_lock_hours) {
    unsigned words = profile->conditions & ~(bit(PROFILE_UNKNOWN) | bit(PROFILE_TOXIN_24H));
    if (is_yes_or_unsure(profile->answers[ANSWER_WEAK]) || is_yes_or_unsure(profile->floppy)) {
        words |= bit(PROFILE_PALSY_EARLY);
    }
    if (profile->answers[ANSWER_NARROWS] == REPLY_YES) {
        words |= bit(PROFILE_SYNK);
    }
    if (words == 0) {
        words = bit(PROFILE_UNKNOWN);
    }
    if (is_fresh(profile, now_s, toxin_lock_hours)) {
        words |= bit(PROFILE_TOXIN_24H);
    }
    return words;
}

// Whether an operation lies before a moment and its release, if any, not `slack_s` before it.
static bool is_unreleased(const struct profile *profile, int64_t at_s, int64_t slack_s) {
    bool released = profile->released_told && profile->released_s >= profile->surgery_s;
    return profile->surgery_told && at_s >= profile->surgery_s &&
           !(released && at_s - profile->released_s >= slack_s);
}

bool profile_awaits_surgeon(const struct profile *profile, int64_t now_s) {
    return is_unreleased(profile, now_s, 0);
}

// A day of slack, because a date alone names a whole day and the question asks about one.
bool profile_owes_date(const struct profile *profile) {
    if (!is_yes_or_unsure(profile->answers[ANSWER_INJECTED])) {
        return false;
    }
    int64_t asked_s = profile->answers_s;
    bool injected = profile->toxin_told && asked_s >= profile->toxin_from_s &&
                    asked_s - profile->toxin_s < DAY_S;
    return !injected && !is_unreleased(profile, asked_s, DAY_S);
}

bool profile_has_answers(const struct profile *profile) {
    return profile->answers[ANSWER_WEAK] != REPLY_NONE &&
           profile->answers[ANSWER_NARROWS] != REPLY_NONE &&
           profile->answers[ANSWER_INJECTED] != REPLY_NONE;
}

bool profile_wants_answers(const struct profile *profile, int64_t moved_s, int64_t now_s) {
    int64_t last_s = moved_s > profile->answers_s ? moved_s : profile->answers_s;
    return !profile_has_answers(profile) || now_s - last_s >= (int64_t)ANSWERS_DAYS * DAY_S ||
           (profile_owes_date(profile) && now_s - profile->answers_s >= DAY_S);
}
