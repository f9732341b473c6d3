// SPDX-License-Identifier: MIT
#include "run/diary_value_words.h"

#include "base/text.h"
#include "run/diary_labels.h"
#include "run/diary_words.h"
#include "run/words.h"

static const char *at_name(const struct diary_entry *entry) {
    return entry->kind == REMOVAL_SESSION ? _("When it began") : _("When it was");
}

static const char *text_name(const struct diary_entry *entry) {
    return entry->moment.kind == MOMENT_TASK ? _("Task") : _("Question");
}

const char *diary_value_name(const struct diary_entry *entry, enum diary_value value) {
    static const char *const names[DIARY_VALUES] = {
        [VALUE_TWITCH] = N_("How strong was it?"),
        [VALUE_STRENGTH] = N_("How strong was it?"),
        [VALUE_PER_MINUTE] = N_("In a minute"),
        [VALUE_SEVERITY] = N_("How bad was it?"),
        [VALUE_FREQUENCY] = N_("How often was it?"),
        [VALUE_IMPACT] = N_("How much did it disturb your week?"),
        [VALUE_EFFECT] = N_("How well did it work?"),
        [VALUE_BEFORE] = N_("Twitching before"),
        [VALUE_AFTER] = N_("Twitching after"),
        [VALUE_PLAYED] = N_("How long it was"),
        [VALUE_EVENT] = N_("What it was"),
        [VALUE_SIDE] = N_("Side"),
        [VALUE_FEEL] = N_("How it felt"),
        [VALUE_ENDED] = N_("How it ended"),
        [VALUE_WHY] = N_("Why it was left early"),
        [VALUE_PLACES] = N_("Where was it?"),
        [VALUE_TICKS] = N_("What was around?"),
        [VALUE_NOTE] = N_("Note"),
        [VALUE_UNTIL] = N_("End"),
    };
    if (value >= VALUE_FIELDS && value < VALUE_FIELDS + FIELD_COUNT) {
        return diary_label_field((enum day_field)(value - VALUE_FIELDS));
    }
    switch (value) {
    case VALUE_AT:
        return at_name(entry);
    case VALUE_ON:
        return entry->kind == REMOVAL_EVENT ? text_translate_sense("of an event", "Begin")
                                            : _("When it was");
    case VALUE_TEXT:
        return text_name(entry);
    default:
        return _(names[value]);
    }
}

static const char *ending_words_of(enum ending ending) {
    static const char *const texts[ENDING_COUNT] = {
        [ENDING_COMPLETE] = N_("to its end"),
        [ENDING_WELL] = N_("ended well"),
        [ENDING_TIRED] = N_("tired"),
        [ENDING_PAIN] = N_("pain"),
        [ENDING_INTERRUPTED] = N_("interrupted"),
    };
    return _(texts[ending]);
}

const char *diary_value_choice(enum diary_value value, int index) {
    struct diary_value_row row = diary_value_row(value);
    if (row.words && !row.words[index]) {
        return NULL;
    }
    switch (value) {
    case VALUE_SEVERITY:
        return diary_label_severity(index);
    case VALUE_FREQUENCY:
        return diary_label_frequency(index);
    case VALUE_EVENT:
        return diary_label_event((enum event_kind)index);
    case VALUE_SIDE:
        return diary_label_side((enum side)index);
    case VALUE_FEEL:
        return words_feel((enum feel)index);
    case VALUE_ENDED:
        return ending_words_of((enum ending)index);
    case VALUE_WHY:
        return words_why((enum why)index);
    case VALUE_PLACES:
        return diary_words_place((enum face_place)index);
    case VALUE_TICKS:
        return diary_words_tick((enum day_tick)index);
    default:
        return NULL;
    }
}
