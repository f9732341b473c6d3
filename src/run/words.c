// SPDX-License-Identifier: MIT
#include "run/words.h"

#include <assert.h>

#include "base/text.h"

struct timeline_phrases words_phrases(void) {
    return (struct timeline_phrases){
        .left = _("Now the left side."),
        .right = _("Now the right side."),
        .over = _("That is all. Well done for taking the time."),
    };
}

const char *words_timer(void) {
    return _("This recording cannot wait for you. Set a second timer now, in case you fall "
             "asleep.");
}

// How a phase is said where the verb of its step makes no difference.
static const char *const phase_texts[PHASE_COUNT] = {
    [PHASE_STEADY] = N_("Be here"),       [PHASE_IN] = N_("Breathe in"),
    [PHASE_TOP_UP] = N_("A little more"), [PHASE_HOLD_FULL] = N_("Hold softly"),
    [PHASE_OUT] = N_("Breathe out"),      [PHASE_HOLD_EMPTY] = N_("Stay empty"),
    [PHASE_MOVE] = N_("Move slowly"),     [PHASE_HOLD] = N_("Hold"),
    [PHASE_RELEASE] = N_("Let go"),       [PHASE_REST] = N_("Rest"),
    [PHASE_CHANGE] = N_("Change sides"),  [PHASE_MASSAGE] = N_("Slow circles"),
    [PHASE_COMPRESS] = N_("Let it work"), [PHASE_SCAN] = N_("Feel"),
};

static const char *imagined(enum phase phase) {
    switch (phase) {
    case PHASE_MOVE:
        return _("Imagine it");
    case PHASE_HOLD:
        return _("Feel it in mind");
    case PHASE_RELEASE:
        return _("Let the picture go");
    default:
        return _(phase_texts[phase]);
    }
}

static const char *pressed(enum phase phase) {
    switch (phase) {
    case PHASE_MOVE:
        return _("Press in slowly");
    case PHASE_HOLD:
        return _("Wait there");
    case PHASE_RELEASE:
        return _("Ease off");
    default:
        return _(phase_texts[phase]);
    }
}

const char *words_phase(const struct segment *segment) {
    assert(segment->phase < PHASE_COUNT);
    if (segment->step->verb == VERB_MASSAGE) {
        return pressed(segment->phase);
    }
    if (segment->step->verb == VERB_EXERCISE && segment->step->mode == MODE_IMAGINE) {
        return imagined(segment->phase);
    }
    return _(phase_texts[segment->phase]);
}

const char *words_on_side(enum side side) {
    return side == SIDE_LEFT ? _("left side") : side == SIDE_RIGHT ? _("right side") : NULL;
}

const char *words_side(enum side side) {
    switch (side) {
    case SIDE_LEFT:
        return _("left");
    case SIDE_RIGHT:
        return _("right");
    case SIDE_BOTH:
        return _("both sides");
    default:
        return "";
    }
}

const char *words_category(enum category category) {
    static const char *const texts[CATEGORY_COUNT] = {
        [CATEGORY_BREATHING] = N_("Breathing"),
        [CATEGORY_MEDITATION] = N_("Rest and meditation"),
        [CATEGORY_ROM] = N_("Range of motion"),
        [CATEGORY_STRENGTHENING] = N_("Strengthening"),
        [CATEGORY_NMR] = N_("Neuromuscular re-education"),
        [CATEGORY_MASSAGE] = N_("Massage"),
        [CATEGORY_COMPRESS_WARM] = N_("Warm compress"),
        [CATEGORY_COMPRESS_COLD] = N_("Cold compress"),
        [CATEGORY_SCREEN_BREAK] = N_("Screen break"),
    };
    assert(category < CATEGORY_COUNT);
    return _(texts[category]);
}

const char *words_area(enum massage_area area) {
    static const char *const areas[AREA_COUNT] = {
        [AREA_FOREHEAD] = N_("forehead"),
        [AREA_TEMPLE] = N_("temple"),
        [AREA_CHEEK_UPPER] = N_("upper cheek"),
        [AREA_CHEEK_MIDDLE] = N_("middle of the cheek"),
        [AREA_CHEEK_LOWER] = N_("lower cheek"),
        [AREA_CHIN] = N_("chin"),
        [AREA_MASSETER] = N_("chewing muscle"),
        [AREA_SKULL_BASE] = N_("base of the skull"),
        [AREA_NECK_BACK] = N_("back of the neck"),
        [AREA_SHOULDERS] = N_("shoulders"),
        [AREA_CHEEK_INSIDE] = N_("inside of the cheek"),
    };
    return _(areas[area]);
}

const char *words_gate(const struct gate *gate) {
    return gate->text ? gate->text : _("Ready? Press any key.");
}

const char *words_take_off(void) {
    return _("Take the pack off now.");
}

const char *words_emergency_number(void) {
    // Of the European Union, and of every mobile phone wherever it is (3GPP TS 22.101).
    return "112";
}

const char *words_safety(char to[WORDS_SAFETY_MAX]) {
    text_format(to, WORDS_SAFETY_MAX,
                _("Short guided rests and exercises for a twitching face.\n"
                  "It is not a doctor.\n"
                  "If one side of the face suddenly hangs,\n"
                  "an arm is weak or speech is slurred: call %s now."),
                words_emergency_number());
    return to;
}

const char *words_question_before(void) {
    return _("In the last few minutes, how busy was your face?");
}

const char *words_question_after(void) {
    return _("And now?");
}

const char *words_question_night(void) {
    return _("How busy was your face when you fell asleep?");
}

const char *words_rating(int value) {
    switch (value) {
    case 0:
        return _("none");
    case 2:
        return _("a little");
    case 5:
        return _("clearly");
    case 8:
        return _("strong");
    case 10:
        return _("worst I know");
    default:
        return "";
    }
}

const char *words_why(enum why why) {
    static const char *const texts[WHY_COUNT] = {
        [WHY_PULL] = N_("it began to pull"),   [WHY_ENOUGH] = N_("good enough for today"),
        [WHY_TIRED] = N_("too tired"),         [WHY_PAIN] = N_("it hurt"),
        [WHY_INTERRUPTED] = N_("interrupted"),
    };
    return texts[why] ? _(texts[why]) : "";
}

const char *words_question_feel(void) {
    return _("How is your face now?");
}

const char *words_feel(enum feel feel) {
    static const char *const texts[FEEL_COUNT] = {
        [FEEL_CALMER] = N_("calmer"), [FEEL_SAME] = N_("the same"),
        [FEEL_BUSIER] = N_("busier"), [FEEL_PULLED] = N_("another part pulled along"),
        [FEEL_HURT] = N_("it hurt"),
    };
    return texts[feel] ? _(texts[feel]) : "";
}
