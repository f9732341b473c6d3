// SPDX-License-Identifier: MIT
#include "cli/log_options.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"

enum { TEXT_WORDS_MAX = 500 };
#define OF(kind) (1u << LOG_##kind)

const struct log_row log_rows[] = {
    [LOG_TWITCH] = {.word = "twitch",
                    .usage = "N",
                    .summary = N_("how strong the twitching was at its worst in the last 24 hours, "
                                  "0 to 10"),
                    .details = N_("0 none, 2 a little, 5 clearly, 8 strong, 10 the worst you know. "
                                  "A day has one number: a later one takes its place, and the "
                                  "old one stays in the records."),
                    .words_min = 1,
                    .words_max = 1},
    [LOG_DAY] = {.word = "day",
                 .usage = "",
                 .summary = N_("what the day was like"),
                 .details = N_("What is not given stays as it was told for that day before; "
                               "`none` takes a number back, `--symptom none` all symptoms.")},
    [LOG_WEEK] = {.word = "week",
                  .usage = "",
                  .summary = N_("how the week was, once a week"),
                  .details = N_("Severity: 0 none, 1 felt, 2 seen by others, 3 in the way of "
                                "reading, talking or driving, 4 it stops you. Frequency: 0 none, 1 "
                                "a few times a day, 2 several times an hour, 3 many times a "
                                "minute, 4 nearly all the time. Impact: how much it disturbed "
                                "your week, 0 to 10.")},
    [LOG_EVENT] = {.word = "event",
                   .usage = "KIND",
                   .summary = N_("a treatment, or what else may explain a change"),
                   .details = N_("KIND: botulinum-toxin medicine surgery procedure therapy "
                                 "supplement appointment test injury other. An injection or an "
                                 "operation is told to the profile as well, where it decides what "
                                 "may be played; a date without a time counts from its end. "
                                 "An appointment may lie ahead."),
                   .words_min = 1,
                   .words_max = 1},
    [LOG_SESSION] = {.word = "session",
                     .usage = "ROUTINE",
                     .summary = N_("a routine that was done without the program"),
                     .details = N_("It counts as any other and is shown apart as ticked."),
                     .words_min = 1,
                     .words_max = 1},
    [LOG_QUESTION] = {.word = "question",
                      .usage = "TEXT",
                      .summary = N_("a question for the next appointment"),
                      .words_min = 1,
                      .words_max = TEXT_WORDS_MAX},
    [LOG_TASK] = {.word = "task",
                  .usage = "NAME",
                  .summary = N_("a task of the plan that was done"),
                  .words_min = 1,
                  .words_max = TEXT_WORDS_MAX},
    [LOG_SPASM] = {.word = "spasm",
                   .usage = "",
                   .summary = N_("a spasm, as it comes"),
                   .details = N_("Nothing more is needed than that it was.")},
    [LOG_LIST] = {.word = "list",
                  .usage = "[FROM [TO]]",
                  .summary = N_("what was entered, each with its sign, the newest first"),
                  .details = N_("Of the last 30 days when no date is given; what lies ahead is "
                                "shown too."),
                  .words_max = 2},
    [LOG_CHANGE] = {.word = "change",
                    .usage = "SIGN",
                    .summary = N_("put right what was entered"),
                    .details = N_("SIGN is what `repose log list` shows before it. What is not "
                                  "given stays; `none` takes a value back, an empty text a note; "
                                  "places and symptoms that are given take the place of all "
                                  "before. What stood there is kept in the records. When and how "
                                  "long a session was can be told where it was ticked."),
                    .words_min = 1,
                    .words_max = 1},
    [LOG_REMOVE] = {.word = "remove",
                    .usage = "SIGN",
                    .summary = N_("take away what was entered"),
                    .details = N_("SIGN is what `repose log list` shows before it. What it said "
                                  "is kept in the records."),
                    .words_min = 1,
                    .words_max = 1},
};
static_assert(sizeof log_rows / sizeof *log_rows == LOG_KINDS, "one row a kind");

