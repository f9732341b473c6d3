// SPDX-License-Identifier: MIT
#include "cli/terminal.h"

#include <stdio.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/text.h"
#include "cli/ask.h"
#include "cli/lines.h"
#include "cli/page.h"
#include "cli/tty.h"
#include "cli/view.h"
#include "run/prepare.h"
#include "run/rating.h"
#include "run/sitting.h"
#include "run/words.h"
#include "store/answers.h"

enum { FPS_DEFAULT = 10, SIGNAL_POLL_MS = 250 };

// One play in a terminal that shows a picture.
struct show {
    struct tty *tty;
    struct view view;
    struct asker asker;
    struct sitting *sitting;
    const struct play_request *request;
    const struct settings *settings;
    int last_key; // and when: a key held down counts once
    int64_t last_key_ms;
    enum why why;
    bool over; // stopped by the person or a signal
    char notice[ERROR_TEXT_MAX];
};

static bool counts_once(int key) {
    return key == ' ' || key == KEY_RIGHT || key == KEY_LEFT || key == KEY_SHIFT_LEFT ||
           key == KEY_ESCAPE;
}

// The same key twice within the setting is a trembling hand.
static bool is_repeat(struct show *show, int key) {
    int64_t now_ms = clock_monotonic_ms();
    bool repeat = key == show->last_key && counts_once(key) &&
                  now_ms - show->last_key_ms < show->settings->key_repeat_ms;
    if (!repeat) {
        show->last_key = key;
        show->last_key_ms = now_ms;
    }
    return repeat;
}

static void stop(struct show *show) {
    bool was_moving = sitting_pause(show->sitting);
    bool stay = false;
    show->why = ask_why(&show->asker, &stay);
    if (!stay) {
        show->over = true;
    } else if (was_moving) {
        sitting_toggle_pause(show->sitting);
    }
}

static void take_key(struct show *show, int key) {
    struct sitting *sitting = show->sitting;
    bool at_gate = sitting_player(sitting)->state == PLAYER_GATE;
    switch (key) {
    case KEY_SUSPEND:
        sitting_pause(sitting);
        tty_suspend(show->tty);
        page_forget(show->view.page);
        return;
    case KEY_CLOSED:
    case KEY_INTERRUPT:
        show->why = WHY_INTERRUPTED;
        show->over = true;
        return;
    case KEY_ESCAPE:
    case 'q':
        stop(show);
        return;
    case KEY_LEFT:
        sitting_again(sitting);
        return;
    case KEY_SHIFT_LEFT:
        sitting_previous(sitting);
        return;
    case KEY_UP:
    case KEY_DOWN:
        sitting_volume(sitting, key == KEY_UP ? 1 : -1);
        return;
    case 'm':
    case 'M':
        sitting_toggle_mute(sitting);
        return;
    case 'h':
    case 'H':
    case '?':
        show->view.help = !show->view.help;
        return;
    default:
        break;
    }
    if (at_gate) {
        sitting_answer(sitting);
    } else if (key == ' ') {
        sitting_toggle_pause(sitting);
    } else if (key == KEY_RIGHT) {
        sitting_next(sitting);
    }
}

// How long to wait for a key: until something changes; a picture's time where the lamp moves.
static int64_t wait_of(const struct show *show) {
    int64_t wait_ms = sitting_wait_ms(show->sitting);
    struct frame frame = sitting_frame(show->sitting);
    bool moves = sitting_player(show->sitting)->state == PLAYER_PLAYING && frame.segment &&
                 frame.into_ms < frame.segment->ramp_ms &&
                 frame.segment->level_from != frame.segment->level_to;
    int64_t picture_ms = 1000 / (show->request->fps > 0 ? show->request->fps : FPS_DEFAULT);
    wait_ms = moves && wait_ms > picture_ms ? picture_ms : wait_ms;
    return wait_ms < SIGNAL_POLL_MS ? wait_ms : SIGNAL_POLL_MS;
}

static void note_trouble(struct show *show) {
    const char *trouble = sitting_trouble(show->sitting);
    if (trouble) {
        text_format(show->notice, sizeof show->notice, _("Not recorded: %s"), trouble);
        show->view.notice = show->notice;
    }
}

