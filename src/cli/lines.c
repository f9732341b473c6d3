// SPDX-License-Identifier: MIT
#include "cli/lines.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "run/number_words.h"
#include "run/words.h"

static void print_segment(const struct segment *segment) {
    char clock[TEXT_CLOCK_MAX];
    int64_t length_ms = segment->end_ms - segment->start_ms;
    char seconds[TEXT_NUMBER_MAX];
    printf("%7s  %s", text_clock(segment->start_ms, clock), words_phase(segment));
    if (segment->side == SIDE_LEFT || segment->side == SIDE_RIGHT) {
        printf(", %s", words_side(segment->side));
    }
    printf(" (%s s)", number_words((double)length_ms / 1000.0, seconds));
    if (segment->reps > 1 && segment->rep > 0) {
        printf("  %d/%d", segment->rep, segment->reps);
    }
    printf("\n");
}

static void print_cues(const struct timeline *timeline, const struct tick *tick) {
    for (int index = tick->cue_first; index < tick->cue_end; index++) {
        if (timeline->cues[index].say) {
            printf("         \"%s\"\n", timeline->cues[index].say);
        }
    }
}

static void print_state(struct sitting *sitting, const struct tick *tick) {
    if (tick->stalled) {
        printf("%s\n", _("Paused: the computer was away. Nothing was counted."));
        sitting_toggle_pause(sitting);
    } else if (tick->state == PLAYER_ENDED) {
        printf("%s\n", _("Done."));
    }
}

// Prints the segments that began since the last call; *next is the first not yet printed.
static void print_segments(struct sitting *sitting, int *next) {
    const struct timeline *timeline = sitting_timeline(sitting);
    const struct player *player = sitting_player(sitting);
    if (player->state != PLAYER_PLAYING) {
        return;
    }
    int here = timeline_segment_at(timeline, player->position_ms);
    for (; *next <= here; (*next)++) {
        const struct segment *segment = &timeline->segments[*next];
        if (*next == 0 || segment->entry != timeline->segments[*next - 1].entry) {
            printf("\n%s\n", segment->step->name);
        }
        print_segment(segment);
    }
}

// Once, while the beginning waits for it.
static void print_preparing(const struct sitting *sitting, bool *told) {
    int done = 0, count = 0;
    if (!*told && sitting_prepares(sitting, &done, &count)) {
        printf(_("Preparing the voice %d/%d"), done, count);
        printf("\n");
        *told = true;
    }
}

bool lines_play(struct sitting *sitting, const volatile sig_atomic_t *asked_to_stop,
                struct error *err) {
    const struct timeline *timeline = sitting_timeline(sitting);
    int next = timeline_segment_at(timeline, sitting_player(sitting)->position_ms);
    bool told = false;
    sitting_begin(sitting);
    while (!*asked_to_stop) {
        struct tick tick = sitting_tick(sitting);
        print_preparing(sitting, &told);
        print_segments(sitting, &next);
        print_cues(timeline, &tick);
        print_state(sitting, &tick);
        if (fflush(stdout) != 0) {
            return error_set(err, ERROR_FILE, _("standard output cannot be written: %s"),
                             strerror(errno));
        }
        if (tick.state == PLAYER_ENDED) {
            return true;
        }
        const int64_t poll_ms = 250; // how soon a signal is noticed where sleeping goes on after it
        int64_t wait_ms = sitting_wait_ms(sitting);
        clock_sleep_ms(wait_ms < poll_ms ? wait_ms : poll_ms);
    }
    return true;
}
