// SPDX-License-Identifier: MIT
#include "run/diary_words.h"

#include <assert.h>

static const char *const place_texts[] = {
    [PLACE_UPPER_LID] = N_("upper lid"), [PLACE_LOWER_LID] = N_("lower lid"),
    [PLACE_BROW] = N_("brow"),           [PLACE_CHEEK] = N_("cheek"),
    [PLACE_MOUTH] = N_("mouth"),         [PLACE_CHIN] = N_("chin"),
    [PLACE_NECK] = N_("neck"),           [PLACE_EAR] = N_("ear"),
};
static_assert(sizeof place_texts / sizeof *place_texts == PLACE_COUNT, "words for each");

static const char *const tick_texts[] = {
    [TICK_BRIGHT_LIGHT] = N_("bright light"),
    [TICK_WIND] = N_("wind"),
    [TICK_COLD] = N_("cold"),
    [TICK_TINTED_GLASSES] = N_("tinted glasses worn"),
    [TICK_READING] = N_("reading"),
    [TICK_DRIVING] = N_("driving"),
    [TICK_TV] = N_("television"),
    [TICK_TALKING] = N_("talking"),
    [TICK_CHEWING] = N_("chewing"),
    [TICK_SMILING] = N_("smiling"),
    [TICK_DRY_EYE] = N_("a dry eye"),
    [TICK_TEARING] = N_("a watering eye"),
    [TICK_TIGHTNESS] = N_("tightness"),
    [TICK_DROWSY] = N_("drowsiness"),
    [TICK_DIZZY] = N_("dizziness"),
    [TICK_LID_DROOPS] = N_("a lid that sinks"),
    [TICK_MOUTH_DROOPS] = N_("a corner of the mouth that sinks"),
    [TICK_DOUBLE_VISION] = N_("double sight"),
    [TICK_BRUISE] = N_("a bruise"),
    [TICK_SWALLOWING] = N_("trouble swallowing"),
    [TICK_WEAKNESS] = N_("a part of the face that is newly weak"),
    [TICK_OPEN_EYE] = N_("an eye that does not close"),
    [TICK_STIFFNESS] = N_("a stiff or weak feeling"),
    [TICK_VISION] = N_("a change of sight"),
    [TICK_BALANCE] = N_("trouble with balance"),
    [TICK_NUMBNESS] = N_("numbness"),
    [TICK_HEARING] = N_("a change of hearing"),
    [TICK_RED_EYE] = N_("a red or sore eye"),
    [TICK_STOPS_TASKS] = N_("daily tasks that it kept from"),
};
static_assert(sizeof tick_texts / sizeof *tick_texts == TICK_COUNT, "words for each");

static const char *const event_texts[] = {
    [EVENT_TOXIN] = N_("botulinum toxin"),   [EVENT_MEDICINE] = N_("medicine"),
    [EVENT_SURGERY] = N_("operation"),       [EVENT_PROCEDURE] = N_("procedure"),
    [EVENT_THERAPY] = N_("therapy"),         [EVENT_SUPPLEMENT] = N_("supplement"),
    [EVENT_APPOINTMENT] = N_("appointment"), [EVENT_TEST] = N_("test"),
    [EVENT_INJURY] = N_("injury"),           [EVENT_OTHER] = N_("other"),
};
static_assert(sizeof event_texts / sizeof *event_texts == EVENT_COUNT, "words for each");

const char *diary_words_place(enum face_place place) {
    return _(place_texts[place]);
}

const char *diary_words_tick(enum day_tick tick) {
    return _(tick_texts[tick]);
}

const char *diary_words_event(enum event_kind kind) {
    return _(event_texts[kind]);
}

static void add_those(struct text_builder *text, const char *const words[], int count,
                      uint64_t bits, const char *comma) {
    const char *between = "";
    for (int i = 0; i < count; i++) {
        if (bits >> i & 1) {
            text_add_format(text, "%s%s", between, _(words[i]));
            between = comma;
        }
    }
}

void diary_words_places(struct text_builder *text, unsigned places) {
    add_those(text, place_texts, PLACE_COUNT, places, ", ");
}

void diary_words_ticks(struct text_builder *text, uint64_t ticks) {
    add_those(text, tick_texts, TICK_COUNT, ticks, "; ");
}