static void play_loop(struct show *show) {
    sitting_begin(show->sitting);
    while (!show->over) {
        struct tick tick = sitting_tick(show->sitting);
        if (tick.state == PLAYER_ENDED || *show->asker.asked_to_stop) {
            show->why = tick.state == PLAYER_ENDED ? WHY_NONE : WHY_INTERRUPTED;
            return;
        }
        show->view.waking =
            tick.state == PLAYER_GATE && (show->view.waking || tick.waking == WAKE_OFF);
        note_trouble(show);
        view_sitting(&show->view, show->sitting);
        page_show(show->view.page);
        int key = tty_key(show->tty, wait_of(show));
        if (key != KEY_NONE && !is_repeat(show, key)) {
            take_key(show, key);
        }
    }
}

// The last sound rings out behind the end; any key shortens it.
static void ring_out(struct show *show) {
    while (sitting_ringing_ms(show->sitting) > 0 && !*show->asker.asked_to_stop) {
        view_sitting(&show->view, show->sitting);
        page_show(show->view.page);
        if (tty_key(show->tty, SIGNAL_POLL_MS) != KEY_NONE) {
            return;
        }
    }
}

static void ask_after(struct show *show, struct house *house, const struct routine *routine,
                      const struct sitting_result *result, bool rated) {
    int after = show->request->after;
    enum feel feel = FEEL_NONE;
    if (!*show->asker.asked_to_stop && show->why != WHY_INTERRUPTED) {
        if (after < 0 && rated) {
            after = ask_rating(&show->asker, NULL, words_question_after());
        }
        if (rating_asks_feel(routine)) {
            feel = ask_feel(&show->asker);
        }
    }
    struct error err = {0};
    if (*result->id && (after >= 0 || feel != FEEL_NONE) &&
        !sessions_rate(house->store, result->id, -1, after, feel, &err)) {
        log_warning("%s", err.text);
    }
}

static void print_summary(const struct sitting_result *result, const struct routine *routine) {
    char played[TEXT_CLOCK_MAX];
    char planned[TEXT_CLOCK_MAX];
    printf(_("%s: %s of %s.\n"), routine->title, text_clock(result->played_ms, played),
           text_clock(result->planned_ms, planned));
    if (result->ending == ENDING_WELL) {
        printf("%s\n", _("You stopped while it was good: that was right."));
    }
}

static bool rate_before(struct show *show, const struct house *house,
                        const struct preparation *preparation, struct sitting_options *options) {
    bool due = !preparation->resumes && rating_is_due(house, preparation->routine);
    if (due && options->before < 0) {
        options->before = ask_rating(&show->asker, NULL, words_question_before());
    }
    return due;
}

static enum status play_screen(struct show *show, struct house *house,
                               const struct preparation *preparation, struct error *err) {
    struct sitting_options options = preparation_options(house, preparation, show->request);
    bool rated = options.store && rate_before(show, house, preparation, &options);
    show->sitting = sitting_open(&options, err);
    if (!show->sitting) {
        return STATUS_FAILED;
    }
    play_loop(show);
    struct sitting_result result = sitting_finish(show->sitting, show->why);
    if (show->why == WHY_NONE) {
        ring_out(show);
    }
    ask_after(show, house, preparation->routine, &result, rated);
    tty_close(show->tty);
    show->tty = NULL;
    print_summary(&result, preparation->routine);
    const char *trouble = sitting_trouble(show->sitting);
    if (show->view.notice || trouble) {
        fprintf(stderr, "repose: %s\n", trouble ? trouble : show->view.notice);
    }
    sitting_close(show->sitting);
    return STATUS_DONE;
}

// A session that broke off is offered once, before the one that was asked for.
static void offer_resume(struct show *show, struct house *house, struct preparation *preparation) {
    struct preparation old;
    struct error err = {0};
    bool found = false;
    if (show->request->no_record || !prepare_resume(house, &old, &found, &err)) {
        return;
    }
    char question[256];
    char clock[TEXT_CLOCK_MAX];
    text_format(question, sizeof question, _("%s broke off at %s. Go on there?"), old.resume.title,
                text_clock(old.resume.position_ms, clock));
    if (found && ask_yes(&show->asker, question)) {
        preparation_free(preparation);
        *preparation = old;
        return;
    }
    preparation_free(&old);
}

