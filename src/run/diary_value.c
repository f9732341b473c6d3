// SPDX-License-Identifier: MIT
#include "run/diary_value.h"

#include <assert.h>

#include "core/session.h"

enum { SECOND_MS = 1000, PLAYED_MOST_S = 4 * 3600, EFFECT_MOST = 100 };

static const char *const sides[SIDE_COUNT] = {
    [SIDE_BOTH] = "both", [SIDE_LEFT] = "left", [SIDE_RIGHT] = "right"};

#define NUMBER(name, limit)                                                                        \
    { .option = (name), .type = TYPE_NUMBER, .most = (limit) }
#define LIST(name, kind, list, count)                                                              \
    { .option = (name), .type = (kind), .words = (list), .word_count = (count) }

static const struct diary_value_row rows[DIARY_VALUES] = {
    [VALUE_TWITCH] = {.option = "--twitch",
                      .type = TYPE_NUMBER,
                      .most = TWITCH_MOST,
                      .needed = true},
    [VALUE_STRENGTH] = NUMBER("--strength", TWITCH_MOST),
    [VALUE_PER_MINUTE] = {.option = "--per-minute",
                          .type = TYPE_NUMBER,
                          .most = COUNT_MOST,
                          .needed = true},
    [VALUE_SEVERITY] = NUMBER("--severity", GRADE_MOST),
    [VALUE_FREQUENCY] = NUMBER("--frequency", GRADE_MOST),
    [VALUE_IMPACT] = NUMBER("--impact", IMPACT_MOST),
    [VALUE_EFFECT] = NUMBER("--effect", EFFECT_MOST),
    [VALUE_BEFORE] = NUMBER("--before", TWITCH_MOST),
    [VALUE_AFTER] = NUMBER("--after", TWITCH_MOST),
    [VALUE_PLAYED] = {.option = "--played",
                      .type = TYPE_NUMBER,
                      .most = PLAYED_MOST_S,
                      .decimal = true,
                      .needed = true},
    [VALUE_FIELDS + FIELD_STRESS] = {.option = "--stress"},
    [VALUE_FIELDS + FIELD_SLEEP] = {.option = "--sleep"},
    [VALUE_FIELDS + FIELD_CAFFEINE] = {.option = "--caffeine"},
    [VALUE_FIELDS + FIELD_SCREEN] = {.option = "--screen"},
    [VALUE_FIELDS + FIELD_WATER] = {.option = "--water"},
    [VALUE_FIELDS + FIELD_FATIGUE] = {.option = "--fatigue"},
    [VALUE_FIELDS + FIELD_MOOD] = {.option = "--mood"},
    [VALUE_FIELDS + FIELD_PAIN] = {.option = "--pain"},
    [VALUE_FIELDS + FIELD_SLEEP_QUALITY] = {.option = "--sleep-quality"},
    [VALUE_FIELDS + FIELD_ALCOHOL] = {.option = "--alcohol"},
    [VALUE_FIELDS + FIELD_EYE_STRAIN] = {.option = "--eye-strain"},
    [VALUE_EVENT] = {.option = "--kind",
                     .type = TYPE_WORD,
                     .needed = true,
                     .words = event_words,
                     .word_count = EVENT_COUNT},
    [VALUE_SIDE] = LIST("--side", TYPE_WORD, sides, SIDE_COUNT),
    [VALUE_FEEL] = LIST("--feel", TYPE_WORD, feel_words, FEEL_COUNT),
    [VALUE_ENDED] = {.option = "--ended",
                     .type = TYPE_WORD,
                     .needed = true,
                     .words = ending_words,
                     .word_count = ENDING_COUNT},
    [VALUE_WHY] = LIST("--why", TYPE_WORD, why_words, WHY_COUNT),
    [VALUE_PLACES] = LIST("--region", TYPE_WORDS, place_words, PLACE_COUNT),
    [VALUE_TICKS] = LIST("--symptom", TYPE_WORDS, tick_words, TICK_COUNT),
    [VALUE_TEXT] = {.option = "--text", .type = TYPE_TEXT, .needed = true},
    [VALUE_NOTE] = {.option = "--note", .type = TYPE_TEXT},
    [VALUE_AT] = {.option = "--at", .type = TYPE_DATE, .needed = true},
    [VALUE_ON] = {.option = "--on", .type = TYPE_DATE, .needed = true},
    [VALUE_UNTIL] = {.option = "--until", .type = TYPE_DATE},
};

