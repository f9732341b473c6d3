// SPDX-License-Identifier: MIT
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/app.h"
#include "app/still.h"
#include "base/text.h"
#include "cli/arguments.h"
#include "cli/columns.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "run/house.h"
#include "run/request.h"
#include "run/today.h"

// argv -> command -> exit status. Puts the rooms together and knows nothing else.

static volatile sig_atomic_t asked_to_stop;

static void ask_to_stop(int signal_number) {
    asked_to_stop = signal_number;
}

// A session that is asked to stop ends and is recorded, a file that is being made is removed;
// everything else may be broken off as usual.
// A reader that has gone away is noticed where the output is flushed.
static void take_signals(enum command command) {
    struct sigaction stop = {.sa_handler = ask_to_stop};
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    struct sigaction usual = {.sa_handler = SIG_DFL};
    sigemptyset(&stop.sa_mask);
    sigemptyset(&ignore.sa_mask);
    sigemptyset(&usual.sa_mask);
    sigaction(SIGPIPE, &ignore, NULL);
    // Whoever started this may ignore it; then no program could be waited for.
    sigaction(SIGCHLD, &usual, NULL);
    if (command != COMMAND_PLAY && command != COMMAND_OPEN && command != COMMAND_RENDER)
        return;
    sigaction(SIGINT, &stop, NULL);
    sigaction(SIGTERM, &stop, NULL);
    sigaction(SIGHUP, &stop, NULL);
}

// Where a standard stream is closed the next file that is opened would take its number, and what
// is printed would land in the history. Standard output opened for reading still fails when written
// to, so that nobody believes it was printed.
static void fill_streams(void) {
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) == -1 && errno == EBADF)
            (void)open("/dev/null", fd == STDERR_FILENO ? O_WRONLY : O_RDONLY);
}

// Each line of a message names the program, so that it is known among those of others.
static void complain(const char *text) {
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

static bool has_display(void) {
    static const char *const names[] = {"SDL_VIDEODRIVER", "DISPLAY", "WAYLAND_DISPLAY"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value && *value)
            return true;
    }
    return false;
}

static struct play_request request_of(const struct arguments *arguments) {
    return (struct play_request){
        .routines = arguments->words,
        .routine_count = arguments->word_count,
        .mute = arguments->mute,
        .no_voice = arguments->no_voice,
        .no_ambience = arguments->no_ambience,
        .no_record = arguments->no_record,
        .bedtime = arguments->bedtime,
        .mini = arguments->mini,
        .from_ms = arguments->from_ms,
        .tempo = arguments->tempo_given ? arguments->tempo : 0,
        .side = arguments->side,
        .reps = arguments->reps,
        .hold_ms = arguments->hold_ms,
        .length_ms = arguments->length_ms,
        .remember = arguments->remember,
        .anyway = arguments->anyway,
        .anyway_routine = arguments->anyway_routine,
        .before = arguments->before,
        .after = arguments->after,
        .fps = arguments->fps,
    };
}

// True when the window was opened and has been closed, *status telling how it went. False when
// there is no display, or none that answers (a forwarded one that has gone): the terminal then
// takes over.
static bool open_window(struct house *house, const struct play_request *request,
                        enum status *status, struct error *err) {
    const struct app_options options = {
        .house = house, .request = request, .asked_to_stop = &asked_to_stop};
    if (!has_display())
        return false;
    house_read_catalog(house);
    *status = app_run(&options, err) == 0 ? STATUS_DONE : STATUS_FAILED;
    if (*status == STATUS_DONE || err->code != ERROR_DEVICE)
        return true;
    complain(err->text);
    *err = (struct error){0};
    return false;
}

// --spoken is kept, so that whoever cannot see the window needs it once.
static void keep_spoken(struct house *house, const struct arguments *arguments) {
    struct error err = {0};
    if (arguments->spoken && !house->settings.spoken && !house_set(house, "spoken", "true", &err)) {
        complain(err.text);
    }
}

static enum status command_play(struct house *house, const struct arguments *arguments,
                                struct error *err) {
    const char *ids[TODAY_CHAIN_MAX];
    struct play_request request = request_of(arguments);
    struct today today = {0};
    enum status status = STATUS_FAILED;
    keep_spoken(house, arguments);
    bool named = !arguments->today || today_request(house, &request, &today, ids, err);
    if (named && (arguments->terminal || !open_window(house, &request, &status, err)))
        status = terminal_play(house, &request, &asked_to_stop, err);
    today_free(&today);
    return status;
}

