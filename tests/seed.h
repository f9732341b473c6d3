// SPDX-License-Identifier: MIT
#pragma once

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

// What a test with random input begins from, and how it goes on. It is printed, so that a failure
// can be repeated: REPOSE_SEED=123 build/tests/core/test_player

enum { SEED_USUAL = 20261121 };

// Never 0. The one of the environment, else `otherwise`.
static inline uint64_t seed_or(uint64_t otherwise) {
    const char *given = getenv("REPOSE_SEED");
    uint64_t seed = given ? strtoull(given, NULL, 10) : otherwise;
    seed = seed ? seed : 1;
    printf("seed %llu (REPOSE_SEED=... to choose another)\n", (unsigned long long)seed);
    return seed;
}

// The same in every run, where a failure must not come by chance.
static inline uint64_t seed_usual(void) {
    return seed_or(SEED_USUAL);
}

// Another in every run.
static inline uint64_t seed_new(void) {
    return seed_or((uint64_t)time(NULL) * 2654435761u | 1);
}

// Numbers that only look like chance, by Knuth's multiplier for 64 bits (MMIX): the upper bits of
// each do so best. The same seed gives the same row.
static inline uint64_t seed_next(uint64_t *seed) {
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return *seed;
}

// 0 .. below - 1
static inline int seed_below(uint64_t *seed, int below) {
    return (int)((seed_next(seed) >> 33) % (uint64_t)below);
}