const struct log_option log_options[] = {
    {"--twitch", "N", N_("the number of the day, 0 to 10"), OF(CHANGE)},
    {"--per-minute", "N", N_("how many there were in a minute"), OF(CHANGE)},
    {"--text", "T", N_("the words of a question, the name of a task"), OF(CHANGE)},
    {"--kind", "KIND", N_("of an event: what it was"), OF(CHANGE)},
    {"--severity", "N", N_("how bad, 0 to 4"), OF(TWITCH) | OF(WEEK) | OF(CHANGE)},
    {"--frequency", "N", N_("how often, 0 to 4"), OF(TWITCH) | OF(WEEK) | OF(CHANGE)},
    {"--impact", "N", N_("how much it disturbed the week, 0 to 10"), OF(WEEK) | OF(CHANGE)},
    {"--strength", "N", N_("how strong it was, 0 to 10"), OF(SPASM) | OF(CHANGE)},
    {"--side", "S", N_("left, right or both"), OF(TWITCH) | OF(SESSION) | OF(SPASM) | OF(CHANGE)},
    {"--region", "R",
     N_("where; may stand several times: upper-lid lower-lid brow cheek mouth chin neck ear"),
     OF(TWITCH) | OF(SPASM) | OF(CHANGE)},
    {"--stress", "N", N_("0 to 10"), OF(DAY) | OF(CHANGE)},
    {"--sleep", "H", N_("hours"), OF(DAY) | OF(CHANGE)},
    {"--caffeine", "N", N_("cups"), OF(DAY) | OF(CHANGE)},
    {"--screen", "H", N_("hours"), OF(DAY) | OF(CHANGE)},
    {"--water", "N", N_("glasses"), OF(DAY) | OF(CHANGE)},
    {"--fatigue", "N", N_("0 to 10"), OF(DAY) | OF(CHANGE)},
    {"--mood", "N", N_("0 to 10"), OF(DAY) | OF(CHANGE)},
    {"--pain", "N", N_("0 to 10"), OF(DAY) | OF(CHANGE)},
    {"--sleep-quality", "N", N_("0 to 10"), OF(DAY) | OF(CHANGE)},
    {"--alcohol", "N", N_("units"), OF(DAY) | OF(CHANGE)},
    {"--eye-strain", "N", N_("0 to 10"), OF(DAY) | OF(CHANGE)},
    {"--symptom", "S", N_("what was around or was felt; may stand several times"),
     OF(DAY) | OF(SPASM) | OF(CHANGE)},
    {"--played", "SECONDS", N_("how long; all of it when not given"), OF(SESSION) | OF(CHANGE)},
    {"--before", "N", N_("how much it twitched before, 0 to 10"), OF(SESSION) | OF(CHANGE)},
    {"--after", "N", N_("the same, for afterwards"), OF(SESSION) | OF(CHANGE)},
    {"--feel", "F", N_("how it felt: calmer same busier pulled hurt"), OF(SESSION) | OF(CHANGE)},
    {"--ended", "E", N_("how it ended: complete well tired pain interrupted"),
     OF(SESSION) | OF(CHANGE)},
    {"--why", "W", N_("why it was left early: pull enough tired pain interrupted"),
     OF(SESSION) | OF(CHANGE)},
    {"--at", "WHEN",
     N_("when: 2026-11-20T21:30, 21:30, yesterday; of a session when it began; now when not given"),
     OF(TWITCH) | OF(SESSION) | OF(QUESTION) | OF(TASK) | OF(SPASM) | OF(CHANGE)},
    {"--on", "DATE", N_("the day: 2026-11-20, 20.11., yesterday; today when not given"),
     OF(DAY) | OF(WEEK) | OF(EVENT) | OF(CHANGE)},
    {"--until", "DATE", N_("its last day"), OF(EVENT) | OF(CHANGE)},
    {"--effect", "N", N_("of an injection: how well it worked, 0 to 100 %"),
     OF(EVENT) | OF(CHANGE)},
    {"--note", "T", N_("a note in your own words"),
     OF(TWITCH) | OF(DAY) | OF(WEEK) | OF(EVENT) | OF(SESSION) | OF(QUESTION) | OF(TASK) |
         OF(SPASM) | OF(CHANGE)},
};
const int log_option_count = sizeof log_options / sizeof *log_options;

enum log_kind log_kind_find(const char *word) {
    enum log_kind kind = 0;
    while (kind < LOG_KINDS && strcmp(log_rows[kind].word, word) != 0) {
        kind++;
    }
    return kind;
}

const struct log_option *log_option_find(const char *name, size_t length) {
    for (int i = 0; i < log_option_count; i++) {
        const struct log_option *option = &log_options[i];
        if (strlen(option->name) == length && strncmp(option->name, name, length) == 0) {
            return option;
        }
    }
    return NULL;
}

static bool refuse(enum log_kind kind, const char *name, struct error *err) {
    const char *names[sizeof log_options / sizeof *log_options];
    size_t count = 0;
    struct text_builder all = {0};
    for (int i = 0; i < log_option_count; i++) {
        if (log_options[i].kinds & 1u << kind) {
            names[count++] = log_options[i].name;
            text_add_format(&all, " %s", log_options[i].name);
        }
    }
    const char *nearest = text_nearest(name, names, count);
    if (nearest) {
        error_set(err, ERROR_INPUT, _("log %s has no option %s; did you mean %s?"),
                  log_rows[kind].word, name, nearest);
    } else {
        error_set(err, ERROR_INPUT, _("log %s has no option %s; there are:%s"), log_rows[kind].word,
                  name, all.text);
    }
    text_builder_free(&all);
    return false;
}

bool log_options_fit(enum log_kind kind, const struct arguments *arguments, struct error *err) {
    for (int i = 0; i < arguments->kept_count; i++) {
        const struct log_option *option = arguments->kept[i].option;
        if (!(option->kinds & 1u << kind)) {
            return refuse(kind, option->name, err);
        }
    }
    return true;
}
