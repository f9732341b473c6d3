// SPDX-License-Identifier: MIT
#include "cli/admission.h"

#include <stdio.h>
#include <string.h>

#include "base/log.h"
#include "base/text.h"
#include "run/gate_words.h"
#include "run/questions.h"

// One that is about to be played.
struct candidate {
    const struct asker *asker; // NULL: nobody can be asked
    struct house *house;
    const struct play_request *request;
    struct preparation *preparation;
    struct error *err;
};

// All that is to be said about it, a line each.
static void add_why(const struct candidate *candidate, struct text_builder *text) {
    const struct preparation *preparation = candidate->preparation;
    gate_words_all(text, preparation->routine, &preparation->allowed, &preparation->person,
                   &candidate->house->catalog, "\n");
}

// `hint` says what else there is to do; NULL: nothing.
static bool refuse(const struct candidate *candidate, const char *hint) {
    struct text_builder text = {0};
    text_add_format(&text, "%s: ", candidate->preparation->routine->id);
    add_why(candidate, &text);
    if (hint) {
        text_add_format(&text, "\n%s", hint);
    }
    error_set(candidate->err, ERROR_INPUT, "%s", text.text);
    text_builder_free(&text);
    return false;
}

static bool is_named(const struct candidate *candidate) {
    const char *named = candidate->request->anyway_routine;
    return named && strcmp(named, candidate->preparation->routine->id) == 0;
}

static bool ask_anyway(const struct candidate *candidate) {
    struct text_builder text = {0};
    add_why(candidate, &text);
    // TRANSLATORS: the word that is typed to play against a closed gate
    bool typed = ask_word(candidate->asker, text.text, _("anyway"));
    text_builder_free(&text);
    return typed;
}

// Past a gate that is shut: with the word typed, or given for this routine on the command line.
static bool pass_gate(const struct candidate *candidate) {
    struct allowed *allowed = &candidate->preparation->allowed;
    if (!allowed_is_shut(allowed)) {
        return true;
    }
    if (allowed->gating.absolute) {
        return refuse(candidate,
                      candidate->request->anyway ? _("--anyway does not open this one.") : NULL);
    }
    if (!candidate->request->anyway) {
        return refuse(candidate, NULL);
    }
    if (is_named(candidate)) {
        struct text_builder text = {0};
        add_why(candidate, &text);
        log_warning("%s: %s", candidate->preparation->routine->id, text.text);
        text_builder_free(&text);
    } else if (!candidate->asker || candidate->request->anyway_routine) {
        return refuse(candidate, _("Without a terminal --anyway names the routine: "
                                   "--anyway=ROUTINE"));
    } else if (!ask_anyway(candidate)) {
        return refuse(candidate, NULL);
    }
    allowed->anyway = true;
    return true;
}

// Nobody there: what moves the face waits for its answers, the rest says its caution.
static bool pass_unasked(const struct candidate *candidate, const struct question *const due[],
                         int count) {
    const struct shared *shared = &candidate->house->catalog.shared;
    const char *last = "";
    for (int i = 0; i < count; i++) {
        if (question_is_answer(due[i])) {
            return error_set(candidate->err, ERROR_INPUT,
                             _("%s moves the face: three answers come first. In a terminal they "
                               "are asked; here give them with: repose profile set answers "
                               "no,no,no"),
                             candidate->preparation->routine->id);
        }
        const char *key = question_caution(due[i]);
        const struct caution *caution = key ? shared_caution(shared, key) : NULL;
        if (caution && strcmp(key, last) != 0) {
            log_warning("%s", caution->text);
            last = key;
        }
    }
    return true;
}

static bool ask_all(const struct candidate *candidate, const struct question *const due[],
                    int count, int answers[QUESTIONS_MAX]) {
    bool complete = true;
    for (int i = 0; i < count; i++) {
        const char *texts[QUESTION_ANSWERS_MAX];
        for (int answer = 0; answer < due[i]->answer_count; answer++) {
            texts[answer] = _(due[i]->answers[answer]);
        }
        char before[64] = "";
        if (count > 1) {
            text_format(before, sizeof before, _("Before this one: %d of %d"), i + 1, count);
        }
        answers[i] =
            ask_choice(candidate->asker, before, _(due[i]->text), texts, due[i]->answer_count);
        complete = complete && (answers[i] >= 0 || !question_is_answer(due[i]));
    }
    return complete ||
           error_set(candidate->err, ERROR_INPUT,
                     _("%s moves the face: it waits until the three questions are answered"),
                     candidate->preparation->routine->id);
}

static void keep(const struct candidate *candidate, const struct question *const due[],
                 const int answers[], int count) {
    struct error trouble = {0};
    struct wall now = clock_wall_now(&candidate->house->clock);
    questions_tell(due, answers, count, now, &candidate->preparation->person.profile);
    if (candidate->house->store && !candidate->request->no_record &&
        !questions_keep(candidate->house->store, due, answers, count, now, &trouble)) {
        log_warning("%s", trouble.text);
    }
}

// Asks what is due. *asked tells whether the answers may have changed what is allowed.
static bool ask_person(const struct candidate *candidate, bool *asked) {
    const struct preparation *preparation = candidate->preparation;
    const struct question *due[QUESTIONS_MAX];
    int answers[QUESTIONS_MAX];
    int count = questions_due(candidate->house->store, &preparation->person, preparation->routine,
                              &preparation->allowed, due);
    *asked = false;
    if (count == 0) {
        return true;
    }
    if (!candidate->asker) {
        return pass_unasked(candidate, due, count);
    }
    if (!ask_all(candidate, due, count, answers)) {
        return false;
    }
    keep(candidate, due, answers, count);
    *asked = true;
    return prepare_again(candidate->preparation, candidate->err);
}

// A gate that was shut by its own answer is asked about before it is refused.
static bool waits_for_answers(const struct gating *gating) {
    return gating->reason == REASON_ANSWER_INJECTED && gating->wants_answers;
}

bool admission_give(const struct asker *asker, struct house *house,
                    const struct play_request *request, struct chain *chain, int member,
                    struct error *err) {
    struct preparation *preparation = chain->members[member];
    const struct candidate candidate = {asker, house, request, preparation, err};
    const struct gating before = preparation->allowed.gating;
    bool asked = false;
    if (!waits_for_answers(&before) && !pass_gate(&candidate)) {
        return false;
    }
    if (!ask_person(&candidate, &asked)) {
        return false;
    }
    // The answers may close it for another reason than the one that was passed.
    const struct gating *gating = &preparation->allowed.gating;
    if (gating->reason != before.reason || gating->word != before.word || gating->absolute) {
        preparation->allowed.anyway = false;
    }
    if (!pass_gate(&candidate)) {
        return false;
    }
    if (preparation->allowed.limit.reason != LIMIT_NONE) {
        return refuse(&candidate, NULL);
    }
    return !asked || chain_told(chain, member, err);
}
