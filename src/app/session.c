// SPDX-License-Identifier: MIT
#include "app/session.h"

#include <assert.h>
#include <string.h>

#include "app/anyway.h"
#include "app/ask.h"
#include "app/first.h"
#include "app/fortnight.h"
#include "app/gates.h"
#include "app/greeting.h"
#include "app/hearing.h"
#include "app/list.h"
#include "app/outside.h"
#include "app/page.h"
#include "app/play.h"
#include "app/reader.h"
#include "base/log.h"
#include "base/text.h"
#include "run/gate_words.h"
#include "run/once.h"
#include "run/own_cautions.h"

static void drop_preparation(struct window *window) {
    chain_free(&window->chain);
    window->preparation = NULL;
    window->member = 0;
    window->last_id[0] = '\0';
    window->chain_ms = 0;
    window->felt = false;
}

static bool prepare(struct window *window, const struct play_request *request, struct error *err) {
    drop_preparation(window);
    if (!chain_prepare(window->house, request, &window->chain, err)) {
        drop_preparation(window);
        return false;
    }
    session_turn_to(window, 0);
    return true;
}

bool session_prepare_asked(struct window *window, struct error *err) {
    return prepare(window, window->options->request, err);
}

static bool prepare_ids(struct window *window, const char *const ids[], int count, bool bedtime) {
    struct play_request request = *window->options->request;
    request.routines = ids;
    request.routine_count = count;
    request.bedtime = request.bedtime || bedtime;
    struct error err = {0};
    if (!prepare(window, &request, &err) || !page_adjust_carry(window, window->preparation, &err)) {
        window_say(window, err.text);
        return false;
    }
    return true;
}

bool session_prepare_ids(struct window *window, const char *const ids[], int count) {
    return count > 0 && prepare_ids(window, ids, count, false);
}

bool session_prepare(struct window *window, const int entries[], int count, bool bedtime) {
    const char *ids[LIST_MARKS_MAX];
    assert(count <= LIST_MARKS_MAX);
    for (int i = 0; i < count; i++) {
        if (!repertoire_routine(window, entries[i])) {
            return false;
        }
        ids[i] = repertoire_id(window, entries[i]);
    }
    return prepare_ids(window, ids, count, bedtime);
}

bool session_prepare_chosen(struct window *window) {
    return repertoire_count(window) > 0 &&
           session_prepare(window, &window->list->chosen, 1, page_is_bedtime(window));
}

void session_find_broken_off(struct window *window) {
    bool found = false;
    struct error err = {0};
    drop_preparation(window);
    if (window->options->request->no_record) {
        return;
    }
    if (!chain_resume(window->house, &window->chain, &found, &err)) {
        log_warning("%s", err.text);
    }
    session_turn_to(window, 0);
    window->preparation->resumes = found;
}

void session_go_on(struct window *window) {
    window->before = window->preparation->resume.before;
    window->after = -1;
    window->rating_wanted = window->before >= 0;
    window->origin = window->screen;
    session_begin(window);
}

// Whether the number is still missing: not given with the command, wanted today.
static bool asks_before(const struct window *window) {
    const struct play_request *request = window->options->request;
    return window->rating_wanted && request->before < 0 && !request->mini && !window->nobody;
}

// To the page the session was started from, with all as it stood there; else to the first screen.
static void go_back(struct window *window) {
    if (window->origin == SCREEN_PAGE && window->page) {
        page_again(window);
    } else if (window->origin == SCREEN_LIST) {
        list_show(window);
    } else {
        first_show(window);
    }
}

// The page says why not, and what to do instead; a command that asked for it ends with that.
static void refuse_now(struct window *window) {
    const struct preparation *preparation = window->preparation;
    struct text_builder text = {0};
    gate_words_all(&text, preparation->routine, &preparation->allowed, &preparation->person,
                   &window->house->catalog, " ");
    if (window->options->request->routine_count > 0) {
        error_set(&window->failure, ERROR_INPUT, "%s: %s", preparation->routine->id, text.text);
        window->quit = true;
    } else {
        int entry = session_entry(window);
        drop_preparation(window);
        entry >= 0 ? page_open(window, entry) : go_back(window);
        if (entry < 0 || gates_let_play(window, entry)) {
            window_say(window, text.text); // what was told could not be kept: the page is of before
        }
    }
    text_builder_free(&text);
}

