// SPDX-License-Identifier: MIT
#include "run/sample.h"

#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "run/once.h"
#include "run/voice_use.h"

static bool has_recording(const struct house *house, const struct routine *routine) {
    struct speech *speech = speech_open(&(struct speech_options){.language = text_language(),
                                                                 .own = house->paths.own_audio,
                                                                 .shipped = house->paths.audio,
                                                                 .recordings_alone = true});
    bool has = false;
    for (int step = 1; step <= routine->step_count && !has; step++) {
        char *file = speech_file(
            speech, &(struct speech_text){.text = "", .routine = routine->id, .step = step});
        has = file != NULL;
        memory_free(file);
    }
    speech_close(speech);
    return has;
}

// Whoever has chosen, or wants no sound, is not asked.
static bool is_open(const struct settings *settings) {
    return strcmp(settings->voice, "auto") == 0 && !settings->voice_command[0] &&
           strcmp(settings->voice_name, "usual") == 0 && !settings->mute && settings->volume > 0 &&
           settings->voice_volume > 0;
}

bool sample_is_due(const struct house *house, const struct play_request *request,
                   const struct preparation *preparation) {
    const struct speech_voice *voices[SPEECH_VOICES_MAX];
    bool heard = !request->no_record && !request->mute && !request->no_voice && !request->mini &&
                 !request->bedtime;
    return heard && is_open(&house->settings) && once_is_due(house, ONCE_SAMPLE) &&
           speech_voices(text_language(), voices) > 0 && !preparation->resumes &&
           !has_recording(house, preparation->routine);
}

static const char *sentence(void) {
    return _("I lead through the session. One keeps this voice, two plays another, three is for "
             "tones alone.");
}

static void make(const struct house *house, struct sample *sample) {
    struct settings settings = house->settings;
    text_copy(settings.voice_name, sizeof settings.voice_name, sample->voices[sample->index]->name);
    aloud_close(sample->aloud);
    sample->aloud =
        aloud_open(&(struct aloud_options){.settings = &settings, .cache = house->paths.cache});
    aloud_say(sample->aloud, sentence());
    sample->heard = true;
    sample->length_ms = 0;
}

void sample_open(const struct house *house, struct sample *sample) {
    *sample = (struct sample){0};
    const struct settings *settings = &house->settings;
    bool formant = voice_kind(settings, text_language()) == SPEECH_FORMANT;
    sample->count = speech_voices(text_language(), sample->voices);
    if (sample->count > 0 && (!formant || settings->spoken)) {
        make(house, sample);
    }
}

void sample_close(struct sample *sample) {
    aloud_close(sample->aloud);
    *sample = (struct sample){0};
}

const char *sample_question(const struct sample *sample) {
    return sample->heard ? _("Is this a voice to be led by?")
                         : _("A machine's voice can speak. Shall it?");
}

const char *sample_answer_words(const struct sample *sample, enum sample_answer answer) {
    switch (answer) {
    case SAMPLE_THIS:
        return sample->heard ? _("This voice") : _("Let me hear it");
    case SAMPLE_ANOTHER:
        return _("Another one");
    default:
        return _("Tones alone");
    }
}

void sample_begin(struct sample *sample) {
    sample->since_ms = clock_monotonic_ms();
}

bool sample_take(struct sample *sample, const struct clip **clip) {
    if (!sample->aloud || sample->length_ms > 0 || !aloud_take(sample->aloud, clip)) {
        return false;
    }
    sample->since_ms = clock_monotonic_ms();
    sample->length_ms = (*clip)->frames / SOUND_PER_MS;
    return true;
}

// While it is being made nobody waits longer than for one that was made.
static int64_t whole_ms(const struct sample *sample) {
    if (sample->aloud && sample->length_ms == 0) {
        return aloud_is_busy(sample->aloud) ? SAMPLE_MAKING_MS : 0; // 0: it could not be made
    }
    int64_t spoken_ms = sample->length_ms + SAMPLE_BEHIND_MS;
    return spoken_ms > SAMPLE_LEAST_MS ? spoken_ms : SAMPLE_LEAST_MS;
}

int64_t sample_wait_ms(const struct sample *sample) {
    int64_t left_ms = sample->since_ms + whole_ms(sample) - clock_monotonic_ms();
    return left_ms > 0 ? left_ms : 0;
}

static void set(struct house *house, const char *key, const char *value) {
    struct error err = {0};
    if (!house_set(house, key, value, &err) && err.code != ERROR_NONE) {
        log_warning("%s", err.text);
    }
}

static void keep(struct house *house, const struct sample *sample) {
    if (sample->index > 0) {
        set(house, "voice_name", sample->voices[sample->index]->name);
    }
    set(house, "voice", "on");
}

bool sample_decide(struct house *house, struct sample *sample, enum sample_answer answer) {
    if (answer == SAMPLE_TONES) {
        set(house, "voice", "off");
        return true;
    }
    if (answer == SAMPLE_THIS && sample->heard) {
        keep(house, sample);
        return true;
    }
    if (sample->heard || answer == SAMPLE_ANOTHER) {
        sample->index = (sample->index + 1) % sample->count;
    }
    make(house, sample);
    sample_begin(sample);
    return false;
}

// One that was asked for goes on; the usual one is as it was.
void sample_leave(struct house *house, struct sample *sample) {
    bool asked = sample->index > 0 ||
                 (sample->heard && voice_kind(&house->settings, text_language()) == SPEECH_FORMANT);
    bool made = sample->length_ms > 0;
    if (asked && made) {
        keep(house, sample);
    }
}
