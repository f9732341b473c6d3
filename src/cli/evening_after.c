// SPDX-License-Identifier: MIT
#include "base/log.h"
#include "base/text.h"
#include "cli/evening.h"
#include "core/routine_kind.h"
#include "run/gate_words.h"
#include "run/night.h"
#include "run/plan_lines.h"
#include "run/plan_stand.h"
#include "run/words.h"

// How a plan had it played, and where the day stands for it.
static void tell_plan(struct evening *evening, const struct sitting_result *result,
                      const struct preparation *preparation) {
    struct text_builder played = {0}, stand = {0};
    bool part = result->status == SESSION_PARTIAL && result->ending != ENDING_WELL;
    if (!part) {
        plan_lines_played(&played, &preparation->timeline);
    }
    if (played.length > 0) {
        text_add_format(&evening->summary, "%s\n", played.text);
    }
    if (*result->id) {
        plan_stand_words(&stand, evening->house, preparation->routine->id, false);
    }
    if (stand.length > 0) {
        text_add_format(&evening->summary, "%s\n", stand.text);
    }
    text_builder_free(&played);
    text_builder_free(&stand);
}

void evening_summarize(struct evening *evening, const struct sitting_result *result,
                       const struct preparation *preparation) {
    const struct routine *routine = preparation->routine;
    char played[TEXT_CLOCK_MAX];
    char planned[TEXT_CLOCK_MAX];
    text_add_format(&evening->summary, _("%s: %s of %s."), routine->title,
                    text_clock(result->played_ms, played), text_clock(result->planned_ms, planned));
    text_add(&evening->summary, "\n");
    if (result->ending == ENDING_WELL) {
        text_add_format(&evening->summary, "%s\n",
                        _("You stopped while it was good: that was right."));
    }
    tell_plan(evening, result, preparation);
}

// What the answer has brought about: a routine that rests from now on, and what to do meanwhile.
static void tell_hold(struct evening *evening, const struct routine *routine,
                      const struct person *person) {
    struct allowed allowed = allowed_for(person, routine);
    if (allowed.hold.reason == HOLD_NONE) {
        return;
    }
    struct text_builder *text = &evening->summary;
    gate_words_held(text, &allowed, person->now, "\n");
    text_add(text, "\n");
    gate_words_instead(text, allowed_instead(person, &evening->house->catalog, routine));
    text_add(text, "\n");
}

static void tell_after(struct evening *evening, const struct routine *routine, enum feel feel) {
    struct person person;
    struct error err = {0};
    if (!person_read(evening->house, &person, &err)) {
        log_warning("%s", err.text);
        return;
    }
    tell_hold(evening, routine, &person);
    if (feel == FEEL_NONE && routine_is_face_routine(routine) &&
        hold_is_unanswered(&person.held.past)) {
        text_add_format(&evening->summary, "%s\n", gate_words_unanswered());
    }
    person_free(&person);
}

static void rate(struct evening *evening, const char *id, int after, enum feel feel) {
    struct error err = {0};
    if (*id && (after >= 0 || feel != FEEL_NONE) &&
        !sessions_rate(evening->house->store, id, -1, after, feel, &err)) {
        log_warning("%s", err.text);
    }
}

void evening_ask_after(struct evening *evening, int member, bool last,
                       const struct sitting_result *result) {
    const struct routine *routine = evening->chain.members[member]->routine;
    const struct asker *asker = evening->screen.tty ? &evening->screen.asker : NULL;
    bool asks = asker && !*evening->asked_to_stop && evening->screen.why != WHY_INTERRUPTED;
    int after = last ? evening->request->after : -1;
    enum feel feel = FEEL_NONE;
    bool bedtime = evening->chain.bedtime; // its number is asked in the morning, the rest of nobody
    asks = asks && !(bedtime && evening->screen.why == WHY_NONE);
    if (asks && last && !bedtime && after < 0 && evening->rated) {
        after = ask_rating(asker, NULL, words_question_after());
    }
    if (asks && result->played_ms > 0 && routine_asks_closing(routine)) {
        feel = ask_feel(asker);
    }
    if (*result->id) {
        text_copy(evening->last_id, sizeof evening->last_id, result->id);
        rate(evening, result->id, -1, feel);
    }
    rate(evening, evening->last_id, after, FEEL_NONE);
    if (last && evening_asks_in_the_morning(evening)) {
        night_keep(evening->house->store, evening->last_id);
    }
    if (asks && *result->id) {
        tell_after(evening, routine, feel);
    }
}