static bool is_field(enum diary_value value) {
    return value >= VALUE_FIELDS && value < VALUE_FIELDS + FIELD_COUNT;
}

struct diary_value_row diary_value_row(enum diary_value value) {
    struct diary_value_row row = rows[value];
    if (is_field(value)) {
        const struct day_field_row *field = &day_fields[value - VALUE_FIELDS];
        row.most = field->most;
        row.decimal = !field->whole;
    }
    return row;
}

static bool belongs_to_moment(const struct moment *moment, enum diary_value value) {
    switch (value) {
    case VALUE_PER_MINUTE:
        return moment->kind == MOMENT_COUNT;
    case VALUE_TEXT:
        return moment->kind == MOMENT_QUESTION || moment->kind == MOMENT_TASK;
    case VALUE_STRENGTH:
    case VALUE_SIDE:
    case VALUE_PLACES:
    case VALUE_TICKS:
        return moment->kind == MOMENT_SPASM;
    default:
        return value == VALUE_AT || value == VALUE_NOTE;
    }
}

static bool belongs_to_session(const struct session_record *session, enum diary_value value) {
    bool told = session->source[0] == 't';
    return value == VALUE_BEFORE || value == VALUE_AFTER || value == VALUE_FEEL ||
           value == VALUE_ENDED || value == VALUE_WHY || value == VALUE_NOTE ||
           (told && (value == VALUE_AT || value == VALUE_PLAYED));
}

bool diary_value_belongs(const struct diary_entry *entry, enum diary_value value) {
    switch (entry->kind) {
    case REMOVAL_RATING:
        return value == VALUE_TWITCH || value == VALUE_SEVERITY || value == VALUE_FREQUENCY ||
               value == VALUE_SIDE || value == VALUE_PLACES || value == VALUE_NOTE ||
               value == VALUE_AT;
    case REMOVAL_DAY:
        return is_field(value) || value == VALUE_TICKS || value == VALUE_NOTE || value == VALUE_ON;
    case REMOVAL_WEEK:
        return value == VALUE_SEVERITY || value == VALUE_FREQUENCY || value == VALUE_IMPACT ||
               value == VALUE_NOTE || value == VALUE_ON;
    case REMOVAL_EVENT:
        return value == VALUE_EVENT || value == VALUE_ON || value == VALUE_UNTIL ||
               value == VALUE_NOTE || (value == VALUE_EFFECT && entry->event.kind == EVENT_TOXIN);
    case REMOVAL_MOMENT:
        return belongs_to_moment(&entry->moment, value);
    case REMOVAL_SESSION:
        return belongs_to_session(&entry->session, value);
    default:
        return false;
    }
}

// The numbers that are kept as whole ones, -1 where not told.
static int *whole_of(struct diary_entry *entry, enum diary_value value) {
    switch (value) {
    case VALUE_TWITCH:
        return &entry->rating.twitch;
    case VALUE_STRENGTH:
        return &entry->moment.strength;
    case VALUE_PER_MINUTE:
        return &entry->moment.per_minute;
    case VALUE_SEVERITY:
        return entry->kind == REMOVAL_WEEK ? &entry->week.severity : &entry->rating.severity;
    case VALUE_FREQUENCY:
        return entry->kind == REMOVAL_WEEK ? &entry->week.frequency : &entry->rating.frequency;
    case VALUE_IMPACT:
        return &entry->week.impact;
    case VALUE_BEFORE:
        return &entry->session.before;
    case VALUE_AFTER:
        return &entry->session.after;
    default:
        return NULL;
    }
}

static int word_or_none(int index, const struct diary_value_row *row) {
    return row->words[index] ? index : -1;
}

static double special_number(const struct diary_entry *entry, enum diary_value value) {
    const struct diary_value_row *row = &rows[value];
    switch (value) {
    case VALUE_EFFECT:
        return entry->event.rated ? entry->event.effect : -1;
    case VALUE_PLAYED:
        return (double)entry->session.played_ms / SECOND_MS;
    case VALUE_EVENT:
        return (int)entry->event.kind;
    case VALUE_SIDE:
        return word_or_none(
            (int)(entry->kind == REMOVAL_MOMENT ? entry->moment.side : entry->rating.side), row);
    case VALUE_FEEL:
        return word_or_none((int)entry->session.feel, row);
    case VALUE_ENDED:
        return word_or_none((int)entry->session.ending, row);
    case VALUE_WHY:
        return word_or_none((int)entry->session.why, row);
    default:
        return -1;
    }
}

