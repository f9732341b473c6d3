// SPDX-License-Identifier: MIT
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "cli/doctor.h"
#include "run/sounds.h"
#include "run/voice_use.h"
#include "sound/speaker.h"
#include "sound/speech.h"

enum {
    DEVICE_NAME_MAX = 128,
    READY_STEP_MS = 10,
    AFTER_MS = 300, // what the device still holds, and a breath before the next sound
};

static bool is_deaf(const char *driver) {
    return driver && (strcmp(driver, "dummy") == 0 || strcmp(driver, "disk") == 0);
}

// Whether there is one that takes sound.
static bool say_device(struct visit *visit, const struct speaker *speaker) {
    struct speaker_state state = speaker_state(speaker);
    struct text_builder text = {0};
    char name[DEVICE_NAME_MAX];
    if (state.silent_because) {
        visit_say(visit, false, _("sound device"), state.silent_because);
        visit_advise(visit, _("Sessions go on in silence. Plug in or switch on a sound device; "
                              "SDL_AUDIODRIVER names another driver."));
        return false;
    }
    text_add(&text, state.driver ? state.driver : "?");
    speaker_device_name(speaker, name, sizeof name);
    if (*name)
        text_add_format(&text, ", %s", name);
    visit_say(visit, true, _("sound device"), text.text);
    text_builder_free(&text);
    if (is_deaf(state.driver))
        visit_advise(visit, _("This driver is for tests: nothing can be heard. It was chosen with "
                              "SDL_AUDIODRIVER."));
    return true;
}

static void say_volume(const struct visit *visit) {
    const struct settings *settings = &visit->house->settings;
    if (settings->mute)
        visit_advise(visit, _("In sessions the sound is off; `repose settings set mute false` "
                              "switches it on."));
    if (settings->volume == 0)
        visit_advise(visit, _("The volume is 0; `repose settings set volume 80` makes it louder."));
}

static void play(struct speaker *speaker, const struct clip *clip) {
    speaker_strike(speaker, clip, false);
    clock_sleep_ms(clip->frames / SOUND_PER_MS + AFTER_MS);
    speaker_hush(speaker, clip); // a device may be late
}

// Says what will be heard before it is.
static void announce(const struct visit *visit, const char *text) {
    visit_advise(visit, text);
    fflush(stdout);
}

// The half of a sound that belongs to one ear.
static struct clip one_side(const struct clip *clip, int channel) {
    struct clip half = {.samples =
                            memory_new(SOUND_CHANNELS * (size_t)clip->frames, sizeof *half.samples),
                        .frames = clip->frames};
    for (int64_t frame = 0; frame < clip->frames; frame++) {
        int64_t at = SOUND_CHANNELS * frame + channel;
        half.samples[at] = clip->samples[at];
    }
    return half;
}

static void play_sides(struct visit *visit, struct speaker *speaker, const struct clip *clip) {
    if (clip->frames == 0)
        return; // the line of the sounds has said it
    for (int channel = 0; channel < SOUND_CHANNELS; channel++) {
        struct clip half = one_side(clip, channel);
        announce(visit, channel == 0 ? _("You hear a sound from the left ...")
                                     : _("... and now one from the right."));
        play(speaker, &half);
        clip_free(&half);
    }
}

// NULL: the person wants none, or nothing speaks here; both have been said then.
static struct speech *open_speech(struct visit *visit) {
    const struct house *house = visit->house;
    const struct settings *settings = &house->settings;
    if (voice_because(settings, SPEECH_NONE) == VOICE_SET_OFF) {
        visit_say(visit, true, _("voice"), _("off, as it was set"));
        return NULL;
    }
    struct speech *speech = speech_open(&(struct speech_options){
        .command = settings->voice_command,
        .voice = settings->voice_name,
        .language = text_language(),
        .cache = house->paths.cache,
        .own = house->paths.own_audio,
        .shipped = house->paths.audio,
    });
    if (speech_kind(speech) != SPEECH_NONE)
        return speech;
    visit_say(visit, false, _("voice"), _("no program that speaks was found"));
    visit_advise(visit, _("Install flite for English, espeak-ng for other languages, or name "
                          "another program with `repose settings set voice_command`."));
    speech_close(speech);
    return NULL;
}

// Whether sessions are spoken, and why.
static void say_use(struct visit *visit, const struct speech *speech) {
    const struct settings *settings = &visit->house->settings;
    static const char *const why[] = {
        [VOICE_SET_OFF] = N_("Sessions have no words, as it was set."),
        [VOICE_SET_ON] = N_("Sessions are spoken, as it was set."),
        [VOICE_ALOUD] = N_("Sessions are spoken, because everything is read aloud."),
        [VOICE_CHOSEN] = N_("Sessions are spoken, because this voice was chosen."),
        [VOICE_A_PERSONS] = N_("Sessions are spoken, because it has the sounds of a person."),
        [VOICE_FORMANT] =
            N_("Sessions are led by tones and recordings alone, because this voice is a machine's "
               "and nobody asked for it; `repose settings set voice on` does."),
        [VOICE_MISSING] = N_("Sessions are led by tones and recordings alone."),
    };
    visit_advise(visit, _(why[voice_because(settings, speech_kind(speech))]));
}

static void play_voice(struct visit *visit, struct speaker *speaker, struct speech *speech) {
    const struct speech_text text = {.text = _("This is the voice that leads through a session.")};
    struct clip clip = {0};
    struct error err = {0};
    if (!speech_clip(speech, &text, NULL, &clip, &err)) {
        visit_say(visit, false, _("voice"), err.text);
        visit_advise(visit, _("Sessions go on without words. `repose settings set voice_command` "
                              "names another program; \"\" goes back to the usual one."));
        return;
    }
    visit_say(visit, true, _("voice"), speech_program(speech));
    say_use(visit, speech);
    if (speaker) {
        announce(visit, text.text);
        play(speaker, &clip);
    }
    clip_free(&clip);
}

static void load_sounds(const struct visit *visit, struct bank *bank) {
    const struct sounds sounds = {
        .shipped = visit->house->paths.audio,
        .own = visit->house->paths.own_audio,
        .settings = &visit->house->settings,
        .no_ambience = true,
    };
    struct error err = {0};
    if (!sounds_load(&sounds, NULL, bank, &err))
        log_warning("%s", err.text);
}

static void wait_until_ready(struct speaker *speaker) {
    while (!speaker_is_ready(speaker))
        clock_sleep_ms(READY_STEP_MS);
}

void visit_sound(struct visit *visit, bool plays) {
    struct bank bank = {0};
    if (plays)
        load_sounds(visit, &bank);
    struct speaker *speaker = speaker_open(&(struct speaker_options){
        .volume_percent = plays ? visit->house->settings.volume : 100, .mute = !plays});
    if (plays)
        wait_until_ready(speaker);
    bool heard = say_device(visit, speaker) && plays;
    if (heard) {
        say_volume(visit);
        play_sides(visit, speaker, &bank.cues[SOUND_CHECK]);
    }
    struct speech *speech = open_speech(visit);
    if (speech)
        play_voice(visit, heard ? speaker : NULL, speech);
    if (heard)
        visit_advise(visit, _("Nothing was heard? Look at the volume of this machine, and whether "
                              "the device above is the one you listen with."));
    speech_close(speech);
    speaker_close(speaker, 0);
    bank_free(&bank);
}
