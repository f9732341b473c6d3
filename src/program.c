// SPDX-License-Identifier: MIT
#include "program.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "cli/columns.h"
#include "cli/options.h"

static volatile sig_atomic_t asked_to_stop;

static void ask_to_stop(int signal_number) {
    asked_to_stop = signal_number;
}

const volatile sig_atomic_t *program_heed_stop(void) {
    struct sigaction stop = {.sa_handler = ask_to_stop};
    sigemptyset(&stop.sa_mask);
    sigaction(SIGINT, &stop, NULL);
    sigaction(SIGTERM, &stop, NULL);
    sigaction(SIGHUP, &stop, NULL);
    return &asked_to_stop;
}

// A reader that has gone away is noticed where the output is flushed.
static void take_signals(void) {
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    struct sigaction usual = {.sa_handler = SIG_DFL};
    sigemptyset(&ignore.sa_mask);
    sigemptyset(&usual.sa_mask);
    sigaction(SIGPIPE, &ignore, NULL);
    // Whoever started this may ignore it; then no program could be waited for.
    sigaction(SIGCHLD, &usual, NULL);
}

// Where a standard stream is closed the next file that is opened would take its number, and what
// is printed would land in the history. Standard output opened for reading still fails when written
// to, so that nobody believes it was printed.
static void fill_streams(void) {
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) == -1 && errno == EBADF)
            (void)open("/dev/null", fd == STDERR_FILENO ? O_WRONLY : O_RDONLY);
}

void program_complain(const char *text) {
    while (*text) {
        struct text_builder line = {0};
        size_t length = strcspn(text, "\n");
        text_add_bytes(&line, text, length);
        fputs("repose: ", stderr);
        columns_print_safe(stderr, line.text ? line.text : "");
        putc('\n', stderr);
        text_builder_free(&line);
        text += length + (text[length] == '\n');
    }
}

// Broken off by a signal: whoever started the program has to see that, as a shell does that runs
// it in a loop.
static void end_by_signal(void) {
    signal((int)asked_to_stop, SIG_DFL);
    raise((int)asked_to_stop);
}

// Commands that shipped files are enough for.
static bool reads_only(enum command command) {
    const unsigned commands = 1u << COMMAND_LIST | 1u << COMMAND_SHOW | 1u << COMMAND_CHECK |
                              1u << COMMAND_TIMELINE | 1u << COMMAND_RENDER | 1u << COMMAND_POSE |
                              1u << COMMAND_POSES | 1u << COMMAND_STARTERS | 1u << COMMAND_HELP |
                              1u << COMMAND_VERSION;
    return (commands & 1u << command) != 0;
}

static enum status not_here(const struct arguments *arguments, struct error *err) {
    error_set(err, ERROR_INPUT, _("%s is no command of this program; repose has it"),
              command_rows[arguments->command].word);
    return STATUS_USAGE;
}

enum status program_run(command_function *const commands[], const struct arguments *arguments,
                        struct error *err) {
    struct house house = {0};
    bool asks = arguments->help || arguments->version;
    const struct house_options options = {
        .program = arguments->program,
        .data = arguments->data,
        .language = arguments->language,
        .now_fixed = arguments->now_given,
        .now = arguments->now,
        .home_is_optional = asks || (!arguments->mine && reads_only(arguments->command)),
    };
    enum status status;
    take_signals();
    if (!house_open(&options, &house, err)) {
        status = STATUS_FAILED;
    } else if (arguments->version || arguments->command == COMMAND_VERSION) {
        printf("repose %s\n", REPOSE_VERSION);
        status = STATUS_DONE;
    } else if (arguments->help) {
        help_print(arguments->command, arguments->word_count > 0 ? arguments->words[0] : NULL);
        status = STATUS_DONE;
    } else {
        command_function *command = commands[arguments->command];
        status = command ? command(&house, arguments, err) : not_here(arguments, err);
    }
    house_close(&house);
    return status;
}

// Everything printed has arrived, or the status says that it has not. Where a write failed on the
// way its reason is no longer known.
static enum status flush(enum status status) {
    struct text_builder text = {0};
    bool failed = ferror(stdout) != 0;
    if (fflush(stdout) == 0 && !failed)
        return status;
    text_add(&text, _("the output could not be written"));
    if (!failed)
        text_add_format(&text, ": %s", strerror(errno));
    program_complain(text.text);
    text_builder_free(&text);
    return status == STATUS_DONE ? STATUS_FAILED : status;
}

bool program_begin(int argc, char **argv, struct arguments *arguments, struct error *err) {
    fill_streams();
    return arguments_read(argc, argv, arguments, err);
}

int program_end(enum status status, struct arguments *arguments, const struct error *err) {
    if (status == STATUS_FAILED && arguments->command == COMMAND_RENDER && asked_to_stop)
        end_by_signal();
    if (status != STATUS_DONE && err->code != ERROR_NONE)
        program_complain(err->text);
    arguments_free(arguments);
    return (int)flush(status);
}
