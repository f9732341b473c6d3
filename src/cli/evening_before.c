// SPDX-License-Identifier: MIT
#include "base/log.h"
#include "base/text.h"
#include "cli/evening.h"
#include "core/routine_kind.h"
#include "run/adjustments.h"
#include "run/gate_words.h"
#include "run/night.h"
#include "run/own_cautions.h"
#include "run/words.h"
#include "store/answers.h"

bool evening_is_recorded(const struct evening *evening) {
    return evening->house->store && !evening->request->no_record;
}

bool evening_is_rated(const struct evening *evening) {
    return chain_is_rated(&evening->chain, evening->house);
}

void evening_rate_before(struct evening *evening, struct sitting_options *options) {
    evening->rated = evening_is_rated(evening);
    if (evening->rated && options->before < 0) {
        options->before = ask_rating(&evening->screen.asker, NULL, words_question_before());
    }
}

bool evening_asks_in_the_morning(const struct evening *evening) {
    return evening->chain.bedtime && evening->rated && evening->request->after < 0;
}

// Ends a line that holds something.
static void end_line(struct text_builder *text) {
    if (text->length > 0 && text->text[text->length - 1] != '\n') {
        text_add(text, "\n");
    }
}

void evening_add_dose(struct text_builder *text, const struct preparation *preparation) {
    own_cautions_others(text, &preparation->person, preparation->routine);
    end_line(text);
    gate_words_injection(text, preparation->routine, &preparation->allowed);
    end_line(text);
    gate_words_despite(text, &preparation->allowed);
    end_line(text);
    gate_words_dose(text, &preparation->allowed);
}

void evening_say_dose(struct evening *evening, const struct preparation *preparation) {
    struct text_builder text = {0};
    const struct allowed *allowed = &preparation->allowed;
    bool known = past_holds(&preparation->person.held.past, preparation->routine->id);
    bool opened = allowed->gating.reason == REASON_PLAN && allowed->word.despite;
    bool small = allowed->gating.small && routine_moves_face(preparation->routine);
    evening_add_dose(&text, preparation);
    text_copy(evening->aside, sizeof evening->aside, text.text);
    evening->screen.view.aside = *evening->aside ? evening->aside : NULL;
    if (small && !known) {
        text_add_format(&text, "\n\n%s", gate_words_evidence());
    }
    if (((small || opened) && !known) || allowed->dose.stepped_back) {
        (void)ask_begin(&evening->screen.asker, text.text);
    }
    text_builder_free(&text);
}

bool evening_offer_resume(struct evening *evening) {
    struct preparation old;
    struct error err = {0};
    bool found = false;
    if (evening->request->no_record || !prepare_resume(evening->house, &old, &found, &err)) {
        return false;
    }
    char question[256];
    char clock[TEXT_CLOCK_MAX];
    text_format(question, sizeof question, _("%s broke off at %s. Go on there?"), old.resume.title,
                text_clock(old.resume.position_ms, clock));
    if (found && ask_yes(&evening->screen.asker, question)) {
        chain_cut(&evening->chain, 0);
        preparation_free(evening->chain.members[0]);
        *evening->chain.members[0] = old;
        evening->chain.bedtime = adjustments_has_bedtime(old.resume.options);
        return true;
    }
    preparation_free(&old);
    return false;
}

static const char safety_key[] = "safety-lines";

bool evening_safety_is_new(const struct evening *evening) {
    struct error err = {0};
    char *told = NULL;
    struct store *store = evening->house->store;
    bool known = store && remembered_get(store, safety_key, &told, &err) && told;
    memory_free(told);
    return !known;
}

void evening_remember_safety(const struct evening *evening) {
    struct error err = {0};
    if (evening_is_recorded(evening) &&
        !remembered_set(evening->house->store, safety_key, "terminal", &err)) {
        log_warning("%s", err.text);
    }
}

void evening_ask_for_the_night(struct evening *evening) {
    struct night night;
    char before[sizeof night.title + 64];
    if (evening_is_recorded(evening) && night_is_over(evening->house, &night)) {
        text_format(before, sizeof before, _("Last night: %s"), night.title);
        night_answer(evening->house, &night,
                     ask_rating(&evening->screen.asker, before, words_question_night()));
    }
}
