// SPDX-License-Identifier: MIT
#include "sound/speech.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/process.h"
#include "base/text.h"
#include "base/uuid.h"
#include "sound/source.h"
#include "sound/speech_cache.h"
#include "sound/speech_command.h"
#include "sound/speech_level.h"
#include "sound/speech_recording.h"
#include "sound/speech_voices.h"
#include "sound/speech_wav.h"

enum { FOLDER_MODE = 0700, FILE_MODE = 0600, RECORDINGS = 3 };

struct speech {
    enum speech_kind kind;
    struct speech_command command;
    char *language;
    char *folder; // of what is kept, or where a sound lies until it is read
    bool keeps;
    char *recordings[RECORDINGS]; // folders, the first wins; NULL: none
    int failures;                 // in a row
};

static bool begins_with(const char *text, const char *beginning) {
    return strncmp(text, beginning, strlen(beginning)) == 0;
}

static enum speech_kind kind_of(const char *program) {
    const char *slash = strrchr(program, '/');
    return begins_with(slash ? slash + 1 : program, "espeak") ? SPEECH_FORMANT : SPEECH_NATURAL;
}

static void choose_command(struct speech *speech, const struct speech_options *options) {
    bool named = options->command && *options->command;
    struct error err = {0};
    const char *command =
        named ? options->command : speech_voice_command(speech->language, options->voice);
    if (!command || options->recordings_alone) {
        return;
    }
    if (!speech_command_split(command, &speech->command, &err)) {
        log_warning("voice_command %s; there is no voice", err.text);
        return;
    }
    const char *program = speech->command.words[0];
    if (process_find(program)) {
        speech->kind = kind_of(program);
    } else {
        log_warning("voice_command: there is no program %s; there is no voice", program);
    }
}

// Where nothing is to be kept, or the folder cannot be made, sounds pass through the folder for
// what is temporary.
static void choose_folder(struct speech *speech, const char *cache) {
    struct error err = {0};
    speech->keeps = cache && file_make_folder(cache, FOLDER_MODE, &err);
    if (cache && !speech->keeps) {
        log_warning("%s; the voice is not kept", err.text);
    }
    const char *temporary = getenv("TMPDIR");
    temporary = temporary && *temporary ? temporary : "/tmp";
    speech->folder = memory_text(speech->keeps ? cache : temporary);
}

struct speech *speech_open(const struct speech_options *options) {
    struct speech *speech = memory_new(1, sizeof *speech);
    bool named = options->language && *options->language;
    speech->language = memory_text(named ? options->language : "en");
    const char *const folders[RECORDINGS] = {options->own, options->lent, options->shipped};
    for (int index = 0; index < RECORDINGS; index++) {
        speech->recordings[index] = folders[index] ? memory_text(folders[index]) : NULL;
    }
    choose_command(speech, options);
    choose_folder(speech, options->cache);
    return speech;
}

void speech_close(struct speech *speech) {
    if (speech) {
        speech_words_free(speech->command.words);
        memory_free(speech->language);
        memory_free(speech->folder);
        for (int index = 0; index < RECORDINGS; index++) {
            memory_free(speech->recordings[index]);
        }
        memory_free(speech);
    }
}

enum speech_kind speech_kind_found(const struct speech_options *options) {
    bool named = options->command && *options->command;
    const char *language = options->language && *options->language ? options->language : "en";
    const char *text = named ? options->command : speech_voice_command(language, options->voice);
    struct speech_command command = {0};
    struct error ignored = {0};
    enum speech_kind kind = SPEECH_NONE;
    if (text && speech_command_split(text, &command, &ignored) && process_find(command.words[0])) {
        kind = kind_of(command.words[0]);
    }
    speech_words_free(command.words);
    return kind;
}

enum speech_kind speech_kind(const struct speech *speech) {
    return speech->kind;
}

const char *speech_program(const struct speech *speech) {
    return speech->kind == SPEECH_NONE ? NULL : speech->command.words[0];
}

static char *recording_of(const struct speech *speech, const struct speech_text *text) {
    char *path = NULL;
    for (int index = 0; index < RECORDINGS && !path; index++) {
        const char *folder = speech->recordings[index];
        path = folder ? speech_recording_find(folder, speech->language, text->routine, text->step)
                      : NULL;
    }
    return path;
}

static char *kept_file(const struct speech *speech, const char *text) {
    return speech_cache_path(speech->folder, speech->language,
                             (const char *const *)speech->command.words, text);
}

char *speech_file(const struct speech *speech, const struct speech_text *text) {
    char *path = recording_of(speech, text);
    return path || speech->kind == SPEECH_NONE ? path : kept_file(speech, text->text);
}

bool speech_is_kept(const struct speech *speech, const struct speech_text *text) {
    char *path = speech_file(speech, text);
    bool kept = path && file_exists(path);
    memory_free(path);
    return kept;
}

