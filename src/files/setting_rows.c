// SPDX-License-Identifier: MIT
#include "files/setting_rows.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"

enum { WORD_SIZE = 16, NAME_SIZE = 32, HOUR_MIN = 60 };
static_assert(sizeof((struct settings){0}.theme) == WORD_SIZE, "words share one size");
static_assert(sizeof((struct settings){0}.language) == WORD_SIZE, "words share one size");
static_assert(sizeof((struct settings){0}.rate) == WORD_SIZE, "words share one size");
static_assert(sizeof((struct settings){0}.hair) == WORD_SIZE, "words share one size");
static_assert(sizeof((struct settings){0}.hair_colour) == WORD_SIZE, "words share one size");
static_assert(sizeof((struct settings){0}.eyes) == WORD_SIZE, "words share one size");

static_assert(sizeof((struct settings){0}.voice) == WORD_SIZE, "words share one size");
static_assert(sizeof((struct settings){0}.cue_set) == WORD_SIZE, "words share one size");
static_assert(sizeof((struct settings){0}.ambience_name) == NAME_SIZE, "and names another");
static_assert(sizeof((struct settings){0}.voice_name) == NAME_SIZE, "and names another");
static_assert((size_t)SETTINGS_COMMAND_SIZE <= (size_t)SETTING_TEXT_MAX, "a command fits");

static const char *const voice_words[] = {"auto", "on", "off", NULL};
static const char *const cue_set_words[] = {"bowl", "wood", "synth", NULL};
static const char *const theme_words[] = {"auto", "evening", "day", "contrast", "dim", NULL};
static const char *const rate_words[] = {"sitting", "every", "off", NULL};

#define FIELD(name) offsetof(struct settings, name)

