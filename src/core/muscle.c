// SPDX-License-Identifier: MIT
#include "core/muscle.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"

static const char *const words[] = {
    [MUSCLE_FRONTALIS_MEDIAL] = "frontalis medial",
    [MUSCLE_FRONTALIS_LATERAL] = "frontalis lateral",
    [MUSCLE_CORRUGATOR_SUPERCILII] = "corrugator supercilii",
    [MUSCLE_DEPRESSOR_SUPERCILII] = "depressor supercilii",
    [MUSCLE_PROCERUS] = "procerus",
    [MUSCLE_LEVATOR_PALPEBRAE] = "levator palpebrae",
    [MUSCLE_ORBICULARIS_OCULI_PALPEBRAL] = "orbicularis oculi palpebral",
    [MUSCLE_ORBICULARIS_OCULI_ORBITAL] = "orbicularis oculi orbital",
    [MUSCLE_LEVATOR_LABII_ALAEQUE_NASI] = "levator labii alaeque nasi",
    [MUSCLE_NASALIS_TRANSVERSE] = "nasalis transverse",
    [MUSCLE_NASALIS_ALAR] = "nasalis alar",
    [MUSCLE_LEVATOR_LABII_SUPERIORIS] = "levator labii superioris",
    [MUSCLE_ZYGOMATICUS_MINOR] = "zygomaticus minor",
    [MUSCLE_ZYGOMATICUS_MAJOR] = "zygomaticus major",
    [MUSCLE_RISORIUS] = "risorius",
    [MUSCLE_ORBICULARIS_ORIS] = "orbicularis oris",
    [MUSCLE_INCISIVUS] = "incisivus",
    [MUSCLE_INCISIVUS_LOWER] = "incisivus lower",
    [MUSCLE_DEPRESSOR_ANGULI_ORIS] = "depressor anguli oris",
    [MUSCLE_DEPRESSOR_LABII_INFERIORIS] = "depressor labii inferioris",
    [MUSCLE_MENTALIS] = "mentalis",
    [MUSCLE_BUCCINATOR] = "buccinator",
    [MUSCLE_MASSETER] = "masseter",
    [MUSCLE_TEMPORALIS] = "temporalis",
    [MUSCLE_LATERAL_PTERYGOID] = "lateral pterygoid",
    [MUSCLE_MEDIAL_PTERYGOID] = "medial pterygoid",
    [MUSCLE_DIGASTRIC] = "digastric",
    [MUSCLE_TONGUE] = "tongue",
    [MUSCLE_PLATYSMA] = "platysma",
};
static_assert(sizeof words / sizeof *words == MUSCLE_COUNT, "every muscle has a name");

const char *muscle_word(enum muscle muscle) {
    return words[muscle];
}

enum muscle muscle_named(const char *word) {
    for (int muscle = 0; muscle < MUSCLE_COUNT; muscle++) {
        if (strcmp(words[muscle], word) == 0) {
            return (enum muscle)muscle;
        }
    }
    return MUSCLE_COUNT;
}

const char *muscle_nearest(const char *word) {
    return text_nearest(word, words, MUSCLE_COUNT);
}
