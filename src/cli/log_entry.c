// SPDX-License-Identifier: MIT
#include <string.h>

#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "cli/log.h"
#include "cli/log_values.h"
#include "run/today.h"
#include "store/events.h"
#include "store/moments.h"

// What else there was: treatments, questions for the next appointment, tasks.

static bool read_until(const struct house *house, const struct arguments *arguments,
                       struct event *event, struct error *err) {
    struct log_date until;
    const char *text = log_value(arguments, "--until");
    event->until_day = EVENT_OPEN;
    if (!text)
        return true;
    if (!log_read_date(house, "--until", text, event->kind == EVENT_APPOINTMENT, &until, err))
        return false;
    event->until_day = until.day;
    return until.day >= event->day ||
           error_set(err, ERROR_INPUT, _("--until: %s lies before the day on which it began"),
                     text);
}

// 0 is an answer too: it did not work at all.
static bool read_effect(const struct arguments *arguments, struct event *event, struct error *err) {
    enum { MOST = 100 };
    int effect = -1;
    if (!log_number(arguments, "--effect", MOST, &effect, err))
        return false;
    event->rated = effect >= 0;
    event->effect = effect;
    return !event->rated || event->kind == EVENT_TOXIN ||
           error_set(err, ERROR_INPUT, "%s", _("--effect belongs to botulinum-toxin"));
}

static bool read_event(const struct house *house, const struct arguments *arguments,
                       struct event *event, struct error *err) {
    struct log_date on;
    int kind = 0;
    if (!log_read_word("event", arguments->words[1], event_words, EVENT_COUNT, &kind, err) ||
        !log_on(house, arguments, kind == EVENT_APPOINTMENT, &on, err))
        return false;
    *event = (struct event){
        .kind = (enum event_kind)kind, .day = on.day, .timed = on.timed, .at = on.at};
    return read_until(house, arguments, event, err) && read_effect(arguments, event, err) &&
           log_note(arguments, &event->note, err);
}

enum status log_event(struct house *house, const struct arguments *arguments, struct error *err) {
    struct event event = {0};
    if (!read_event(house, arguments, &event, err))
        return STATUS_USAGE;
    bool stored = house_open_store(house, false, err) && events_add(house->store, &event, err);
    event_free(&event);
    return stored ? STATUS_DONE : STATUS_FAILED;
}

// The words behind the kind, as one text: quotes are easily forgotten.
static char *join_words(const struct arguments *arguments) {
    struct text_builder text = {0};
    for (int i = 1; i < arguments->word_count; i++)
        text_add_format(&text, "%s%s", i > 1 ? " " : "", arguments->words[i]);
    return text.text;
}

static enum status log_moment(struct house *house, const struct arguments *arguments,
                              enum moment_kind kind, struct error *err) {
    struct moment moment = {.kind = kind, .per_minute = -1, .text = join_words(arguments)};
    enum status status = STATUS_USAGE;
    if (log_text_fits(arguments->words[0], moment.text, err) &&
        log_at(house, arguments, clock_wall_now(&house->clock), &moment.at, err) &&
        log_note(arguments, &moment.note, err)) {
        bool stored =
            house_open_store(house, false, err) && moments_add(house->store, &moment, err);
        status = stored ? STATUS_DONE : STATUS_FAILED;
    }
    moment_free(&moment);
    return status;
}

enum status log_question(struct house *house, const struct arguments *arguments,
                         struct error *err) {
    return log_moment(house, arguments, MOMENT_QUESTION, err);
}

static bool is_same_name(const char *one, const char *other) {
    struct text_builder folded = {0}, wanted = {0};
    text_fold(&folded, one);
    text_fold(&wanted, other);
    bool same = strcmp(folded.text, wanted.text) == 0;
    text_builder_free(&folded);
    text_builder_free(&wanted);
    return same;
}

// Whoever misses a task of today by a letter is told: the tick would stand beside it unseen.
static void name_near_task(struct house *house, const char *text) {
    struct today today = {0};
    struct error err = {0};
    if (!today_read(house, &today, &err)) {
        log_warning("%s", err.text);
        today_free(&today);
        return;
    }
    const char **names = memory_new((size_t)today.count + 1, sizeof *names);
    bool found = false;
    for (int i = 0; i < today.count; i++) {
        names[i] = today.rows[i].item->task;
        found = found || (names[i] && is_same_name(names[i], text));
    }
    const char *near = found ? NULL : text_nearest(text, names, (size_t)today.count);
    if (near) {
        log_warning("no task of today is called \"%s\"; did you mean %s? It is kept as it was "
                    "told, and repose log list has its sign",
                    text, near);
    }
    memory_free(names);
    today_free(&today);
}

enum status log_task(struct house *house, const struct arguments *arguments, struct error *err) {
    enum status status = log_moment(house, arguments, MOMENT_TASK, err);
    char *text = join_words(arguments);
    if (status == STATUS_DONE) {
        name_near_task(house, text);
    }
    memory_free(text);
    return status;
}
