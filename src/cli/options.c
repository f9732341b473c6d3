// SPDX-License-Identifier: MIT
#include "cli/options.h"

#include <string.h>

#include "base/text.h"
#include "report/picture_kind.h"
#include "run/number_words.h"

enum { ALL_COMMANDS = (1 << COMMAND_COUNT) - 1 };
#define ON(command) (1u << COMMAND_##command)

// A whole number between two limits, both included.
static bool read_whole(const char *text, int least, int most, int *value) {
    int64_t wide;
    if (!text_read_whole(text, &wide) || wide < least || wide > most)
        return false;
    *value = (int)wide;
    return true;
}

static bool read_data(const char *text, struct arguments *arguments, struct error *err) {
    if (!*text)
        return error_set(err, ERROR_INPUT, _("--data: needs the name of a folder"));
    arguments->data = text;
    return true;
}

static bool read_now(const char *text, struct arguments *arguments, struct error *err) {
    if (!wall_read(text, &arguments->now, err))
        return error_prefix(err, "--now");
    arguments->now_given = true;
    return true;
}

static bool read_person(const char *text, struct arguments *arguments, struct error *err) {
    enum { MOST = 80 };
    size_t length = strlen(text);
    bool right =
        text_valid(text, length) == length && text[strspn(text, " ")] && text_length(text) <= MOST;
    for (size_t at = 0; right && at < length;) {
        uint32_t code;
        at += text_character(text + at, length - at, &code);
        right = !text_is_control(code);
    }
    arguments->person = text;
    return right || error_set(err, ERROR_INPUT,
                              _("--for: takes 1 to %d characters of text, no control characters"),
                              (int)MOST);
}

// "de", "pt_BR", "de_DE.UTF-8": what the system's LANG may hold.
static bool read_language(const char *text, struct arguments *arguments, struct error *err) {
    size_t letters = strspn(text, "abcdefghijklmnopqrstuvwxyz");
    const char *rest = text + letters;
    if (letters < 2 || letters > 3 || (*rest && *rest != '_' && *rest != '.') || strchr(text, '/'))
        return error_set(err, ERROR_INPUT, _("--lang: %s is no language; write de or en"), text);
    arguments->language = text;
    return true;
}

static bool read_category(const char *text, struct arguments *arguments, struct error *err) {
    int found = vocabulary_find(category_words, CATEGORY_COUNT, text);
    if (found >= 0) {
        arguments->category = category_words[found];
        return true;
    }
    struct text_builder all = {0};
    for (int i = 0; i < CATEGORY_COUNT; i++)
        text_add_format(&all, " %s", category_words[i]);
    error_set(err, ERROR_INPUT, _("--category: %s is none; allowed:%s"), text, all.text);
    text_builder_free(&all);
    return false;
}

// Seconds of a timeline, at most the four hours that it may have.
static bool read_position(const char *option, const char *text, int64_t *position_ms,
                          struct error *err) {
    double seconds;
    if (!number_read(text, &seconds) || seconds < 0 || seconds > 4 * 3600)
        return error_set(err, ERROR_INPUT, _("%s: %s is no number of seconds, 0 to 14400"), option,
                         text);
    *position_ms = (int64_t)(seconds * 1000 + 0.5);
    return true;
}

static bool read_from_position(const char *text, struct arguments *arguments, struct error *err) {
    arguments->from_given = true;
    return read_position("--from", text, &arguments->from_ms, err);
}

static bool read_at(const char *text, struct arguments *arguments, struct error *err) {
    arguments->at_given = true;
    return read_position("--at", text, &arguments->at_ms, err);
}

// A date alone: wall_read takes more, and a moment would silently lose its time here.
static bool read_day(const char *option, const char *text, int64_t *day, struct error *err) {
    struct wall wall;
    if (strlen(text) != strlen("2026-11-21") || strspn(text, "0123456789-") != strlen(text) ||
        !wall_read(text, &wall, err))
        return error_set(err, ERROR_INPUT, _("%s: %s is no date; write it as 2026-11-21"), option,
                         text);
    *day = wall_day(wall);
    return true;
}

static bool read_from_day(const char *text, struct arguments *arguments, struct error *err) {
    arguments->first_day_given = true;
    return read_day("--from", text, &arguments->first_day, err);
}

static bool read_to_day(const char *text, struct arguments *arguments, struct error *err) {
    arguments->last_day_given = true;
    return read_day("--to", text, &arguments->last_day, err);
}

static bool read_tempo(const char *text, struct arguments *arguments, struct error *err) {
    double tempo;
    if (!number_read(text, &tempo) || tempo < 0.1 || tempo > 10)
        return error_set(err, ERROR_INPUT, _("--tempo: %s is no factor from 0.1 to 10"), text);
    arguments->tempo_given = true;
    arguments->tempo = tempo;
    return true;
}

