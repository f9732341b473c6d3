// SPDX-License-Identifier: MIT
#include <stddef.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/text.h"
#include "cli/options.h"
#include "files/paths.h"
#include "program.h"

// argv -> command -> exit status. Puts the rooms together and knows nothing else.

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

static const char player_name[] = "repose-player";

// Only when it has not taken over: all else goes on without it.
static enum status player_is_missing(struct house *house, const struct arguments *arguments,
                                     struct error *err) {
    (void)house, (void)arguments;
    error_set(err, ERROR_MISSING,
              _("%s, which has the window, the sound and the pictures, is missing or cannot be "
                "started: install repose again"),
              player_name);
    return STATUS_FAILED;
}

// The other program gets the same words. Returns when it could not be started.
static void become_player(const struct arguments *arguments) {
    char *path = paths_companion(arguments->program, player_name);
    size_t count = 0;
    while (arguments->argv[count]) {
        count++;
    }
    char **words = memory_new(count + 2, sizeof *words);
    words[0] = path;
    for (size_t i = 1; i < count; i++) {
        words[i] = arguments->argv[i];
    }
    if (path) {
        execv(path, words);
    }
    memory_free(words);
    memory_free(path);
}

int main(int argc, char **argv) {
    static command_function *const commands[COMMAND_COUNT] = {
        [COMMAND_OPEN] = player_is_missing,    [COMMAND_PLAY] = player_is_missing,
        [COMMAND_RENDER] = player_is_missing,  [COMMAND_TIMELINE] = player_is_missing,
        [COMMAND_POSE] = player_is_missing,    [COMMAND_POSES] = player_is_missing,
        [COMMAND_DOCTOR] = player_is_missing,  [COMMAND_LIST] = command_list,
        [COMMAND_SHOW] = command_show,         [COMMAND_CHECK] = command_check,
        [COMMAND_HISTORY] = command_history,   [COMMAND_PROFILE] = command_profile,
        [COMMAND_SETTINGS] = command_settings, [COMMAND_BACKUP] = command_backup,
        [COMMAND_STARTERS] = command_starters, [COMMAND_LOG] = command_log,
        [COMMAND_TODAY] = command_today,       [COMMAND_PLAN] = command_plan,
        [COMMAND_STATS] = command_stats,       [COMMAND_HELP] = command_help,
    };
    struct arguments arguments;
    struct error err = {0};
    enum status status = STATUS_USAGE;
    if (program_begin(argc, argv, &arguments, &err)) {
        bool asks = arguments.help || arguments.version;
        if (!asks && commands[arguments.command] == player_is_missing) {
            become_player(&arguments);
        }
        status = program_run(commands, &arguments, &err);
    }
    return program_end(status, &arguments, &err);
}
