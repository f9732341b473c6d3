// SPDX-License-Identifier: MIT
#include "sound/bank.h"

#include <SDL_mixer.h>
#include <string.h>

#include "base/file.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "sound/device.h"

enum {
    CUE_FILE_MAX = 4 << 20,       // twenty seconds of plain samples
    AMBIENCE_FILE_MAX = 32 << 20, // three minutes of them, far more when compressed
    CLIP_MINUTES_MAX = 15,        // what a file may unfold to
    NAME_BYTES_MAX = 80,
};

bool bank_begin_offline(struct error *err) {
    return device_open_decoder(err);
}

void bank_end_offline(void) {
    device_close_decoder();
}

// The chunk's samples as a clip of our own, so that the mixer may be closed and opened again.
static bool take_samples(const Mix_Chunk *chunk, struct clip *clip, struct error *err) {
    const int64_t frame_size = SOUND_CHANNELS * (int64_t)sizeof *clip->samples;
    int64_t frames = chunk->alen / frame_size;
    if (frames == 0) {
        return error_set(err, ERROR_INPUT, "holds no sound");
    }
    if (frames > (int64_t)CLIP_MINUTES_MAX * 60 * SOUND_RATE) {
        return error_set(err, ERROR_LIMIT, "is longer than %d minutes", CLIP_MINUTES_MAX);
    }
    clip->samples = memory_new((size_t)(SOUND_CHANNELS * frames), sizeof *clip->samples);
    clip->frames = frames;
    memcpy(clip->samples, chunk->abuf, (size_t)(frames * frame_size));
    return true;
}

static bool decode(const struct bytes *bytes, struct clip *clip, struct error *err) {
    SDL_RWops *stream = SDL_RWFromConstMem(bytes->data, (int)bytes->length);
    Mix_Chunk *chunk = stream ? Mix_LoadWAV_RW(stream, 1) : NULL;
    if (!chunk) {
        return error_set(err, ERROR_INPUT, "cannot be decoded: %s", SDL_GetError());
    }
    bool done = take_samples(chunk, clip, err);
    Mix_FreeChunk(chunk);
    return done;
}

// The bytes are read by base/file, which refuses what is no regular file and what is too large.
static bool load_clip(const char *path, size_t limit, struct clip *clip, struct error *err) {
    struct bytes bytes = {0};
    bool done =
        file_read(path, limit, &bytes, err) &&
        (bytes.length > 0 ? decode(&bytes, clip, err) : error_set(err, ERROR_INPUT, "is empty"));
    bytes_free(&bytes);
    return done ? true : error_prefix(err, path);
}

static char *path_of(const char *folder, const char *name, const char *ending) {
    char file[NAME_BYTES_MAX + sizeof ".flac"];
    text_format(file, sizeof file, "%s%s", name, ending);
    return file_join(folder, file);
}

// How many could be read. A folder that is not there is one trouble, not one for each sound.
static int load_cues(const char *audio_folder, struct bank *bank) {
    char *folder = file_join(audio_folder, "cues");
    int read = 0;
    if (!file_is_folder(folder)) {
        memory_free(folder);
        return 0;
    }
    for (int sound = SOUND_NONE + 1; sound < SOUND_COUNT; sound++) {
        char *path = path_of(folder, sound_words[sound], ".wav");
        struct error why = {0};
        if (load_clip(path, CUE_FILE_MAX, &bank->cues[sound], &why)) {
            read++;
        } else {
            log_warning("%s", why.text);
        }
        memory_free(path);
    }
    memory_free(folder);
    return read;
}

static bool is_plain_name(const char *name) {
    size_t length = strlen(name);
    return length > 0 && length <= NAME_BYTES_MAX && name[0] != '.' && !strchr(name, '/');
}

// The first of the endings under which there is a file decides.
static void load_ambience(const char *audio_folder, const char *name, struct clip *clip) {
    static const char *const endings[] = {".ogg", ".flac", ".wav"};
    enum { ENDING_NUMBER = sizeof endings / sizeof endings[0] };
    if (!is_plain_name(name)) {
        log_warning("\"%s\" is not the name of an ambience", name);
        return;
    }
    char *folder = file_join(audio_folder, "ambience");
    char *path = NULL;
    for (int index = 0; index < ENDING_NUMBER; index++) {
        memory_free(path);
        path = path_of(folder, name, endings[index]);
        if (file_exists(path)) {
            break;
        }
    }
    struct error why = {0};
    if (!file_exists(path)) {
        log_warning("%s: there is no ambience \"%s\" (.ogg, .flac or .wav)", folder, name);
    } else if (!load_clip(path, AMBIENCE_FILE_MAX, clip, &why)) {
        log_warning("%s", why.text);
    }
    memory_free(path);
    memory_free(folder);
}

bool bank_load(const char *audio_folder, const char *ambience, struct bank *bank,
               struct error *err) {
    *bank = (struct bank){0};
    bool offline = !device_decodes();
    if (offline && !bank_begin_offline(err)) {
        return false;
    }
    int read = load_cues(audio_folder, bank);
    if (read > 0 && ambience) {
        load_ambience(audio_folder, ambience, &bank->ambience);
    }
    if (offline) {
        bank_end_offline();
    }
    if (read == 0) {
        return error_set(err, ERROR_MISSING, "%s/cues: none of the sounds could be read",
                         audio_folder);
    }
    return true;
}

void bank_free(struct bank *bank) {
    for (int sound = 0; sound < SOUND_COUNT; sound++) {
        clip_free(&bank->cues[sound]);
    }
    clip_free(&bank->ambience);
}
