// SPDX-License-Identifier: MIT
#include "cli/terminal.h"

#include <stdio.h>

#include "base/log.h"
#include "base/text.h"
#include "cli/admission.h"
#include "cli/lines.h"
#include "cli/page.h"
#include "cli/screen.h"
#include "core/routine_kind.h"
#include "run/adjustments.h"
#include "run/chain.h"
#include "run/gate_words.h"
#include "run/night.h"
#include "run/once.h"
#include "run/own_cautions.h"
#include "run/rating.h"
#include "run/words.h"
#include "store/answers.h"

// One command `play` in a terminal.
struct evening {
    struct house *house;
    const struct play_request *request;
    struct chain chain;
    struct screen screen;        // without a tty: nobody can be asked
    bool rated;                  // numbers before and after are wanted
    char last_id[UUID_TEXT_MAX]; // of the newest record, "" none: what the number after stands on
    struct text_builder summary;
    char aside[ERROR_TEXT_MAX];
    const volatile sig_atomic_t *asked_to_stop;
};

static bool is_recorded(const struct evening *evening) {
    return evening->house->store && !evening->request->no_record;
}

static struct sitting_options options_of(const struct evening *evening, int member) {
    return chain_options(&evening->chain, member, evening->house, evening->request);
}

static void summarize(struct evening *evening, const struct sitting_result *result,
                      const struct routine *routine) {
    char played[TEXT_CLOCK_MAX];
    char planned[TEXT_CLOCK_MAX];
    text_add_format(&evening->summary, _("%s: %s of %s."), routine->title,
                    text_clock(result->played_ms, played), text_clock(result->planned_ms, planned));
    text_add(&evening->summary, "\n");
    if (result->ending == ENDING_WELL) {
        text_add_format(&evening->summary, "%s\n",
                        _("You stopped while it was good: that was right."));
    }
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

// The number and the closing question, as far as nothing is in the way. A chain has one number, at
// its end, and a question for each routine that ends with one.
static void ask_after(struct evening *evening, int member, bool last,
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
    if (last && bedtime && evening->rated && after < 0) {
        night_keep(evening->house, evening->last_id);
    }
    if (asks && *result->id) {
        tell_after(evening, routine, feel);
    }
}

static bool is_rated(const struct evening *evening) {
    for (int i = 0; i < evening->chain.count; i++) {
        if (rating_is_due(evening->house, evening->chain.members[i]->routine)) {
            return true;
        }
    }
    return false;
}

static void rate_before(struct evening *evening, struct sitting_options *options) {
    evening->rated = is_rated(evening);
    if (evening->rated && options->before < 0) {
        options->before = ask_rating(&evening->screen.asker, NULL, words_question_before());
    }
}

// Ends a line that holds something.
static void end_line(struct text_builder *text) {
    if (text->length > 0 && text->text[text->length - 1] != '\n') {
        text_add(text, "\n");
    }
}

// What to mind this time: by her own words, after an injection, and how much of it is played.
static void add_dose(struct text_builder *text, const struct preparation *preparation) {
    own_cautions_others(text, &preparation->person, preparation->routine);
    end_line(text);
    gate_words_injection(text, preparation->routine, &preparation->allowed);
    end_line(text);
    gate_words_dose(text, &preparation->allowed);
}

// A dose that is less than written is said: at length the first time and when it has been taken
// back, else for a moment beside the lead-in.
static void say_dose(struct evening *evening, const struct preparation *preparation) {
    struct text_builder text = {0};
    const struct allowed *allowed = &preparation->allowed;
    bool first = allowed->gating.small && routine_moves_face(preparation->routine) &&
                 !past_holds(&preparation->person.held.past, preparation->routine->id);
    add_dose(&text, preparation);
    text_copy(evening->aside, sizeof evening->aside, text.text);
    evening->screen.view.aside = *evening->aside ? evening->aside : NULL;
    if (first) {
        text_add_format(&text, "\n\n%s", gate_words_evidence());
    }
    if (first || allowed->dose.stepped_back) {
        (void)ask_begin(&evening->screen.asker, text.text);
    }
    text_builder_free(&text);
}

static bool play_member(struct evening *evening, int member, bool *last, struct error *err) {
    struct screen *screen = &evening->screen;
    const struct preparation *preparation = evening->chain.members[member];
    struct sitting_options options = options_of(evening, member);
    if (!preparation->resumes) {
        say_dose(evening, preparation);
        if (member == 0 && options.store) {
            rate_before(evening, &options);
        }
    }
    screen->sitting = sitting_open(&options, err);
    if (!screen->sitting) {
        return false;
    }
    screen->hints = is_recorded(evening) && once_is_due(evening->house, ONCE_VOICELESS);
    screen_play(screen);
    struct sitting_result result = sitting_finish(screen->sitting, screen->why);
    if (screen->why == WHY_NONE) {
        screen_ring_out(screen);
    }
    *last = *last || screen->over || *evening->asked_to_stop;
    summarize(evening, &result, preparation->routine);
    ask_after(evening, member, *last, &result);
    const char *trouble = sitting_trouble(screen->sitting);
    if (trouble) {
        text_copy(screen->notice, sizeof screen->notice, trouble);
        screen->view.notice = screen->notice;
    }
    sitting_close(screen->sitting);
    screen->sitting = NULL;
    return true;
}

// Everything that is to be played may be played, or nothing is begun.
static bool admit(struct evening *evening, const struct asker *asker, struct error *err) {
    struct error trouble = {0};
    for (int i = 0; i < evening->chain.count; i++) {
        const struct preparation *member = evening->chain.members[i];
        if (!admission_give(asker, evening->house, evening->request, &evening->chain, i, err)) {
            return false;
        }
        if (evening->request->remember && is_recorded(evening) &&
            !wishes_keep(evening->house->store, member->routine->id, &member->wishes, &trouble)) {
            log_warning("%s", trouble.text);
        }
    }
    chain_lay_pauses(evening->house, &evening->chain, asker != NULL);
    return true;
}

static void settle(struct evening *evening, const char *going_on) {
    struct error ignored = {0};
    if (is_recorded(evening)) {
        sessions_settle(evening->house->store, going_on, clock_wall_now(&evening->house->clock),
                        &ignored);
    }
}

// A session that broke off is offered once, before what was asked for, and takes its place.
static bool offer_resume(struct evening *evening) {
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

// Once in the life of a history, before the first session.
static bool safety_is_new(const struct evening *evening) {
    struct error err = {0};
    char *told = NULL;
    struct store *store = evening->house->store;
    bool known = store && remembered_get(store, safety_key, &told, &err) && told;
    memory_free(told);
    return !known;
}

static void remember_safety(const struct evening *evening) {
    struct error err = {0};
    if (is_recorded(evening) &&
        !remembered_set(evening->house->store, safety_key, "terminal", &err)) {
        log_warning("%s", err.text);
    }
}

// The number that was left for this morning.
static void ask_for_the_night(struct evening *evening) {
    struct night night;
    char before[sizeof night.title + 64];
    if (is_recorded(evening) && night_is_over(evening->house, &night)) {
        text_format(before, sizeof before, _("Last night: %s"), night.title);
        night_answer(evening->house, &night,
                     ask_rating(&evening->screen.asker, before, words_question_night()));
    }
}

static bool play_members(struct evening *evening, struct error *err) {
    bool last = false;
    for (int i = 0; i < evening->chain.count && !last; i++) {
        last = i + 1 == evening->chain.count;
        if (!play_member(evening, i, &last, err)) {
            return false;
        }
    }
    return true;
}

static enum status play_on_screen(struct evening *evening, struct error *err) {
    struct screen *screen = &evening->screen;
    screen->tty = tty_open(err);
    if (!screen->tty) {
        return STATUS_FAILED;
    }
    screen->view = (struct view){.page = page_new(screen->tty), .utf8 = tty_speaks_utf8()};
    screen->asker = (struct asker){screen->tty, &screen->view, evening->asked_to_stop};
    char safety[WORDS_SAFETY_MAX];
    if (safety_is_new(evening) && ask_begin(&screen->asker, words_safety(safety))) {
        remember_safety(evening);
    }
    ask_for_the_night(evening);
    bool resumes = offer_resume(evening);
    settle(evening, resumes ? evening->chain.members[0]->resume.id : NULL);
    bool played = (resumes || admit(evening, &screen->asker, err)) && play_members(evening, err);
    tty_close(screen->tty);
    page_free(screen->view.page);
    if (evening->summary.length > 0) {
        fputs(evening->summary.text, stdout);
    }
    if (played && screen->view.notice) {
        fprintf(stderr, "repose: %s\n", screen->view.notice);
    }
    return played ? STATUS_DONE : STATUS_FAILED;
}

static bool play_member_as_lines(struct evening *evening, int member, bool last,
                                 struct error *err) {
    struct sitting_options options = options_of(evening, member);
    options.nobody = true;
    struct sitting *sitting = sitting_open(&options, err);
    if (!sitting) {
        return false;
    }
    struct text_builder dose = {0};
    add_dose(&dose, evening->chain.members[member]);
    if (dose.length > 0) {
        printf("%s\n", dose.text);
    }
    text_builder_free(&dose);
    bool written = lines_play(sitting, evening->asked_to_stop, err);
    struct sitting_result result = sitting_finish(sitting, WHY_INTERRUPTED);
    const char *trouble = sitting_trouble(sitting);
    if (trouble) {
        fprintf(stderr, "repose: %s\n", trouble);
    }
    last = last || *evening->asked_to_stop;
    ask_after(evening, member, last, &result);
    if (written) {
        summarize(evening, &result, evening->chain.members[member]->routine);
        fputs(evening->summary.text, stdout);
        text_builder_free(&evening->summary);
    }
    sitting_close(sitting);
    return written;
}

static enum status play_as_lines(struct evening *evening, struct error *err) {
    if (safety_is_new(evening)) {
        char safety[WORDS_SAFETY_MAX];
        fprintf(stderr, "%s\n\n", words_safety(safety));
        remember_safety(evening);
    }
    settle(evening, NULL);
    if (!admit(evening, NULL, err)) {
        return STATUS_FAILED;
    }
    bool played = true;
    evening->rated = is_recorded(evening) && is_rated(evening);
    for (int i = 0; played && i < evening->chain.count && !*evening->asked_to_stop; i++) {
        played = play_member_as_lines(evening, i, i + 1 == evening->chain.count, err);
    }
    return played ? STATUS_DONE : STATUS_FAILED;
}

// Without a record the history is looked at all the same: it says what may be played.
static void open_history(struct house *house, const struct play_request *request) {
    struct error trouble = {0};
    if (!house_open_store(house, request->no_record, &trouble) && !request->no_record) {
        fprintf(stderr, "repose: %s\n", trouble.text);
        fprintf(stderr, "repose: %s\n", _("it plays all the same, but nothing is recorded"));
    }
}

enum status terminal_play(struct house *house, const struct play_request *request,
                          const volatile sig_atomic_t *asked_to_stop, struct error *err) {
    struct evening evening = {
        .house = house,
        .request = request,
        .screen = {.house = house, .settings = &house->settings, .fps = request->fps},
        .asked_to_stop = asked_to_stop,
    };
    enum status status = STATUS_FAILED;
    open_history(house, request);
    if (chain_prepare(house, request, &evening.chain, err)) {
        bool screen = tty_is_screen() && tty_can_ask();
        status = screen ? play_on_screen(&evening, err) : play_as_lines(&evening, err);
    }
    chain_free(&evening.chain);
    text_builder_free(&evening.summary);
    return status;
}
