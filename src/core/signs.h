// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/cycle.h"
#include "core/diary.h"
#include "core/profile.h"

// When a doctor should hear of it (domain.md 8.6): rules over the diary, each with the facts that
// raised it. Nothing here diagnoses. The emergency's page is one key away and asks nothing first,
// whatever stands here.

enum sign_id {
    SIGN_SWALLOWING, // RF-0: trouble swallowing in the weeks after an injection [BTX-BOX]
    SIGN_WEAKNESS,   // RF-1: new weakness or drooping, an eye that does not close
    SIGN_LASTING,    // RF-2: twitching on days of more than two weeks
    SIGN_RISING,     // RF-2: the weekly value has risen, two weeks running
    SIGN_SPREAD,     // RF-3: a new place
    SIGN_STIFF,      // RF-4: it feels weak or stiff
    SIGN_PAIN,       // RF-5: pain, or it stops daily tasks
    SIGN_SENSES,     // RF-6: sight, balance, numbness, hearing
    SIGN_INJURY,     // RF-7: began after an injury of head or face
    SIGN_BOTH_SIDES, // RF-8
    SIGN_MEDICINE,   // RF-9: began with a new medicine
    SIGN_EYE,        // RF-10: red, sore or discharging eye, or open 12 weeks after a palsy [IFP-W6]
    SIGN_CLINIC,     // RF-10: a lid or mouth corner that sinks soon after an injection
    SIGN_MOOD,       // RF-11
    SIGN_WARMTH,     // RF-12: warmth needed often
    SIGN_WEARING_OFF, // no sign of danger: a neutral card while an injection wears off
    SIGN_COUNT
};

enum urgency {
    URGENCY_EMERGENCY,
    URGENCY_SAME_DAY,
    URGENCY_SOON,
    URGENCY_DOCTOR,
    URGENCY_CARD,
    URGENCY_COUNT
};
extern const char *const urgency_words[URGENCY_COUNT];

struct sign_row {
    const char *id;   // "RF-1": as the rules are called
    const char *word; // that no other sign has; part of the stored formats
    enum urgency urgency;
    bool repeated;  // also for who answered "I am under a doctor for this"
    int every_days; // put away, it rests so many days; 0: until something newer raises it
};
extern const struct sign_row sign_rows[SIGN_COUNT];

// Figures of the rules; design choices of domain.md 8.6 where no source stands.
enum {
    SIGN_RECENT_DAYS = 14,  // ticks and places of so many days count
    SIGN_EARLIER_DAYS = 56, // before these, what was there is not new
    SIGN_LOOK_DAYS = 730,   // no further back than this, and a few cycles, are numbers looked at
    SIGN_LASTING_DAYS = 14, // [NHS-TWITCH]
    SIGN_RISE = 2,          // points of the weekly value
    SIGN_RISE_BEFORE = 4,   // weeks whose mean it is held against
    SIGN_RISE_RUNNING = 2,  // weeks
    SIGN_CYCLES = 2,        // of earlier ones, the same days
    SIGN_PAIN_LEAST = 4,    // of 10, on 2 of the recent days
    SIGN_MOOD_DAYS = 5,     // of 7
    SIGN_STRESS_LEAST = 8,
    SIGN_MOOD_MOST = 2,
    SIGN_WARM_A_DAY = 3,
    SIGN_WARM_DAYS = 10,    // of 14
    SIGN_ONSET_DAYS = 28,   // between an injury or a new medicine and the first number
    SIGN_SINKING_DAYS = 14, // after an injection a lid or mouth corner may begin to sink
    SIGN_CLINIC_DAYS = 21,  // and its effects are asked for on the form
    SIGN_WEEKS_LEAST = 3,   // of the four before have to have a value
    SIGN_PALSY_DAYS = 84,   // an eye that does not close by then is for the eye doctor
};

// What a weekly value is held against.
enum sign_against {
    AGAINST_WEEKS,  // the mean of the four weeks before
    AGAINST_CYCLES, // the same days of earlier cycles
    AGAINST_WORST,  // the worst week before the injection
};

struct sign_facts {
    int64_t today;
    const struct diary_day *days; // oldest first, those with any entry
    int day_count;
    const struct daily *twitch; // the daily numbers alone
    int twitch_count;
    // Where `twitch` does not reach back to the first number: that one and the first above 0, as
    // far as they lie before it.
    const struct daily *first;
    int first_count;
    int week_severity;         // 0-4, the most of this and last week's entries; -1 none
    const int64_t *injections; // days, oldest first
    int injection_count;
    const int64_t *injuries; // of head or face
    int injury_count;
    const int64_t *medicines; // days on which one began
    int medicine_count;
    const int64_t *warm; // days of warm compresses, one entry each, oldest first
    int warm_count;
    unsigned conditions; // bits 1 << enum profile_word
    bool palsy_told;     // and the day on which it began
    int64_t palsy;
    bool under_neurologist;
    bool known[SIGN_COUNT];    // "I am under a doctor for this" was the answer to it
    int64_t shown[SIGN_COUNT]; // day on which each was last put away or answered, INT64_MIN never
};

// A raised sign; what the numbers mean stands at its rule and is put into words by run/sign_words.
enum { SIGN_FACTS_MAX = 6 };
struct sign {
    enum sign_id id;
    double facts[SIGN_FACTS_MAX];
    uint64_t ticks;           // that raised it
    unsigned places, earlier; // new ones, and those of the weeks before
    int days;                 // on which it was ticked or rated
    int64_t last;             // the newest of these days
};

// The raised ones, most urgent first; returns how many.
int signs_raised(const struct sign_facts *facts, struct sign signs[SIGN_COUNT]);
