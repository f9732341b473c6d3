// SPDX-License-Identifier: MIT
#include "run/diary_labels.h"
#include "run/number_words.h"

#include <assert.h>
#include <math.h>

const char *diary_label_event(enum event_kind kind) {
    static const char *const words[] = {
        [EVENT_TOXIN] = N_("Botulinum toxin"),   [EVENT_MEDICINE] = N_("Medicine"),
        [EVENT_SURGERY] = N_("Operation"),       [EVENT_PROCEDURE] = N_("Other procedure"),
        [EVENT_THERAPY] = N_("Therapy"),         [EVENT_SUPPLEMENT] = N_("Supplement"),
        [EVENT_APPOINTMENT] = N_("Appointment"), [EVENT_TEST] = N_("Examination"),
        [EVENT_INJURY] = N_("Injury"),           [EVENT_OTHER] = N_("Something else"),
    };
    static_assert(sizeof words / sizeof *words == EVENT_COUNT, "a word each");
    return _(words[kind]);
}

const char *diary_label_side(enum side side) {
    return side == SIDE_LEFT    ? _("Left")
           : side == SIDE_RIGHT ? _("Right")
           : side == SIDE_BOTH  ? _("Both sides")
                                : "";
}

const char *diary_label_field(enum day_field field) {
    static const char *const words[] = {
        [FIELD_STRESS] = N_("Stress"),
        [FIELD_SLEEP] = N_("Sleep"),
        [FIELD_CAFFEINE] = N_("Coffee, tea, cola"),
        [FIELD_SCREEN] = N_("At the screen"),
        [FIELD_WATER] = N_("Water"),
        [FIELD_FATIGUE] = N_("Fatigue"),
        [FIELD_MOOD] = N_("Mood, 10 is good"),
        [FIELD_PAIN] = N_("Pain"),
        [FIELD_SLEEP_QUALITY] = N_("How well slept, 10 is well"),
        [FIELD_ALCOHOL] = N_("Alcohol"),
        [FIELD_EYE_STRAIN] = N_("Eye strain"),
    };
    static_assert(sizeof words / sizeof *words == FIELD_COUNT, "a word each");
    return _(words[field]);
}

void diary_label_value(struct text_builder *to, enum day_field field, double value) {
    char number[TEXT_NUMBER_MAX];
    unsigned long count = (unsigned long)ceil(value); // half a cup takes the form of one
    number_words(value, number);
    switch (field) {
    case FIELD_SLEEP:
    case FIELD_SCREEN:
        text_add_format(to, text_translate_count("%s hour", "%s hours", count), number);
        break;
    case FIELD_CAFFEINE:
        text_add_format(to, text_translate_count("%s cup", "%s cups", count), number);
        break;
    case FIELD_WATER:
        text_add_format(to, text_translate_count("%s glass", "%s glasses", count), number);
        break;
    case FIELD_ALCOHOL:
        // TRANSLATORS: of alcohol: a small glass of wine, a small beer
        text_add_format(to, text_translate_count("%s drink", "%s drinks", count), number);
        break;
    default:
        text_add(to, number);
        break;
    }
}

const char *diary_label_severity(int grade) {
    static const char *const words[GRADE_MOST + 1] = {
        N_("none"), N_("I feel it, nobody sees it"), N_("others can see it"),
        N_("gets in the way of reading, talking or driving"), N_("stops me")};
    return _(words[grade]);
}

const char *diary_label_frequency(int grade) {
    static const char *const words[GRADE_MOST + 1] = {
        N_("none"), N_("a few times a day"), N_("several times an hour"),
        N_("many times a minute, with quiet spells"), N_("nearly all the time")};
    return _(words[grade]);
}
