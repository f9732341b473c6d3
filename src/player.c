// SPDX-License-Identifier: MIT
#include <stdlib.h>

#include "app/app.h"
#include "app/still.h"
#include "base/text.h"
#include "cli/terminal.h"
#include "program.h"
#include "run/today.h"

// repose-player: the commands with something to be seen or heard.

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
        .house = house, .request = request, .asked_to_stop = program_heed_stop()};
    if (!has_display())
        return false;
    house_read_catalog(house);
    *status = app_run(&options, err) == 0 ? STATUS_DONE : STATUS_FAILED;
    if (*status == STATUS_DONE || err->code != ERROR_DEVICE)
        return true;
    program_complain(err->text);
    *err = (struct error){0};
    return false;
}

// --spoken is kept, so that whoever cannot see the window needs it once.
static void keep_spoken(struct house *house, const struct arguments *arguments) {
    struct error err = {0};
    if (arguments->spoken && !house->settings.spoken && !house_set(house, "spoken", "true", &err)) {
        program_complain(err.text);
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
        status = terminal_play(house, &request, program_heed_stop(), err);
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
    program_complain(_("there is no display here; repose play ROUTINE plays in this terminal"));
    return status;
}

// The window's room paints what `render` writes as a picture.
static enum status render_command(struct house *house, const struct arguments *arguments,
                                  struct error *err) {
    static const struct painter painter = {.write_still = still_write,
                                           .reel_open = reel_open,
                                           .reel_paint = reel_paint,
                                           .reel_close = reel_close};
    return command_render(house, arguments, &painter, program_heed_stop(), err);
}

int main(int argc, char **argv) {
    static command_function *const commands[COMMAND_COUNT] = {
        [COMMAND_OPEN] = command_open,     [COMMAND_PLAY] = command_play,
        [COMMAND_RENDER] = render_command, [COMMAND_TIMELINE] = command_timeline,
        [COMMAND_POSE] = command_pose,     [COMMAND_POSES] = command_poses,
        [COMMAND_DOCTOR] = command_doctor,
    };
    struct arguments arguments;
    struct error err = {0};
    enum status status = STATUS_USAGE;
    if (program_begin(argc, argv, &arguments, &err))
        status = program_run(commands, &arguments, &err);
    return program_end(status, &arguments, &err);
}
