// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

// The muscles of the face that a pose can name (domain.md 4.1), by their anatomical names; the
// words of `muscles` in poses.cfg.

enum muscle {
    MUSCLE_FRONTALIS_MEDIAL,
    MUSCLE_FRONTALIS_LATERAL,
    MUSCLE_CORRUGATOR_SUPERCILII,
    MUSCLE_DEPRESSOR_SUPERCILII,
    MUSCLE_PROCERUS,
    MUSCLE_LEVATOR_PALPEBRAE,
    MUSCLE_ORBICULARIS_OCULI_PALPEBRAL,
    MUSCLE_ORBICULARIS_OCULI_ORBITAL,
    MUSCLE_LEVATOR_LABII_ALAEQUE_NASI,
    MUSCLE_NASALIS_TRANSVERSE,
    MUSCLE_NASALIS_ALAR,
    MUSCLE_LEVATOR_LABII_SUPERIORIS,
    MUSCLE_ZYGOMATICUS_MINOR,
    MUSCLE_ZYGOMATICUS_MAJOR,
    MUSCLE_RISORIUS,
    MUSCLE_ORBICULARIS_ORIS,
    MUSCLE_INCISIVUS,
    MUSCLE_INCISIVUS_LOWER,
    MUSCLE_DEPRESSOR_ANGULI_ORIS,
    MUSCLE_DEPRESSOR_LABII_INFERIORIS,
    MUSCLE_MENTALIS,
    MUSCLE_BUCCINATOR,
    MUSCLE_MASSETER,
    MUSCLE_TEMPORALIS,
    MUSCLE_LATERAL_PTERYGOID,
    MUSCLE_MEDIAL_PTERYGOID,
    MUSCLE_DIGASTRIC,
    MUSCLE_TONGUE,
    MUSCLE_PLATYSMA,
    MUSCLE_COUNT
};

// "zygomaticus major" ...
const char *muscle_word(enum muscle muscle);
// MUSCLE_COUNT when there is none of that name.
enum muscle muscle_named(const char *word);
const char *muscle_nearest(const char *word);