const struct setting_row setting_rows[] = {
    {.key = "volume",
     .kind = SETTING_WHOLE,
     .offset = FIELD(volume),
     .most = 100,
     .help = N_("Loudness of everything, in percent: 0 to 100.")},
    {.key = "mute",
     .kind = SETTING_FLAG,
     .offset = FIELD(mute),
     .help = N_("No sound at all, the waking of a compress apart: true or false.")},
    {.key = "cues",
     .kind = SETTING_FLAG,
     .offset = FIELD(cues),
     .help = N_("A soft sound for each phase: true or false.")},
    {.key = "voice",
     .kind = SETTING_SWITCH,
     .offset = FIELD(voice),
     .words = voice_words,
     .help = N_("Speak each step: on, off, or auto (on where a person's voice is there, not where "
                "only a machine's is).")},
    {.key = "spoken",
     .kind = SETTING_FLAG,
     .offset = FIELD(spoken),
     .help = N_("Read everything in the window aloud: true or false. Holding the space bar does "
                "it too. In a terminal: plain lines, for a screen reader.")},
    {.key = "ambience",
     .kind = SETTING_FLAG,
     .offset = FIELD(ambience),
     .help = N_("Rain or waves behind the routines that have them: true or false.")},
    {.key = "ambience_volume",
     .kind = SETTING_WHOLE,
     .offset = FIELD(ambience_volume),
     .most = 100,
     .help = N_("Loudness of rain and waves, in percent: 0 to 100.")},
    {.key = "voice_volume",
     .kind = SETTING_WHOLE,
     .offset = FIELD(voice_volume),
     .most = 100,
     .help = N_("Loudness of the voice, in percent: 0 to 100.")},
    {.key = "voice_name",
     .kind = SETTING_NAME,
     .offset = FIELD(voice_name),
     .help = N_("Which voice speaks: usual, flite-slt, flite-rms, flite-awb, flite-kal, espeak-ng, "
                "espeak-ng-f3 or espeak-ng-m3.")},
    {.key = "voice_command",
     .kind = SETTING_COMMAND,
     .offset = FIELD(voice_command),
     .help = N_("The program that speaks, with its options; {text}, {out} and {lang} are filled "
                "in. Nothing: as voice_name says.")},
    {.key = "cue_volume",
     .kind = SETTING_WHOLE,
     .offset = FIELD(cue_volume),
     .most = 100,
     .help = N_("Loudness of the sounds of the phases, in percent: 0 to 100.")},
    {.key = "ambience_name",
     .kind = SETTING_NAME,
     .offset = FIELD(ambience_name),
     .help = N_("What sounds behind a session: routine (as it says), off, or the name of a sound: "
                "rain, waves, stream, wind, brown, drone or one of your own.")},
    {.key = "cue_set",
     .kind = SETTING_WORD,
     .offset = FIELD(cue_set),
     .words = cue_set_words,
     .help = N_("The sounds of the phases: bowl, wood or synth.")},
    {.key = "bluetooth",
     .kind = SETTING_FLAG,
     .offset = FIELD(bluetooth),
     .help = N_("Faint noise below everything, which keeps a wireless headset awake, so that it "
                "swallows no beginning of a sound: true or false.")},
    {.key = "lead_in",
     .kind = SETTING_SECONDS,
     .offset = FIELD(lead_in_ms),
     .most = 30000,
     .help = N_("Seconds of quiet before the first step: 0 to 30.")},
    {.key = "key_repeat",
     .kind = SETTING_SECONDS,
     .offset = FIELD(key_repeat_ms),
     .most = 2000,
     .help = N_("Seconds within which the same key counts once: 0 to 2.")},
    {.key = "day_starts",
     .kind = SETTING_TIME,
     .offset = FIELD(day_starts_min),
     .most = 360,
     .help = N_("When a new day begins in the diary: 00:00 to 06:00.")},
    {.key = "rate",
     .kind = SETTING_WORD,
     .offset = FIELD(rate),
     .words = rate_words,
     .help = N_("Ask for a number around a session: sitting (the first of a day), every or off.")},
    {.key = "streak",
     .kind = SETTING_FLAG,
     .offset = FIELD(streak),
     .help = N_("Show how many days running all was done that was asked for: true or false.")},
    {.key = "toxin_lock",
     .kind = SETTING_WHOLE,
     .offset = FIELD(toxin_lock_hours),
     .least = 4,
     .most = 336,
     .help =
         N_("Hours after an injection in which massage and warmth rest: 4 to 336, as your clinic "
            "says.")},
    {.key = "goal_sleep",
     .kind = SETTING_TIME,
     .offset = FIELD(goal_sleep_min),
     .most = 960,
     .help = N_("Hours of sleep that you wish for, as 07:30, up to 16:00; 00:00 is none. The diary "
                "shows them beside yours.")},
    {.key = "goal_caffeine",
     .kind = SETTING_WHOLE,
     .offset = FIELD(goal_caffeine),
     .most = 30,
     .help = N_("Cups of coffee, tea or cola a day that you wish for at most, up to 30; 0 is none. "
                "The diary shows them beside yours.")},
    {.key = "theme",
     .kind = SETTING_WORD,
     .offset = FIELD(theme),
     .words = theme_words,
     .help = N_("Light of the window: auto, evening, day, contrast or dim.")},
    {.key = "text_size",
     .kind = SETTING_WHOLE,
     .offset = FIELD(text_percent),
     .least = 100,
     .most = 250,
     .help = N_("Size of the letters, in percent: 100 to 250.")},
    {.key = "still",
     .kind = SETTING_FLAG,
     .offset = FIELD(still),
     .help = N_("A still picture: each phase is one size of the lamp, nothing fades: true or "
                "false.")},
    {.key = "large_cue",
     .kind = SETTING_FLAG,
     .offset = FIELD(large_cue),
     .help = N_("In a session the cue and the count alone, to be read from far: true or false.")},
    {.key = "mirror_picture",
     .kind = SETTING_FLAG,
     .offset = FIELD(mirror_picture),
     .help = N_("The face as in a mirror, your left on the left: true or false.")},
    {.key = "skin_tone",
     .kind = SETTING_WHOLE,
     .offset = FIELD(skin_tone),
     .least = 1,
     .most = SKIN_TONES,
     .help = N_("Skin of the drawn person: 1, the lightest, to 6, the darkest.")},
    {.key = "hair",
     .kind = SETTING_WORD,
     .offset = FIELD(hair),
     .words = hair_style_words,
     .help = N_("Hair of the drawn person: waves, crop, bob, bun, curls or scarf.")},
    {.key = "hair_colour",
     .kind = SETTING_WORD,
     .offset = FIELD(hair_colour),
     .words = hair_colour_words,
     .help = N_("Colour of that hair: black, brown, chestnut, blond, grey or red.")},
    {.key = "eyes",
     .kind = SETTING_WORD,
     .offset = FIELD(eyes),
     .words = eye_colour_words,
     .help = N_("Eyes of the drawn person: brown, hazel, green, blue, grey or dark.")},
    {.key = "muscle_names",
     .kind = SETTING_FLAG,
     .offset = FIELD(muscle_names),
     .help = N_("The names of the working muscles beside the face: true or false.")},
    {.key = "language",
     .kind = SETTING_LANGUAGE,
     .offset = FIELD(language),
     .help = N_("Language as two letters (de), or system.")},
};
const int setting_row_count = sizeof setting_rows / sizeof *setting_rows;
static_assert(sizeof setting_rows / sizeof *setting_rows <= SETTING_ROWS_MAX, "room for all keys");

