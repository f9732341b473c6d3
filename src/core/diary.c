// SPDX-License-Identifier: MIT
#include "core/diary.h"

#include <assert.h>
#include <math.h>

#define HAS_ALL(table, number)                                                                     \
    static_assert(sizeof(table) / sizeof *(table) == (number), "a word each")

const char *const place_words[] = {
    [PLACE_UPPER_LID] = "upper-lid", [PLACE_LOWER_LID] = "lower-lid",
    [PLACE_BROW] = "brow",           [PLACE_CHEEK] = "cheek",
    [PLACE_MOUTH] = "mouth",         [PLACE_CHIN] = "chin",
    [PLACE_NECK] = "neck",           [PLACE_EAR] = "ear",
};
HAS_ALL(place_words, PLACE_COUNT);

const struct day_field_row day_fields[] = {
    [FIELD_STRESS] = {"stress", 10, true},
    [FIELD_SLEEP] = {"sleep", 24, false},
    [FIELD_CAFFEINE] = {"caffeine", 30, false},
    [FIELD_SCREEN] = {"screen", 24, false},
    [FIELD_WATER] = {"water", 40, false},
    [FIELD_FATIGUE] = {"fatigue", 10, true},
    [FIELD_MOOD] = {"mood", 10, true},
    [FIELD_PAIN] = {"pain", 10, true},
    [FIELD_SLEEP_QUALITY] = {"sleep-quality", 10, true},
    [FIELD_ALCOHOL] = {"alcohol", 40, false},
    [FIELD_EYE_STRAIN] = {"eye-strain", 10, true},
};
HAS_ALL(day_fields, FIELD_COUNT);

const char *const tick_words[] = {
    [TICK_BRIGHT_LIGHT] = "bright-light",
    [TICK_WIND] = "wind",
    [TICK_COLD] = "cold",
    [TICK_TINTED_GLASSES] = "tinted-glasses",
    [TICK_READING] = "reading",
    [TICK_DRIVING] = "driving",
    [TICK_TV] = "tv",
    [TICK_TALKING] = "talking",
    [TICK_CHEWING] = "chewing",
    [TICK_SMILING] = "smiling",
    [TICK_DRY_EYE] = "dry-eye",
    [TICK_TEARING] = "tearing",
    [TICK_TIGHTNESS] = "tightness",
    [TICK_DROWSY] = "drowsy",
    [TICK_DIZZY] = "dizzy",
    [TICK_LID_DROOPS] = "lid-droops",
    [TICK_MOUTH_DROOPS] = "mouth-droops",
    [TICK_DOUBLE_VISION] = "double-vision",
    [TICK_BRUISE] = "bruise",
    [TICK_SWALLOWING] = "swallowing",
    [TICK_WEAKNESS] = "weakness",
    [TICK_OPEN_EYE] = "open-eye",
    [TICK_STIFFNESS] = "stiffness",
    [TICK_VISION] = "vision",
    [TICK_BALANCE] = "balance",
    [TICK_NUMBNESS] = "numbness",
    [TICK_HEARING] = "hearing",
    [TICK_RED_EYE] = "red-eye",
    [TICK_STOPS_TASKS] = "stops-tasks",
};
HAS_ALL(tick_words, TICK_COUNT);
static_assert(TICK_COUNT <= 64, "ticks are bits of one number");

const char *const event_words[] = {
    [EVENT_TOXIN] = "botulinum-toxin",   [EVENT_MEDICINE] = "medicine",
    [EVENT_SURGERY] = "surgery",         [EVENT_PROCEDURE] = "procedure",
    [EVENT_THERAPY] = "therapy",         [EVENT_SUPPLEMENT] = "supplement",
    [EVENT_APPOINTMENT] = "appointment", [EVENT_TEST] = "test",
    [EVENT_INJURY] = "injury",           [EVENT_OTHER] = "other",
};
HAS_ALL(event_words, EVENT_COUNT);

struct diary_day diary_day_empty(int64_t day) {
    struct diary_day empty = {.day = day, .twitch = -1, .severity = -1, .frequency = -1};
    for (int field = 0; field < FIELD_COUNT; field++) {
        empty.fields[field] = -1;
    }
    return empty;
}

bool day_field_takes(enum day_field field, double value) {
    const struct day_field_row *row = &day_fields[field];
    double step = row->whole ? 1 : 0.01;
    return value >= 0 && value <= row->most && fabs(value / step - round(value / step)) < 1e-9;
}
