// SPDX-License-Identifier: MIT
#include "cli/terminal.h"

#include <stdio.h>

#include "base/log.h"
#include "base/text.h"
#include "cli/admission.h"
#include "cli/evening.h"
#include "cli/lines.h"
#include "cli/page.h"
#include "run/once.h"
#include "run/words.h"

static struct sitting_options options_of(const struct evening *evening, int member) {
    return chain_options(&evening->chain, member, evening->house, evening->request);
}

static bool play_member(struct evening *evening, int member, bool *last, struct error *err) {
    struct screen *screen = &evening->screen;
    const struct preparation *preparation = evening->chain.members[member];
    struct sitting_options options = options_of(evening, member);
    if (!preparation->resumes) {
        evening_say_dose(evening, preparation);
        if (member == 0 && options.store) {
            evening_rate_before(evening, &options);
        }
        if (member == 0) {
            evening_hear(evening);
        }
    }
    options.morning = evening_asks_in_the_morning(evening);
    screen->sitting = sitting_open(&options, err);
    if (!screen->sitting) {
        return false;
    }
    screen->hints = evening_is_recorded(evening) && once_is_due(evening->house, ONCE_VOICELESS);
    screen_play(screen);
    struct sitting_result result = sitting_finish(screen->sitting, screen->why);
    if (screen->why == WHY_NONE) {
        screen_ring_out(screen);
    }
    *last = *last || screen->over || *evening->asked_to_stop;
    evening_summarize(evening, &result, preparation);
    evening_ask_after(evening, member, *last, &result);
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
        if (evening->request->remember && evening_is_recorded(evening) &&
            !wishes_keep(evening->house->store, member->routine->id, &member->wishes, &trouble)) {
            log_warning("%s", trouble.text);
        }
    }
    chain_lay_pauses(evening->house, &evening->chain, asker != NULL);
    return true;
}

static void settle(struct evening *evening, const char *going_on) {
    struct error ignored = {0};
    if (evening_is_recorded(evening)) {
        sessions_settle(evening->house->store, going_on, clock_wall_now(&evening->house->clock),
                        &ignored);
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

static enum status play_on_screen(struct evening *evening, bool plain, struct error *err) {
    struct screen *screen = &evening->screen;
    screen->tty = tty_open(plain, err);
    if (!screen->tty) {
        return STATUS_FAILED;
    }
    screen->view =
        (struct view){.page = plain ? NULL : page_new(screen->tty), .utf8 = tty_speaks_utf8()};
    screen->asker = (struct asker){screen->tty, &screen->view, evening->asked_to_stop};
    char safety[WORDS_SAFETY_MAX];
    if (evening_safety_is_new(evening) && ask_begin(&screen->asker, words_safety(safety))) {
        evening_remember_safety(evening);
    }
    evening_ask_for_the_night(evening);
    bool resumes = evening_offer_resume(evening);
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
    options.morning = evening_asks_in_the_morning(evening);
    struct sitting *sitting = sitting_open(&options, err);
    if (!sitting) {
        return false;
    }
    struct text_builder dose = {0};
    evening_add_dose(&dose, evening->chain.members[member]);
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
    evening_ask_after(evening, member, last, &result);
    if (written) {
        evening_summarize(evening, &result, evening->chain.members[member]);
        fputs(evening->summary.text, stdout);
        text_builder_free(&evening->summary);
    }
    sitting_close(sitting);
    return written;
}

static enum status play_as_lines(struct evening *evening, struct error *err) {
    if (evening_safety_is_new(evening)) {
        char safety[WORDS_SAFETY_MAX];
        fprintf(stderr, "%s\n\n", words_safety(safety));
        evening_remember_safety(evening);
    }
    settle(evening, NULL);
    if (!admit(evening, NULL, err)) {
        return STATUS_FAILED;
    }
    bool played = true;
    evening->rated = evening_is_recorded(evening) && evening_is_rated(evening);
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
        bool plain = house->settings.spoken && tty_can_tell();
        bool screen = (plain || tty_is_screen()) && tty_can_ask();
        status = screen ? play_on_screen(&evening, plain, err) : play_as_lines(&evening, err);
    }
    chain_free(&evening.chain);
    text_builder_free(&evening.summary);
    return status;
}
