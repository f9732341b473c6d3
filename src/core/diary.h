// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/vocabulary.h"

// The closed word lists and ranges of the diary (design section 7, domain.md 6.3, 8.1 and 8.2), and
// a day of it as a plain value. Words are part of the formats: English, never renamed.

// Where it twitches.
enum face_place {
    PLACE_UPPER_LID,
    PLACE_LOWER_LID,
    PLACE_BROW,
    PLACE_CHEEK,
    PLACE_MOUTH,
    PLACE_CHIN,
    PLACE_NECK,
    PLACE_EAR,
    PLACE_COUNT
};
extern const char *const place_words[PLACE_COUNT];

// A day's fields that are numbers.
enum day_field {
    FIELD_STRESS,
    FIELD_SLEEP,    // hours
    FIELD_CAFFEINE, // cups
    FIELD_SCREEN,   // hours
    FIELD_WATER,    // glasses
    FIELD_FATIGUE,
    FIELD_MOOD,
    FIELD_PAIN,
    FIELD_SLEEP_QUALITY,
    FIELD_ALCOHOL, // units
    FIELD_EYE_STRAIN,
    FIELD_COUNT
};
struct day_field_row {
    const char *word; // as the option of `log day` and the column of the table
    double most;      // 0 is the least
    bool whole;       // else two places behind the point too
};
extern const struct day_field_row day_fields[FIELD_COUNT];

// What is ticked on a day. Up to TICK_LAST_TRIGGER what was around, then what was felt.
enum day_tick {
    TICK_BRIGHT_LIGHT,
    TICK_WIND,
    TICK_COLD,
    TICK_TINTED_GLASSES,
    TICK_READING,
    TICK_DRIVING,
    TICK_TV,
    TICK_TALKING,
    TICK_CHEWING,
    TICK_SMILING,
    TICK_LAST_TRIGGER = TICK_SMILING,
    TICK_DRY_EYE,
    TICK_TEARING,
    TICK_TIGHTNESS,
    TICK_DROWSY,
    TICK_DIZZY,
    // For 21 days after an injection they stand on the form.
    TICK_LID_DROOPS,
    TICK_MOUTH_DROOPS,
    TICK_DOUBLE_VISION,
    TICK_BRUISE,
    TICK_SWALLOWING,
    // What a doctor should hear of (domain.md 8.6).
    TICK_WEAKNESS, // of the face, new
    TICK_OPEN_EYE, // an eye that does not close
    TICK_STIFFNESS,
    TICK_VISION,
    TICK_BALANCE,
    TICK_NUMBNESS,
    TICK_HEARING,
    TICK_RED_EYE,     // red, painful, sore or discharging
    TICK_STOPS_TASKS, // it keeps from daily tasks
    TICK_COUNT
};
extern const char *const tick_words[TICK_COUNT];

enum event_kind {
    EVENT_TOXIN,
    EVENT_MEDICINE,
    EVENT_SURGERY,
    EVENT_PROCEDURE,
    EVENT_THERAPY,
    EVENT_SUPPLEMENT,
    EVENT_APPOINTMENT,
    EVENT_TEST,
    EVENT_INJURY,
    EVENT_OTHER,
    EVENT_COUNT
};
extern const char *const event_words[EVENT_COUNT];

// All that a day holds. What was not entered is -1, SIDE_NONE or 0.
struct diary_day {
    int64_t day;
    int twitch;              // 0-10, the worst in 24 hours
    int severity, frequency; // 0-4
    enum side side;          // left, right, both
    unsigned places;         // bits 1 << enum face_place
    double fields[FIELD_COUNT];
    uint64_t ticks; // bits 1 << enum day_tick
};
struct diary_day diary_day_empty(int64_t day);

enum { TWITCH_MOST = 10, GRADE_MOST = 4, IMPACT_MOST = 10, COUNT_MOST = 600 };

// Whether a field may hold a value.
bool day_field_takes(enum day_field field, double value);
