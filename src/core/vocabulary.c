// SPDX-License-Identifier: MIT
#include "core/vocabulary.h"

#include <stddef.h>
#include <string.h>

const char *const category_words[CATEGORY_COUNT] = {
    [CATEGORY_BREATHING] = "breathing",
    [CATEGORY_MEDITATION] = "meditation",
    [CATEGORY_ROM] = "rom",
    [CATEGORY_STRENGTHENING] = "strengthening",
    [CATEGORY_NMR] = "nmr",
    [CATEGORY_MASSAGE] = "massage",
    [CATEGORY_COMPRESS_WARM] = "compress-warm",
    [CATEGORY_COMPRESS_COLD] = "compress-cold",
    [CATEGORY_SCREEN_BREAK] = "screen-break",
};

const char *const verb_words[VERB_COUNT] = {
    [VERB_SECONDS] = "seconds", [VERB_BREATHE] = "breathe",   [VERB_EXERCISE] = "exercise",
    [VERB_MASSAGE] = "massage", [VERB_COMPRESS] = "compress", [VERB_SCAN] = "scan",
    [VERB_WAIT] = "wait",       [VERB_REPEAT] = "repeat",
};

const char *const side_words[SIDE_COUNT] = {
    [SIDE_BOTH] = "both",         [SIDE_LEFT] = "left",       [SIDE_RIGHT] = "right",
    [SIDE_AFFECTED] = "affected", [SIDE_HEALTHY] = "healthy", [SIDE_ALTERNATE] = "alternate",
    [SIDE_EACH] = "each",
};

const char *const mode_words[MODE_COUNT] = {
    [MODE_DO] = "do",
    [MODE_IMAGINE] = "imagine",
    [MODE_ASSIST] = "assist",
};

const char *const mirror_words[MIRROR_COUNT] = {
    [MIRROR_NONE] = "none",
    [MIRROR_OPTIONAL] = "optional",
    [MIRROR_REQUIRED] = "required",
};

const char *const area_words[AREA_COUNT] = {
    [AREA_FOREHEAD] = "forehead",         [AREA_TEMPLE] = "temple",
    [AREA_CHEEK_UPPER] = "cheek-upper",   [AREA_CHEEK_MIDDLE] = "cheek-middle",
    [AREA_CHEEK_LOWER] = "cheek-lower",   [AREA_CHIN] = "chin",
    [AREA_MASSETER] = "masseter",         [AREA_SKULL_BASE] = "skull-base",
    [AREA_NECK_BACK] = "neck-back",       [AREA_SHOULDERS] = "shoulders",
    [AREA_CHEEK_INSIDE] = "cheek-inside",
};

const char *const temperature_words[TEMPERATURE_COUNT] = {
    [TEMPERATURE_WARM] = "warm",
    [TEMPERATURE_COLD] = "cold",
};

const char *const compress_area_words[COMPRESS_AREA_COUNT] = {
    [COMPRESS_EYE_RIM] = "eye-rim", [COMPRESS_CHEEK] = "cheek",         [COMPRESS_JAW] = "jaw",
    [COMPRESS_TEMPLE] = "temple",   [COMPRESS_NECK_BACK] = "neck-back",
};

const char *const region_words[REGION_COUNT] = {
    [REGION_FEET_LEGS] = "feet-legs",
    [REGION_HIPS_BELLY] = "hips-belly",
    [REGION_CHEST_BACK] = "chest-back",
    [REGION_HANDS_ARMS] = "hands-arms",
    [REGION_SHOULDERS_NECK] = "shoulders-neck",
    [REGION_JAW_TONGUE] = "jaw-tongue",
    [REGION_CHEEKS_LIPS] = "cheeks-lips",
    [REGION_LIPS_CHIN] = "lips-chin",
    [REGION_EYES_LIDS] = "eyes-lids",
    [REGION_FOREHEAD_BROWS] = "forehead-brows",
    [REGION_NECK_FRONT] = "neck-front",
    [REGION_FACE] = "face",
    [REGION_BODY] = "body",
};

const char *const profile_words[PROFILE_COUNT] = {
    [PROFILE_MYOK] = "myok",
    [PROFILE_HFS] = "hfs",
    [PROFILE_BSP] = "bsp",
    [PROFILE_SYNK] = "synk",
    [PROFILE_PALSY_WEAK] = "palsy-weak",
    [PROFILE_PALSY_EARLY] = "palsy-early",
    [PROFILE_UNKNOWN] = "unknown",
    [PROFILE_TOXIN_24H] = "toxin-24h",
};

const char *const gate_words[GATE_COUNT] = {
    [GATE_OPEN] = "open",
    [GATE_SMALL] = "small",
    [GATE_PLAN] = "plan",
    [GATE_CLOSED] = "closed",
};

const char *const phase_words[PHASE_COUNT] = {
    [PHASE_STEADY] = "steady",       [PHASE_IN] = "in",         [PHASE_TOP_UP] = "top-up",
    [PHASE_HOLD_FULL] = "hold-full", [PHASE_OUT] = "out",       [PHASE_HOLD_EMPTY] = "hold-empty",
    [PHASE_MOVE] = "move",           [PHASE_HOLD] = "hold",     [PHASE_RELEASE] = "release",
    [PHASE_REST] = "rest",           [PHASE_CHANGE] = "change", [PHASE_MASSAGE] = "massage",
    [PHASE_COMPRESS] = "compress",   [PHASE_SCAN] = "scan",
};

const char *const sound_words[SOUND_COUNT] = {
    [SOUND_BEGIN] = "begin",     [SOUND_STEP] = "step",
    [SOUND_IN] = "in",           [SOUND_TOP_UP] = "top-up",
    [SOUND_HOLD] = "hold",       [SOUND_OUT] = "out",
    [SOUND_REST] = "rest",       [SOUND_MOVE] = "move",
    [SOUND_RELEASE] = "release", [SOUND_CHANGE] = "change",
    [SOUND_BELL] = "bell",       [SOUND_CHECK] = "check",
    [SOUND_WAKE] = "wake",       [SOUND_END] = "end",
    [SOUND_LAST] = "last",       [SOUND_VOICE_FAILED] = "voice-failed",
};

const char *const ending_words[ENDING_COUNT] = {
    [ENDING_COMPLETE] = "complete",
    [ENDING_WELL] = "well",
    [ENDING_TIRED] = "tired",
    [ENDING_PAIN] = "pain",
    [ENDING_INTERRUPTED] = "interrupted",
};

const char *const why_words[WHY_COUNT] = {
    [WHY_PULL] = "pull", [WHY_ENOUGH] = "enough",           [WHY_TIRED] = "tired",
    [WHY_PAIN] = "pain", [WHY_INTERRUPTED] = "interrupted",
};

const char *const feel_words[FEEL_COUNT] = {
    [FEEL_CALMER] = "calmer", [FEEL_SAME] = "same", [FEEL_BUSIER] = "busier",
    [FEEL_PULLED] = "pulled", [FEEL_HURT] = "hurt",
};

int vocabulary_find(const char *const words[], int count, const char *word) {
    for (int index = 0; index < count; index++) {
        if (words[index] && strcmp(words[index], word) == 0) {
            return index;
        }
    }
    return -1;
}