static void *field_of(struct settings *settings, const struct setting_row *row) {
    return (char *)settings + row->offset;
}

static const void *const_field_of(const struct settings *settings, const struct setting_row *row) {
    return (const char *)settings + row->offset;
}

void setting_text(const struct settings *settings, const struct setting_row *row, char *to,
                  size_t size) {
    const void *field = const_field_of(settings, row);
    char number[TEXT_NUMBER_MAX];
    switch (row->kind) {
    case SETTING_FLAG:
        text_copy(to, size, *(const bool *)field ? "true" : "false");
        return;
    case SETTING_WHOLE:
        text_format(to, size, "%d", *(const int *)field);
        return;
    case SETTING_SECONDS:
        text_copy(to, size, text_decimal(*(const int *)field / 1000.0, number));
        return;
    case SETTING_TIME:
        text_format(to, size, "%02d:%02d", *(const int *)field / HOUR_MIN,
                    *(const int *)field % HOUR_MIN);
        return;
    case SETTING_WORD:
    case SETTING_SWITCH:
    case SETTING_NAME:
    case SETTING_COMMAND:
        text_copy(to, size, field);
        return;
    case SETTING_LANGUAGE:
        text_copy(to, size, *(const char *)field ? field : "system");
        return;
    }
}

static bool take_flag(bool *field, const char *value) {
    static const char *const yes[] = {"true", "yes", "on"}, *const no[] = {"false", "no", "off"};
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++) {
        if (strcmp(value, yes[i]) == 0 || strcmp(value, no[i]) == 0) {
            *field = strcmp(value, yes[i]) == 0;
            return true;
        }
    }
    return false;
}

static bool take_number(int *field, const struct setting_row *row, double value) {
    if (!(value >= row->least && value <= row->most)) {
        return false;
    }
    *field = (int)(value + 0.5);
    return true;
}

static bool take_time(int *field, const struct setting_row *row, const char *value) {
    static const char digits[] = "0123456789";
    size_t hours = strspn(value, digits);
    if (hours < 1 || hours > 2 || value[hours] != ':' || strspn(value + hours + 1, digits) != 2 ||
        value[hours + 3] != '\0') {
        return false;
    }
    const char *minutes = value + hours + 1;
    int hour = hours == 2 ? (value[0] - '0') * 10 + value[1] - '0' : value[0] - '0';
    int minute = (minutes[0] - '0') * 10 + minutes[1] - '0';
    return minute < HOUR_MIN && take_number(field, row, hour * HOUR_MIN + minute);
}

