// SPDX-License-Identifier: MIT
#include "run/profile_effect.h"

enum turn { TURN_OPENS, TURN_CLOSES, TURN_SMALL, TURN_WHOLE, TURNS };

static enum turn turn_of(const struct allowed *before, const struct allowed *after) {
    bool was_shut = allowed_is_shut(before);
    bool is_shut = allowed_is_shut(after);
    if (was_shut != is_shut) {
        return was_shut ? TURN_OPENS : TURN_CLOSES;
    }
    if (is_shut || before->gating.small == after->gating.small) {
        return TURNS;
    }
    return after->gating.small ? TURN_SMALL : TURN_WHOLE;
}

// One by name, the others as a number.
struct turned {
    const char *name;
    int count;
};

static void add_sentence(struct text_builder *text, enum turn turn, const char *names) {
    switch (turn) {
    case TURN_OPENS:
        // TRANSLATORS: %s is a list of routines
        text_add_format(text, _("Opens %s."), names);
        break;
    case TURN_CLOSES:
        // TRANSLATORS: %s is a list of routines
        text_add_format(text, _("Closes %s."), names);
        break;
    case TURN_SMALL:
        // TRANSLATORS: %s is a list of routines that begin with fewer repetitions
        text_add_format(text, _("Begins small: %s."), names);
        break;
    case TURN_WHOLE:
        // TRANSLATORS: %s is a list of routines that no longer begin with fewer repetitions
        text_add_format(text, _("Whole from the start: %s."), names);
        break;
    case TURNS:
        break;
    }
}

static void add_turned(struct text_builder *text, enum turn turn, const struct turned *turned) {
    struct text_builder names = {0};
    int others = turned->count - 1;
    if (turned->count == 0) {
        return;
    }
    // TRANSLATORS: the name of a routine inside a sentence
    text_add_format(&names, _("“%s”"), turned->name);
    if (others > 0) {
        text_add_format(&names,
                        // TRANSLATORS: behind the name of a routine: "Closes “Jaw” and 3 more."
                        text_translate_count(" and %d more", " and %d more", (unsigned long)others),
                        others);
    }
    text_add(text, text->length > 0 ? " " : "");
    add_sentence(text, turn, names.text);
    text_builder_free(&names);
}

void profile_effect(struct text_builder *text, const struct person *person,
                    const struct profile *other, const struct catalog *catalog) {
    struct turned turned[TURNS] = {{NULL, 0}};
    struct person then = *person;
    then.profile = *other;
    for (int i = 0; i < catalog->count; i++) {
        const struct catalog_entry *entry = &catalog->entries[i];
        if (entry->error) {
            continue;
        }
        struct allowed before = allowed_for(person, &entry->routine);
        struct allowed after = allowed_for(&then, &entry->routine);
        enum turn turn = turn_of(&before, &after);
        if (turn < TURNS && turned[turn].count++ == 0) {
            turned[turn].name = entry->routine.title;
        }
    }
    for (int turn = 0; turn < TURNS; turn++) {
        add_turned(text, (enum turn)turn, &turned[turn]);
    }
}

// "24 open", "6 starting small".
static void add_count(struct text_builder *text, enum gate_word gate, int count) {
    if (count == 0) {
        return;
    }
    text_add(text, text->length > 0 ? ", " : "");
    switch (gate) {
    case GATE_OPEN:
        text_add_format(text, _("%d open"), count);
        break;
    case GATE_SMALL:
        text_add_format(text, _("%d starting small"), count);
        break;
    case GATE_PLAN:
        text_add_format(text, _("%d with a plan"), count);
        break;
    default:
        text_add_format(text, _("%d closed"), count);
        break;
    }
}

void profile_sum(struct text_builder *text, const struct person *person,
                 const struct catalog *catalog) {
    int counts[GATE_COUNT] = {0};
    struct text_builder parts = {0};
    for (int i = 0; i < catalog->count; i++) {
        if (!catalog->entries[i].error) {
            counts[allowed_for(person, &catalog->entries[i].routine).gating.gate]++;
        }
    }
    for (int gate = 0; gate < GATE_COUNT; gate++) {
        add_count(&parts, (enum gate_word)gate, counts[gate]);
    }
    if (parts.length > 0) {
        // TRANSLATORS: %s is a list like "24 open, 6 starting small, 2 closed"
        text_add_format(text, _("Your routines now: %s."), parts.text);
    }
    text_builder_free(&parts);
}