double diary_value_number(const struct diary_entry *entry, enum diary_value value) {
    struct diary_entry copy = *entry; // read alone: its texts stay the entry's
    const int *whole = whole_of(&copy, value);
    assert(diary_value_belongs(entry, value));
    return whole             ? *whole
           : is_field(value) ? entry->form.fields[value - VALUE_FIELDS]
                             : special_number(entry, value);
}

// What was told decides how it ended; ending well counts in training alone (design section 6).
static void end_session(struct session_record *session, enum ending ending) {
    bool trains = session->category == CATEGORY_NMR || session->category == CATEGORY_ROM;
    bool enough = session_is_enough(session->played_ms, session->planned_ms);
    bool by_length = ending == ENDING_WELL && !trains;
    session->ending = !by_length ? ending : enough ? ENDING_COMPLETE : ENDING_INTERRUPTED;
    session->status = session_status_of(session->ending, session->played_ms, session->planned_ms);
}

static void set_played(struct session_record *session, double seconds) {
    session->played_ms = (int64_t)(seconds * SECOND_MS + 0.5);
    session->seen.utc_s = session->started.utc_s + (session->played_ms + SECOND_MS - 1) / SECOND_MS;
    bool by_length = session->ending == ENDING_COMPLETE || session->ending == ENDING_INTERRUPTED;
    bool enough = session_is_enough(session->played_ms, session->planned_ms);
    end_session(session, !by_length ? session->ending
                         : enough   ? ENDING_COMPLETE
                                    : ENDING_INTERRUPTED);
}

// A word that is not told is the one of its list that has no text.
static void set_special(struct diary_entry *entry, enum diary_value value, double number) {
    int index = number < 0 ? 0 : (int)number;
    switch (value) {
    case VALUE_EFFECT:
        entry->event.rated = number >= 0;
        entry->event.effect = index;
        break;
    case VALUE_PLAYED:
        set_played(&entry->session, number);
        break;
    case VALUE_EVENT:
        entry->event.kind = (enum event_kind)index;
        break;
    case VALUE_SIDE:
        *(entry->kind == REMOVAL_MOMENT ? &entry->moment.side : &entry->rating.side) =
            (enum side)index;
        break;
    case VALUE_FEEL:
        entry->session.feel = (enum feel)index;
        break;
    case VALUE_ENDED:
        end_session(&entry->session, (enum ending)index);
        break;
    case VALUE_WHY:
        entry->session.why = (enum why)index;
        break;
    default:
        break;
    }
}

void diary_value_set_number(struct diary_entry *entry, enum diary_value value, double number) {
    int *whole = whole_of(entry, value);
    assert(diary_value_belongs(entry, value) && (number >= 0 || !rows[value].needed));
    if (whole) {
        *whole = (int)number;
    } else if (is_field(value)) {
        entry->form.fields[value - VALUE_FIELDS] = number;
    } else {
        set_special(entry, value, number);
    }
}

uint64_t diary_value_bits(const struct diary_entry *entry, enum diary_value value) {
    assert(diary_value_belongs(entry, value));
    bool moment = entry->kind == REMOVAL_MOMENT;
    if (value == VALUE_PLACES) {
        return moment ? entry->moment.places : entry->rating.places;
    }
    return moment ? entry->moment.ticks : entry->form.ticks;
}

void diary_value_set_bits(struct diary_entry *entry, enum diary_value value, uint64_t bits) {
    assert(diary_value_belongs(entry, value));
    bool moment = entry->kind == REMOVAL_MOMENT;
    if (value == VALUE_PLACES) {
        *(moment ? &entry->moment.places : &entry->rating.places) = (unsigned)bits;
    } else {
        *(moment ? &entry->moment.ticks : &entry->form.ticks) = bits;
    }
}

char **diary_value_text(struct diary_entry *entry, enum diary_value value) {
    assert(diary_value_belongs(entry, value));
    switch (entry->kind) {
    case REMOVAL_RATING:
        return &entry->rating.note;
    case REMOVAL_DAY:
        return &entry->form.note;
    case REMOVAL_WEEK:
        return &entry->week.note;
    case REMOVAL_EVENT:
        return &entry->event.note;
    case REMOVAL_MOMENT:
        return value == VALUE_TEXT ? &entry->moment.text : &entry->moment.note;
    default:
        return &entry->session.note;
    }
}