static bool take_word(char *field, const struct setting_row *row, const char *value) {
    for (const char *const *word = row->words; *word; word++) {
        if (strcmp(*word, value) == 0) {
            return text_copy(field, WORD_SIZE, value);
        }
    }
    return false;
}

static bool take_switch(char *field, const struct setting_row *row, const char *value) {
    bool on = false;
    return take_word(field, row, take_flag(&on, value) ? (on ? "on" : "off") : value);
}

static bool take_name(char *field, const char *value) {
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
    size_t length = strspn(value, letters);
    bool right = length > 0 && length < NAME_SIZE && value[length] == '\0';
    return right && text_copy(field, NAME_SIZE, value);
}

static bool take_language(char *field, const char *value) {
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-";
    size_t length = strspn(value, letters);
    if (!*value || strcmp(value, "system") == 0) {
        *field = '\0';
        return true;
    }
    bool right = length >= 2 && length < WORD_SIZE && value[length] == '\0';
    return right && text_copy(field, WORD_SIZE, value);
}

// One line that a person can see whole.
static bool take_command(char *field, const char *value) {
    size_t length = strlen(value);
    if (length >= SETTINGS_COMMAND_SIZE || text_valid(value, length) != length) {
        return false;
    }
    for (const char *at = value; *at;) {
        uint32_t code = 0;
        at += text_character(at, length, &code);
        if (text_is_control(code)) {
            return false;
        }
    }
    return text_copy(field, SETTINGS_COMMAND_SIZE, value);
}

bool setting_take(struct settings *settings, const struct setting_row *row, const char *value) {
    void *field = field_of(settings, row);
    int64_t whole = 0;
    double decimal = 0.0;
    switch (row->kind) {
    case SETTING_FLAG:
        return take_flag(field, value);
    case SETTING_WHOLE:
        return text_read_whole(value, &whole) && take_number(field, row, (double)whole);
    case SETTING_SECONDS:
        return text_read_decimal(value, &decimal) && take_number(field, row, decimal * 1000.0);
    case SETTING_TIME:
        return take_time(field, row, value);
    case SETTING_WORD:
        return take_word(field, row, value);
    case SETTING_SWITCH:
        return take_switch(field, row, value);
    case SETTING_NAME:
        return take_name(field, value);
    case SETTING_LANGUAGE:
        return take_language(field, value);
    case SETTING_COMMAND:
        return take_command(field, value);
    }
    return false;
}

static void word_list(const char *const *words, char *to, size_t size) {
    struct text_builder list = {0};
    for (const char *const *word = words; *word; word++) {
        text_add_format(&list, word == words ? "%s" : ", %s", *word);
    }
    text_format(to, size, _("takes one of %s"), list.text);
    text_builder_free(&list);
}

void setting_wanted(const struct setting_row *row, char *to, size_t size) {
    switch (row->kind) {
    case SETTING_FLAG:
        text_copy(to, size, _("takes true or false"));
        return;
    case SETTING_WHOLE:
        text_format(to, size, _("takes a whole number from %d to %d"), row->least, row->most);
        return;
    case SETTING_SECONDS:
        text_format(to, size, _("takes seconds from %d to %d, with a dot: 2.5"), row->least / 1000,
                    row->most / 1000);
        return;
    case SETTING_TIME:
        text_format(to, size, _("takes a time of day from %02d:%02d to %02d:%02d"),
                    row->least / HOUR_MIN, row->least % HOUR_MIN, row->most / HOUR_MIN,
                    row->most % HOUR_MIN);
        return;
    case SETTING_WORD:
    case SETTING_SWITCH:
        word_list(row->words, to, size);
        return;
    case SETTING_NAME:
        text_format(to, size, _("takes a name of a-z, 0-9 and -, at most %d long"), NAME_SIZE - 1);
        return;
    case SETTING_LANGUAGE:
        text_copy(to, size, _("takes the letters of a language (de, pt_BR), or system"));
        return;
    case SETTING_COMMAND:
        text_format(to, size, _("takes one line of at most %d bytes"), SETTINGS_COMMAND_SIZE - 1);
        return;
    }
}