// Nothing to play: back to where it was started, or out when the command asked for this routine
// alone.
static void refuse(struct window *window, const struct error *err) {
    if (window->options->request->routine_count > 0) {
        window->failure = *err;
        window->quit = true;
        return;
    }
    go_back(window);
    window_say(window, err->text);
}

static void ask_number(struct window *window) {
    const struct play_request *request = window->options->request;
    window->before = request->before;
    window->after = request->after;
    window->rating_wanted = !request->no_record && session_chain_is_rated(window);
    if (asks_before(window)) {
        window_show(window, SCREEN_BEFORE);
    } else {
        session_begin(window);
    }
}

static void begin_asking(struct asking *asking) {
    asking->at = 0;
    for (int i = 0; i < asking->count; i++) {
        asking->answers[i] = -1;
    }
}

// False: nothing is to be asked.
static bool ask_person(struct window *window) {
    struct asking *asking = &window->asking;
    const struct preparation *preparation = window->preparation;
    *asking = (struct asking){0};
    asking->count = questions_due(window->house->store, &preparation->person, preparation->routine,
                                  &preparation->allowed, asking->due);
    begin_asking(asking);
    if (asking->count == 0 || (window->nobody && !question_is_answer(asking->due[0]))) {
        return false;
    }
    if (window->nobody) {
        error_set(&window->failure, ERROR_INPUT,
                  _("%s moves the face: three answers come first. In a terminal they are asked; "
                    "here give them with: repose profile set answers no,no,no"),
                  preparation->routine->id);
        window->quit = true;
        return true;
    }
    window_show(window, SCREEN_QUESTIONS);
    return true;
}

// The command said --anyway: for this routine by its name it is enough, and the reason is printed;
// else the word is asked for. False: it changes nothing.
static bool pass_by_command(struct window *window) {
    const struct play_request *request = window->options->request;
    struct preparation *preparation = window->preparation;
    struct allowed *allowed = &preparation->allowed;
    const char *named = request->anyway_routine;
    int entry = session_entry(window);
    struct text_builder text = {0};
    if (!request->anyway || !allowed_is_shut(allowed) || allowed->gating.absolute ||
        allowed->limit.reason != LIMIT_NONE) {
        return false;
    }
    if (named && strcmp(named, preparation->routine->id) == 0) {
        gate_words_reason(&text, preparation->routine, allowed);
        log_warning("%s: %s", preparation->routine->id, text.text);
        text_builder_free(&text);
        allowed->anyway = true;
        return true;
    }
    if (named || window->nobody || entry < 0) {
        return false;
    }
    drop_preparation(window);
    page_open(window, entry);
    anyway_show(window);
    return true;
}

// Everything that is to be played may be played, or nothing is begun.
static void admit(struct window *window) {
    for (; window->member < window->chain.count; session_turn_to(window, window->member + 1)) {
        const struct allowed *allowed = &window->preparation->allowed;
        bool passed = pass_by_command(window);
        if (passed && !window->preparation) {
            return; // the word is being asked for
        }
        if (!allowed_now(allowed) && !gates_ask_anew(allowed)) {
            refuse_now(window);
            return;
        }
        if (ask_person(window)) {
            return;
        }
    }
    chain_lay_pauses(window->house, &window->chain, !window->nobody);
    session_turn_to(window, 0);
    ask_number(window);
}

void session_ask(struct window *window) {
    window->origin = window->screen;
    admit(window);
}

static bool is_kept(const struct window *window) {
    return window->house->store && !window->options->request->no_record;
}

void session_answer_anew(struct window *window) {
    struct asking *asking = &window->asking;
    if (!session_prepare_chosen(window)) {
        return;
    }
    const struct preparation *preparation = window->preparation;
    *asking = (struct asking){.anew = true};
    asking->count = questions_anew(&preparation->person, &preparation->allowed, asking->due);
    begin_asking(asking);
    window->origin = window->screen;
    if (asking->count > 0) {
        window_show(window, SCREEN_QUESTIONS);
    } else {
        session_leave(window); // it has opened by itself meanwhile
    }
}

