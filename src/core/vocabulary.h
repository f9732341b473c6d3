// SPDX-License-Identifier: MIT
#pragma once

// The closed word lists of the file formats, as enumerations and as the words in files.
//
// The words are part of the formats: English in every language, never translated, never renamed.
// Each list has a table in vocabulary.c whose size is asserted against its COUNT.

enum category {
    CATEGORY_BREATHING,
    CATEGORY_MEDITATION,
    CATEGORY_ROM, // range of motion
    CATEGORY_STRENGTHENING,
    CATEGORY_NMR, // neuromuscular re-education
    CATEGORY_MASSAGE,
    CATEGORY_COMPRESS_WARM,
    CATEGORY_COMPRESS_COLD,
    CATEGORY_SCREEN_BREAK,
    CATEGORY_COUNT
};

// What a step is: exactly one of these verbs.
enum verb {
    VERB_SECONDS,
    VERB_BREATHE,
    VERB_EXERCISE,
    VERB_MASSAGE,
    VERB_COMPRESS,
    VERB_SCAN,
    VERB_WAIT,
    VERB_REPEAT,
    VERB_COUNT
};

enum side {
    SIDE_NONE, // a step without sides
    SIDE_BOTH,
    SIDE_LEFT,
    SIDE_RIGHT,
    SIDE_AFFECTED,
    SIDE_HEALTHY,
    SIDE_ALTERNATE,
    SIDE_EACH,
    SIDE_COUNT
};

enum exercise_mode { MODE_DO, MODE_IMAGINE, MODE_ASSIST, MODE_COUNT };

enum mirror { MIRROR_NONE, MIRROR_OPTIONAL, MIRROR_REQUIRED, MIRROR_COUNT };

enum massage_area {
    AREA_FOREHEAD,
    AREA_TEMPLE,
    AREA_CHEEK_UPPER,
    AREA_CHEEK_MIDDLE,
    AREA_CHEEK_LOWER,
    AREA_CHIN,
    AREA_MASSETER,
    AREA_SKULL_BASE,
    AREA_NECK_BACK,
    AREA_SHOULDERS,
    AREA_CHEEK_INSIDE,
    AREA_COUNT
};

enum temperature { TEMPERATURE_WARM, TEMPERATURE_COLD, TEMPERATURE_COUNT };

enum compress_area {
    COMPRESS_EYE_RIM,
    COMPRESS_CHEEK,
    COMPRESS_JAW,
    COMPRESS_TEMPLE,
    COMPRESS_NECK_BACK,
    COMPRESS_AREA_COUNT
};

enum region {
    REGION_FEET_LEGS,
    REGION_HIPS_BELLY,
    REGION_CHEST_BACK,
    REGION_HANDS_ARMS,
    REGION_SHOULDERS_NECK,
    REGION_JAW_TONGUE,
    REGION_CHEEKS_LIPS,
    REGION_LIPS_CHIN,
    REGION_EYES_LIDS,
    REGION_FOREHEAD_BROWS,
    REGION_NECK_FRONT,
    REGION_FACE,
    REGION_BODY,
    REGION_COUNT
};

// What a clinician has told the person, or what the three answers say (domain.md 4.5).
enum profile_word {
    PROFILE_MYOK,
    PROFILE_HFS,
    PROFILE_BSP,
    PROFILE_SYNK,
    PROFILE_PALSY_WEAK,
    PROFILE_PALSY_EARLY,
    PROFILE_UNKNOWN,
    PROFILE_TOXIN_24H,
    PROFILE_COUNT
};

// Ordered from the loosest to the strictest.
enum gate_word { GATE_OPEN, GATE_SMALL, GATE_PLAN, GATE_CLOSED, GATE_COUNT };

enum phase {
    PHASE_STEADY,
    PHASE_IN,
    PHASE_TOP_UP,
    PHASE_HOLD_FULL,
    PHASE_OUT,
    PHASE_HOLD_EMPTY,
    PHASE_MOVE,
    PHASE_HOLD,
    PHASE_RELEASE,
    PHASE_REST,
    PHASE_CHANGE,
    PHASE_MASSAGE,
    PHASE_COMPRESS,
    PHASE_SCAN,
    PHASE_COUNT
};

// The cues; each is audio/cues/NAME.wav.
enum sound {
    SOUND_NONE,
    SOUND_BEGIN,
    SOUND_STEP,
    SOUND_IN,
    SOUND_TOP_UP,
    SOUND_HOLD,
    SOUND_OUT,
    SOUND_REST,
    SOUND_MOVE,
    SOUND_RELEASE,
    SOUND_CHANGE,
    SOUND_BELL,
    SOUND_CHECK,
    SOUND_WAKE, // the rising sound of a gate that wakes a sleeper; never in a timeline
    SOUND_END,
    // Beside others, never in a timeline either.
    SOUND_LAST,         // with the movement that begins the last repetition
    SOUND_VOICE_FAILED, // once, when words cannot be spoken
    SOUND_COUNT
};

// How a session ended, and why it was left early.
enum ending {
    ENDING_NONE, // still running
    ENDING_COMPLETE,
    ENDING_WELL,
    ENDING_TIRED,
    ENDING_PAIN,
    ENDING_INTERRUPTED,
    ENDING_COUNT
};
enum why { WHY_NONE, WHY_PULL, WHY_ENOUGH, WHY_TIRED, WHY_PAIN, WHY_INTERRUPTED, WHY_COUNT };

// The closing question (domain.md 4.5), in the order of its keys 1-5.
enum feel { FEEL_NONE, FEEL_CALMER, FEEL_SAME, FEEL_BUSIER, FEEL_PULLED, FEEL_HURT, FEEL_COUNT };

extern const char *const category_words[CATEGORY_COUNT];
extern const char *const verb_words[VERB_COUNT]; // "seconds" for VERB_SECONDS
extern const char *const side_words[SIDE_COUNT]; // NULL for SIDE_NONE
extern const char *const mode_words[MODE_COUNT];
extern const char *const mirror_words[MIRROR_COUNT];
extern const char *const area_words[AREA_COUNT];
extern const char *const temperature_words[TEMPERATURE_COUNT];
extern const char *const compress_area_words[COMPRESS_AREA_COUNT];
extern const char *const region_words[REGION_COUNT];
extern const char *const profile_words[PROFILE_COUNT];
extern const char *const gate_words[GATE_COUNT];
extern const char *const phase_words[PHASE_COUNT];
extern const char *const sound_words[SOUND_COUNT];   // NULL for SOUND_NONE
extern const char *const ending_words[ENDING_COUNT]; // NULL for ENDING_NONE
extern const char *const why_words[WHY_COUNT];       // NULL for WHY_NONE
extern const char *const feel_words[FEEL_COUNT];     // NULL for FEEL_NONE

// The index of `word` among `count` words, or -1; NULL entries are passed over.
int vocabulary_find(const char *const words[], int count, const char *word);