static bool read_side(const char *text, struct arguments *arguments, struct error *err) {
    if (strcmp(text, "left") != 0 && strcmp(text, "right") != 0)
        return error_set(err, ERROR_INPUT, _("--side: %s is neither left nor right"), text);
    arguments->side = *text == 'l' ? SIDE_LEFT : SIDE_RIGHT;
    return true;
}

// Of a drawn pose.
static bool read_face_side(const char *text, struct arguments *arguments, struct error *err) {
    if (strcmp(text, "both") == 0) {
        arguments->side = SIDE_BOTH;
        return true;
    }
    if (read_side(text, arguments, err))
        return true;
    return error_set(err, ERROR_INPUT, _("--side: %s is none of left, right and both"), text);
}

static bool read_effort(const char *text, struct arguments *arguments, struct error *err) {
    return read_whole(text, 0, 10, &arguments->effort) ||
           error_set(err, ERROR_INPUT, _("--effort: %s is no whole number from 0 to 10"), text);
}

// "1280x800".
static bool read_size(const char *text, struct arguments *arguments, struct error *err) {
    char width[8];
    const char *cross = strchr(text, 'x');
    size_t length = cross ? (size_t)(cross - text) : 0;
    if (length < sizeof width) {
        memcpy(width, text, length);
        width[length] = '\0';
        if (read_whole(width, PICTURE_SIDE_LEAST, PICTURE_SIDE_MOST, &arguments->width) &&
            read_whole(cross + 1, PICTURE_SIDE_LEAST, PICTURE_SIDE_MOST, &arguments->height))
            return true;
    }
    return error_set(err, ERROR_INPUT,
                     _("--size: %s is no size from 64x64 to 8192x8192, as 1280x800 is"), text);
}

static bool read_reps(const char *text, struct arguments *arguments, struct error *err) {
    return read_whole(text, 1, 200, &arguments->reps) ||
           error_set(err, ERROR_INPUT, _("--reps: %s is no whole number from 1 to 200"), text);
}

// Times of a person's own: the limits of the routine are looked at with the routine.
static bool read_hold(const char *text, struct arguments *arguments, struct error *err) {
    double seconds;
    if (!number_read(text, &seconds) || !(seconds >= 0.1 && seconds <= 3600))
        return error_set(err, ERROR_INPUT, _("--hold: %s is no number of seconds, 0.1 to 3600"),
                         text);
    arguments->hold_ms = (int64_t)(seconds * 1000 + 0.5);
    return true;
}

static bool read_length(const char *text, struct arguments *arguments, struct error *err) {
    double minutes;
    if (!number_read(text, &minutes) || !(minutes > 0 && minutes <= 240))
        return error_set(err, ERROR_INPUT, _("--length: %s is no number of minutes up to 240"),
                         text);
    arguments->length_ms = (int64_t)(minutes * 60000 + 0.5);
    return true;
}

// The value may be left out.
static bool read_anyway(const char *text, struct arguments *arguments, struct error *err) {
    if (text && !*text)
        return error_set(err, ERROR_INPUT, _("--anyway=: needs the id of a routine"));
    arguments->anyway = true;
    arguments->anyway_routine = text;
    return true;
}

static bool read_before(const char *text, struct arguments *arguments, struct error *err) {
    return read_whole(text, 0, 10, &arguments->before) ||
           error_set(err, ERROR_INPUT, _("--before: %s is no whole number from 0 to 10"), text);
}

static bool read_after(const char *text, struct arguments *arguments, struct error *err) {
    return read_whole(text, 0, 10, &arguments->after) ||
           error_set(err, ERROR_INPUT, _("--after: %s is no whole number from 0 to 10"), text);
}

static bool read_fps(const char *text, struct arguments *arguments, struct error *err) {
    return read_whole(text, 1, 240, &arguments->fps) ||
           error_set(err, ERROR_INPUT, _("--fps: %s is no whole number from 1 to 240"), text);
}

#define PLAYED (ON(PLAY) | ON(TIMELINE) | ON(RENDER))
#define FLAG(field) .flag = offsetof(struct arguments, field)