void session_ask_anyway(struct window *window) {
    struct error err = {0};
    if (!session_prepare_chosen(window)) {
        return;
    }
    struct preparation *preparation = window->preparation;
    if (preparation->allowed.gating.absolute) {
        refuse_now(window);
        return;
    }
    preparation->allowed.anyway = true;
    if (!prepare_again(preparation, &err)) {
        refuse(window, &err);
        return;
    }
    session_ask(window);
}

// The answers may close it for another reason than the one that was passed.
static void weigh_anyway(struct preparation *preparation, const struct gating *before) {
    const struct gating *gating = &preparation->allowed.gating;
    if (gating->reason != before->reason || gating->word != before->word || gating->absolute) {
        preparation->allowed.anyway = false;
    }
}

void session_told(struct window *window) {
    struct preparation *preparation = window->preparation;
    const struct asking *asking = &window->asking;
    struct house *house = window->house;
    struct wall now = clock_wall_now(&house->clock);
    struct error err = {0};
    questions_tell(asking->due, asking->answers, asking->count, now, &preparation->person.profile);
    if (is_kept(window) &&
        !questions_keep(house->store, asking->due, asking->answers, asking->count, now, &err)) {
        log_warning("%s", err.text);
        window_say(window, err.text);
    }
    const struct gating before = preparation->allowed.gating;
    bool back = asking->anew && is_kept(window);
    bool right = back || (prepare_again(preparation, &err) &&
                          chain_told(&window->chain, window->member, &err));
    weigh_anyway(preparation, &before);
    if (back) {
        session_leave(window); // the page weighs it anew
    } else if (!right) {
        refuse(window, &err);
    } else if (!allowed_now(&preparation->allowed)) {
        refuse_now(window);
    } else {
        session_turn_to(window, window->member + 1);
        admit(window);
    }
}

void session_begin(struct window *window) {
    if (hearing_show(window)) {
        return; // it comes back here
    }
    struct sitting_options options =
        chain_options(&window->chain, window->member, window->house, window->options->request);
    options.before = window->member == 0 ? window->before : -1;
    options.nobody = window->nobody;
    options.morning = window->chain.bedtime && window->rating_wanted && window->after < 0;
    struct error err = {0};
    greeting_end(window);
    reader_hush(window);
    outside_close(window);
    play_free(window->play);
    window->felt = false;
    window->play = play_new(&options, &err);
    if (!window->play) {
        refuse(window, &err);
        return;
    }
    window->play->hints =
        !window->options->request->no_record && once_is_due(window->house, ONCE_VOICELESS);
    window->message[0] = '\0';
    list_forget_marks(window);
    sitting_begin(window->play->sitting);
    window_show(window, SCREEN_PLAY);
    window_small(window, window->options->request->mini);
    struct text_builder text = {0};
    own_cautions_others(&text, &window->preparation->person, window->preparation->routine);
    if (text.length > 0) {
        window_say(window, text.text);
    }
    text_builder_free(&text);
}

static void drop_play(struct window *window) {
    play_free(window->play);
    window->play = NULL;
    window->result = (struct sitting_result){0};
    drop_preparation(window);
    window->message[0] = '\0';
}

void session_leave(struct window *window) {
    bool began = window->play != NULL;
    drop_play(window);
    if (window->options->request->routine_count > 0) {
        window->quit = true; // the command asked for this alone
    } else if (!began) {
        go_back(window);
    } else if (!fortnight_offer(window)) {
        first_show(window);
    }
}

void session_leave_for(struct window *window, int entry) {
    drop_play(window);
    page_open(window, entry);
}

void session_abandon(struct window *window) {
    if (window->play && window->play->sinks_ms == 0) {
        window->play->sinks_ms = clock_monotonic_ms();
        window->result = sitting_finish(window->play->sitting, WHY_INTERRUPTED);
    }
    // A number that was chosen and not yet confirmed is kept too; nothing follows any more.
    if (window->preparation) {
        chain_cut(&window->chain, window->member);
    }
    session_keep_ratings(window, FEEL_NONE);
    play_free(window->play);
    window->play = NULL;
    drop_preparation(window);
}
