// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/trend.h"

// How quiet the face has been (domain.md 8.4): a quiet spell is no healing, and nothing here ever
// says so. The words are those of `stats --json`.

enum quiet_status {
    QUIET_NONE,
    QUIET_DAY,       // the last rated day is 0
    QUIET_SPELL,     // 7 rated days running at 0, no gap over 2 days
    QUIET_REMISSION, // 28 days at 0
    QUIET_RETURNED,  // 1 or more on 2 of any 3 days after a spell
    QUIET_LONG,      // 24 months at 0 without treatment
    QUIET_COUNT
};
extern const char *const quiet_words[QUIET_COUNT];

// Design choices of domain.md 8.4 unless a source stands there.
enum {
    QUIET_SPELL_RATED = 7,
    QUIET_GAP_DAYS = 2, // days without a number between two that have one
    QUIET_REMISSION_DAYS = 28,
    QUIET_LONG_DAYS = 730,     // 24 months [MVD-RECUR]
    QUIET_TOXIN_DAYS = 16 * 7, // so long an injection counts as treatment
    QUIET_SURGERY_DAYS = 730,  // and so long an operation
    QUIET_RETURNED_DAYS = 28,  // so long after the spell its end is still told
};

// What may be why it is quiet. INT64_MIN: never.
struct treatment {
    int64_t injected; // day of the last injection
    int64_t operated; // day of the last operation
    bool medicine;    // one is being taken
};
bool treatment_acts(const struct treatment *treatment, int64_t day);

struct quiet {
    enum quiet_status status;
    int64_t since;  // the first day of the spell
    int64_t days;   // of the spell, both ends included
    int rated;      // days in it that have a number
    bool treatment; // remission while a treatment acts
};

// From daily numbers, oldest first, as it stands on `today`; later ones are not looked at. A row
// that ended more than the gap ago is no present one.
struct quiet quiet_of(const struct daily *days, int count, const struct treatment *treatment,
                      int64_t today);