static bool read_clip(const char *path, struct clip *clip, struct error *err) {
    const struct source_options options = {
        .bytes_most = SPEECH_BYTES_MOST,
        .seconds_most = SPEECH_SECONDS_MOST,
    };
    *clip = (struct clip){0};
    if (!source_read_clip(path, &options, clip, err)) {
        return false;
    }
    if (!speech_level(clip, err)) {
        clip_free(clip);
        return false;
    }
    return true;
}

// What the program gives for a text, in memory: from its standard output or the file it was told.
static bool listen(const struct speech *speech, const char *text, const char *out,
                   const atomic_bool *cancel, struct bytes *sound, struct error *err) {
    const struct speech_filling filling = {.text = text, .out = out, .language = speech->language};
    char **words = speech_command_fill(&speech->command, &filling);
    bool by_file = speech->command.takes_out;
    const struct process_options options = {
        .words = (const char *const *)words,
        .input = text,
        .input_size = speech->command.takes_text ? 0 : strlen(text),
        .output_most = SPEECH_BYTES_MOST,
        .time_most_ms = SPEECH_TIME_MS,
        .written = by_file ? out : NULL,
        .cancel = cancel,
    };
    struct bytes printed = {0};
    bool done = process_run(&options, &printed, err);
    if (done && by_file) {
        bytes_free(&printed);
        done = file_read(out, SPEECH_BYTES_MOST, &printed, err) || error_prefix(err, words[0]);
    }
    done = done &&
           (speech_wav_repair(printed.data, printed.length, err) || error_prefix(err, words[0]));
    if (done) {
        *sound = printed;
    } else {
        bytes_free(&printed);
    }
    speech_words_free(words);
    return done;
}

// A file of no other's, for as long as a sound needs one.
static char *passing_file(const struct speech *speech) {
    char id[UUID_TEXT_MAX], name[UUID_TEXT_MAX + 16];
    uuid_make(id);
    text_format(name, sizeof name, "repose-%s.wav", id);
    return file_join(speech->folder, name);
}

// Asks the program and lays what it says at `path`, from where the clip is then read. A sound that
// turns out to be none does not stay there.
static bool make_clip(const struct speech *speech, const char *text, const char *path,
                      const atomic_bool *cancel, struct clip *clip, struct error *err) {
    struct bytes sound = {0};
    char *out = passing_file(speech);
    bool done = listen(speech, text, out, cancel, &sound, err);
    unlink(out);
    const char *target = speech->keeps ? path : out;
    done = done && file_write(target, sound.data, sound.length, FILE_MODE, err);
    if (done) {
        done = read_clip(target, clip, err) || error_prefix(err, speech->command.words[0]);
        if (!done || !speech->keeps) {
            unlink(target);
        }
    }
    if (done && speech->keeps) {
        speech_cache_bound(speech->folder, SPEECH_CACHE_MOST);
    }
    bytes_free(&sound);
    memory_free(out);
    return done;
}

static bool read_kept(const char *path, struct clip *clip, struct error *err) {
    struct bytes bytes = {0};
    bool done = file_read(path, SPEECH_BYTES_MOST, &bytes, err) &&
                (speech_wav_is_whole(bytes.data, bytes.length) ||
                 error_set(err, ERROR_INPUT, "is cut off"));
    bytes_free(&bytes);
    return done && read_clip(path, clip, err);
}

static void lose_patience(struct speech *speech) {
    if (++speech->failures == SPEECH_PATIENCE) {
        log_warning("%s failed %d times in a row and is not asked again", speech_program(speech),
                    SPEECH_PATIENCE);
    }
}

static bool say(struct speech *speech, const char *text, const atomic_bool *cancel,
                struct clip *clip, struct error *err) {
    char *path = kept_file(speech, text);
    bool kept = speech->keeps && file_exists(path);
    if (kept && read_kept(path, clip, err)) {
        speech_cache_touch(path);
        memory_free(path);
        return true;
    }
    if (kept) {
        log_info("%s: %s; it is made anew", path, err->text);
    }
    bool asked = speech->failures < SPEECH_PATIENCE;
    bool done = asked && make_clip(speech, text, path, cancel, clip, err);
    if (!asked) {
        error_set(err, ERROR_MISSING, "%s failed too often", speech_program(speech));
    } else if (done) {
        speech->failures = 0;
    } else if (!cancel || !atomic_load(cancel)) {
        lose_patience(speech);
    }
    memory_free(path);
    return done;
}

bool speech_clip(struct speech *speech, const struct speech_text *text, const atomic_bool *cancel,
                 struct clip *clip, struct error *err) {
    char *recording = recording_of(speech, text);
    bool done = recording && read_clip(recording, clip, err);
    if (recording && !done) {
        log_warning("%s: %s", recording, err->text);
    }
    memory_free(recording);
    if (done) {
        return true;
    }
    if (speech->kind == SPEECH_NONE) {
        return error_set(err, ERROR_MISSING, "there is no program that speaks");
    }
    return say(speech, text->text, cancel, clip, err);
}
