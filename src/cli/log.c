// SPDX-License-Identifier: MIT
#include "cli/log.h"

#include <assert.h>

#include "base/text.h"
#include "cli/log_options.h"

typedef enum status log_function(struct house *, const struct arguments *, struct error *);

static log_function *const functions[] = {
    [LOG_TWITCH] = log_twitch, [LOG_DAY] = log_day,         [LOG_WEEK] = log_week,
    [LOG_EVENT] = log_event,   [LOG_SESSION] = log_session, [LOG_QUESTION] = log_question,
    [LOG_TASK] = log_task,     [LOG_SPASM] = log_spasm,     [LOG_LIST] = log_list,
    [LOG_CHANGE] = log_change, [LOG_REMOVE] = log_remove,
};
static_assert(sizeof functions / sizeof *functions == LOG_KINDS, "each can be logged");

static bool find_kind(const char *word, enum log_kind *kind, struct error *err) {
    const char *known[LOG_KINDS];
    struct text_builder all = {0};
    *kind = log_kind_find(word);
    for (int i = 0; i < LOG_KINDS; i++) {
        known[i] = log_rows[i].word;
        text_add_format(&all, " %s", known[i]);
    }
    const char *nearest = text_nearest(word, known, LOG_KINDS);
    if (*kind == LOG_KINDS && nearest)
        error_set(err, ERROR_INPUT, _("log knows no %s; did you mean %s?"), word, nearest);
    else if (*kind == LOG_KINDS)
        error_set(err, ERROR_INPUT, _("log knows no %s; there are:%s"), word, all.text);
    text_builder_free(&all);
    return *kind < LOG_KINDS;
}

static bool check_words(enum log_kind kind, const struct arguments *arguments, struct error *err) {
    const struct log_row *row = &log_rows[kind];
    int count = arguments->word_count - 1;
    if (count < row->words_min)
        return error_set(err, ERROR_INPUT, _("log %s needs more: repose log %s %s"), row->word,
                         row->word, row->usage);
    if (count > row->words_max)
        return error_set(err, ERROR_INPUT, _("log %s: one word too many: %s"), row->word,
                         arguments->words[1 + row->words_max]);
    return true;
}

enum status command_log(struct house *house, const struct arguments *arguments, struct error *err) {
    enum log_kind kind;
    if (!find_kind(arguments->words[0], &kind, err) || !log_options_fit(kind, arguments, err) ||
        !check_words(kind, arguments, err))
        return STATUS_USAGE;
    return functions[kind](house, arguments, err);
}