// Without a display the list says what there is, and how to play it here.
static enum status command_open(struct house *house, const struct arguments *arguments,
                                struct error *err) {
    const struct play_request request = request_of(arguments);
    enum status status;
    keep_spoken(house, arguments);
    if (open_window(house, &request, &status, err))
        return status;
    status = command_list(house, arguments, err);
    complain(_("there is no display here; repose play ROUTINE plays in this terminal"));
    return status;
}

// The window's room paints what `render` writes as a picture.
static enum status render_command(struct house *house, const struct arguments *arguments,
                                  struct error *err) {
    static const struct painter painter = {.write_still = still_write,
                                           .reel_open = reel_open,
                                           .reel_paint = reel_paint,
                                           .reel_close = reel_close};
    return command_render(house, arguments, &painter, &asked_to_stop, err);
}

// Broken off by a signal: whoever started the program has to see that, as a shell does that runs
// it in a loop.
static void end_by_signal(void) {
    signal((int)asked_to_stop, SIG_DFL);
    raise((int)asked_to_stop);
}

static enum status command_help(struct house *house, const struct arguments *arguments,
                                struct error *err) {
    (void)house;
    enum command about =
        arguments->word_count > 0 ? command_find(arguments->words[0]) : COMMAND_HELP;
    if (about == COMMAND_COUNT) {
        error_set(err, ERROR_INPUT, _("there is no command %s"), arguments->words[0]);
        return STATUS_USAGE;
    }
    help_print(about, arguments->word_count > 1 ? arguments->words[1] : NULL);
    return STATUS_DONE;
}

static enum status command_version(struct house *house, const struct arguments *arguments,
                                   struct error *err) {
    (void)house, (void)arguments, (void)err;
    printf("repose %s\n", REPOSE_VERSION);
    return STATUS_DONE;
}

static enum status run_command(struct house *house, const struct arguments *arguments,
                               struct error *err) {
    static enum status (*const commands[COMMAND_COUNT])(struct house *, const struct arguments *,
                                                        struct error *) = {
        [COMMAND_OPEN] = command_open,         [COMMAND_PLAY] = command_play,
        [COMMAND_LIST] = command_list,         [COMMAND_SHOW] = command_show,
        [COMMAND_CHECK] = command_check,       [COMMAND_TIMELINE] = command_timeline,
        [COMMAND_RENDER] = render_command,     [COMMAND_POSE] = command_pose,
        [COMMAND_POSES] = command_poses,       [COMMAND_HISTORY] = command_history,
        [COMMAND_PROFILE] = command_profile,   [COMMAND_SETTINGS] = command_settings,
        [COMMAND_BACKUP] = command_backup,     [COMMAND_DOCTOR] = command_doctor,
        [COMMAND_HELP] = command_help,         [COMMAND_VERSION] = command_version,
        [COMMAND_STARTERS] = command_starters, [COMMAND_LOG] = command_log,
        [COMMAND_TODAY] = command_today,       [COMMAND_PLAN] = command_plan,
        [COMMAND_STATS] = command_stats,
    };
    return commands[arguments->command](house, arguments, err);
}

// Commands that shipped files are enough for.
static bool reads_only(enum command command) {
    const unsigned commands = 1u << COMMAND_LIST | 1u << COMMAND_SHOW | 1u << COMMAND_CHECK |
                              1u << COMMAND_TIMELINE | 1u << COMMAND_RENDER | 1u << COMMAND_POSE |
                              1u << COMMAND_POSES | 1u << COMMAND_STARTERS | 1u << COMMAND_HELP |
                              1u << COMMAND_VERSION;
    return (commands & 1u << command) != 0;
}

static enum status run(const struct arguments *arguments, struct error *err) {
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
    take_signals(arguments->command);
    if (!house_open(&options, &house, err)) {
        status = STATUS_FAILED;
    } else if (arguments->version) {
        status = command_version(&house, arguments, err);
    } else if (arguments->help) {
        help_print(arguments->command, arguments->word_count > 0 ? arguments->words[0] : NULL);
        status = STATUS_DONE;
    } else {
        status = run_command(&house, arguments, err);
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
    complain(text.text);
    text_builder_free(&text);
    return status == STATUS_DONE ? STATUS_FAILED : status;
}

int main(int argc, char **argv) {
    struct arguments arguments;
    struct error err = {0};
    enum status status = STATUS_USAGE;
    fill_streams();
    if (arguments_read(argc, argv, &arguments, &err))
        status = run(&arguments, &err);
    if (status == STATUS_FAILED && arguments.command == COMMAND_RENDER && asked_to_stop)
        end_by_signal();
    if (status != STATUS_DONE && err.code != ERROR_NONE)
        complain(err.text);
    arguments_free(&arguments);
    return (int)flush(status);
}