const struct option_row option_rows[] = {
    {"--json", NULL, N_("as JSON"),
     ON(LIST) | ON(TODAY) | ON(HISTORY) | ON(STATS) | ON(STARTERS) | ON(PROFILE) | ON(PLAN),
     FLAG(json)},
    {"--category", "C", N_("only this category"), ON(LIST), .read = read_category},
    {"--mine", NULL, N_("as you would play it now, by your profile"),
     ON(LIST) | ON(SHOW) | ON(TIMELINE) | ON(RENDER), FLAG(mine)},
    {"--strict", NULL, N_("warn of more, want `gates`; any warning is exit status 1"), ON(CHECK),
     FLAG(strict)},
    {"--tempo", "F", N_("all durations times F, within the routine's limits"), PLAYED,
     .read = read_tempo},
    {"--side", "S", N_("left or right: only this side"), PLAYED, .read = read_side},
    {"--side", "S", N_("left, right or both; both when not given"), ON(POSE),
     .read = read_face_side},
    {"--effort", "N", N_("how strongly, 0 to 10; 10 when not given"), ON(POSE),
     .read = read_effort},
    {"--muscles", NULL, N_("the muscles that work glow, with their names"), ON(POSE),
     FLAG(muscles)},
    {"--mirror", NULL, N_("the sides exchanged: as another person sees the face"), ON(POSE),
     FLAG(mirror)},
    {"--reps", "N", N_("N repetitions of each movement"), PLAYED, .read = read_reps},
    {"--hold", "SECONDS", N_("how long each movement is held, within the routine's range"), PLAYED,
     .read = read_hold},
    {"--length", "MINUTES", N_("about so long, where the routine has several lengths"), PLAYED,
     .read = read_length},
    {"--today", NULL, N_("what is open today by your plan, one after the other"), ON(PLAY),
     FLAG(today)},
    {"--remember", NULL, N_("keep tempo, side, reps, hold and length for the next time"), ON(PLAY),
     FLAG(remember)},
    {"--anyway", "[=ROUTINE]",
     N_("against a closed gate: says why it is closed and wants a word typed; with =ROUTINE "
        "without "
        "asking"),
     ON(PLAY), .read = read_anyway, .value_optional = true},
    {"--terminal", NULL, N_("in this terminal, even where a display is"), ON(PLAY), FLAG(terminal)},
    {"--spoken", NULL, N_("read everything aloud, now and from now on"), ON(OPEN) | ON(PLAY),
     FLAG(spoken)},
    {"--mini", NULL, N_("in the small form above other windows; without a routine calm breathing"),
     ON(PLAY) | ON(OPEN), FLAG(mini)},
    {"--from", "SECONDS", N_("begin there"), ON(PLAY), .read = read_from_position},
    {"--mute", NULL, N_("begin without sound"), ON(PLAY), FLAG(mute)},
    {"--no-voice", NULL, N_("without spoken words"), ON(PLAY) | ON(RENDER), FLAG(no_voice)},
    {"--voice", NULL, N_("with the moment at which each text is spoken"), ON(TIMELINE),
     FLAG(voice)},
    {"--no-ambience", NULL, N_("without rain or waves"), ON(PLAY) | ON(RENDER), FLAG(no_ambience)},
    {"--at", "SECONDS", N_("the moment of a picture; the middle when not given"), ON(RENDER),
     .read = read_at},
    {"--size", "WxH", N_("of a picture or film in pixels; 1280x800 or 1280x720 when not given"),
     ON(RENDER), .read = read_size},
    {"--sound", NULL, N_("play a sound on each side and a sentence"), ON(DOCTOR), FLAG(sound)},
    {"--bedtime", NULL,
     N_("for going to sleep: no bell at the end, the sound fades away, and how "
        "it went is asked next morning"),
     ON(PLAY), FLAG(bedtime)},
    {"--no-record", NULL, N_("leave no trace in the history"), ON(PLAY), FLAG(no_record)},
    {"--before", "N", N_("how much it twitches now, 0 to 10"), ON(PLAY), .read = read_before},
    {"--after", "N", N_("the same, for afterwards"), ON(PLAY), .read = read_after},
    {"--fps", "N", N_("pictures a second, 1 to 240"), ON(PLAY) | ON(OPEN), .read = read_fps},
    {"--from", "DATE", N_("from this day on"), ON(HISTORY) | ON(STATS), .read = read_from_day},
    {"--to", "DATE", N_("up to this day"), ON(HISTORY) | ON(STATS), .read = read_to_day},
    {"--for", "NAME", N_("name or initials of whom it is for"), ON(PLAN), .read = read_person},
    {"--undo", NULL, N_("take a pause or a removal back"), ON(PLAN), FLAG(undo)},
    {"--undo", NULL, N_("take the last such answer back"), ON(TODAY), FLAG(undo)},
    {"--data", "DIR", N_("keep history, settings and own routines in this folder"), ALL_COMMANDS,
     .read = read_data},
    {"--now", "TIME", N_("take this as the time: 2026-11-21T08:00:00+01:00"), ALL_COMMANDS,
     .read = read_now},
    {"--lang", "LANGUAGE", N_("de, en ..."), ALL_COMMANDS, .read = read_language},
    {"--help", NULL, N_("this page"), ALL_COMMANDS, FLAG(help)},
    {"--version", NULL, N_("the version"), ALL_COMMANDS, FLAG(version)},
};
const int option_count = sizeof option_rows / sizeof *option_rows;

const struct option_row *option_find(const char *name, size_t length, enum command command) {
    for (int i = 0; i < option_count; i++) {
        const struct option_row *row = &option_rows[i];
        if (strlen(row->name) == length && strncmp(row->name, name, length) == 0 &&
            (command == COMMAND_COUNT || row->commands & 1u << command))
            return row;
    }
    return NULL;
}

enum command command_find(const char *word) {
    enum command command = COMMAND_OPEN;
    while (command < COMMAND_COUNT &&
           !(command_rows[command].word && strcmp(command_rows[command].word, word) == 0))
        command++;
    return command;
}