static const char safety_key[] = "safety-lines";

// Once in the life of a history, before the first session.
static bool safety_is_new(struct house *house) {
    struct error err = {0};
    char *told = NULL;
    bool known = house->store && remembered_get(house->store, safety_key, &told, &err) && told;
    memory_free(told);
    return !known;
}

static void remember_safety(struct house *house) {
    struct error err = {0};
    if (house->store && !remembered_set(house->store, safety_key, "terminal", &err)) {
        log_warning("%s", err.text);
    }
}

static enum status play_on_screen(struct house *house, const struct play_request *request,
                                  struct preparation *preparation,
                                  const volatile sig_atomic_t *asked_to_stop, struct error *err) {
    struct show show = {.request = request, .settings = &house->settings};
    show.tty = tty_open(err);
    if (!show.tty) {
        return STATUS_FAILED;
    }
    show.view = (struct view){.page = page_new(show.tty), .utf8 = tty_speaks_utf8()};
    show.asker = (struct asker){show.tty, &show.view, asked_to_stop};
    char safety[WORDS_SAFETY_MAX];
    if (safety_is_new(house) && ask_begin(&show.asker, words_safety(safety))) {
        remember_safety(house);
    }
    offer_resume(&show, house, preparation);
    struct error ignored = {0};
    if (house->store) {
        const char *going_on = preparation->resumes ? preparation->resume.id : NULL;
        sessions_settle(house->store, going_on, clock_wall_now(&house->clock), &ignored);
    }
    enum status status = play_screen(&show, house, preparation, err);
    tty_close(show.tty);
    page_free(show.view.page);
    return status;
}

static enum status play_as_lines(struct house *house, const struct play_request *request,
                                 const struct preparation *preparation,
                                 const volatile sig_atomic_t *asked_to_stop, struct error *err) {
    if (safety_is_new(house)) {
        char safety[WORDS_SAFETY_MAX];
        fprintf(stderr, "%s\n\n", words_safety(safety));
        remember_safety(house);
    }
    struct sitting_options options = preparation_options(house, preparation, request);
    options.nobody = true;
    struct error ignored = {0};
    if (options.store) {
        sessions_settle(options.store, NULL, clock_wall_now(&house->clock), &ignored);
    }
    struct sitting *sitting = sitting_open(&options, err);
    if (!sitting) {
        return STATUS_FAILED;
    }
    bool written = lines_play(sitting, asked_to_stop, err);
    struct sitting_result result = sitting_finish(sitting, WHY_INTERRUPTED);
    const char *trouble = sitting_trouble(sitting);
    if (trouble) {
        fprintf(stderr, "repose: %s\n", trouble);
    }
    if (*result.id && request->after >= 0 &&
        !sessions_rate(house->store, result.id, -1, request->after, FEEL_NONE, err)) {
        written = false;
    }
    if (written) {
        print_summary(&result, preparation->routine);
    }
    sitting_close(sitting);
    return written ? STATUS_DONE : STATUS_FAILED;
}

enum status terminal_play(struct house *house, const struct play_request *request,
                          const volatile sig_atomic_t *asked_to_stop, struct error *err) {
    struct preparation preparation;
    struct error trouble = {0};
    if (!request->no_record && !house_open_store(house, false, &trouble)) {
        fprintf(stderr, "repose: %s\n", trouble.text);
        fprintf(stderr, "repose: %s\n", _("it plays all the same, but nothing is recorded"));
    }
    enum status status = STATUS_FAILED;
    if (prepare_request(house, request, &preparation, err)) {
        bool screen = tty_is_screen() && tty_can_ask();
        status = screen ? play_on_screen(house, request, &preparation, asked_to_stop, err)
                        : play_as_lines(house, request, &preparation, asked_to_stop, err);
    }
    preparation_free(&preparation);
    return status;
}
