// SPDX-License-Identifier: MIT
#include "cli/told.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "run/number_words.h"
#include "run/words.h"

enum { LINE_MAX = 256 };

void told_line(const char *text) {
    bool begun = false; // something stands on the line
    bool apart = false; // and blanks behind it, which count when more follows
    for (; *text; text++) {
        if (*text == ' ') {
            apart = begun;
            continue;
        }
        if (apart && *text != '\n') {
            putchar(' ');
        }
        putchar(*text);
        apart = false;
        begun = *text != '\n';
    }
    if (begun) {
        putchar('\n');
    }
}

void told_question(const char *before, const char *question, const char *const answers[],
                   int count) {
    if (before && *before) {
        told_line(before);
    }
    told_line(question);
    for (int index = 0; index < count; index++) {
        told_line(answers[index]);
    }
}

// The segment at the position; 0 where there is none at all.
static int first_segment(const struct sitting *sitting) {
    int index =
        timeline_segment_at(sitting_timeline(sitting), sitting_player(sitting)->position_ms);
    return index > 0 ? index : 0;
}

static void tell_passage(const struct segment *segment) {
    char line[LINE_MAX];
    char effort[LINE_MAX / 4] = "";
    bool sided = segment->side == SIDE_LEFT || segment->side == SIDE_RIGHT;
    if (segment->effort >= 0) {
        text_format(effort, sizeof effort, _("  effort %d of 10"), segment->effort);
    }
    text_format(line, sizeof line, "%s%s%s%s%s", segment->step->name, sided ? ", " : "",
                sided ? words_side(segment->side) : "", *effort ? "," : "", effort);
    told_line(line);
}

void told_begin(struct told *told, struct sitting *sitting, const char *aside, bool first) {
    const struct timeline *timeline = sitting_timeline(sitting);
    const struct player *player = sitting_player(sitting);
    char clock[TEXT_CLOCK_MAX];
    char line[LINE_MAX];
    *told = (struct told){.next = first_segment(sitting),
                          .entry = -1,
                          .section = -1,
                          .state = player->state,
                          .muted = sitting_is_muted(sitting)};
    text_format(line, sizeof line, _("%s, %s left"), timeline->routine->title,
                text_clock(player_left_ms(player), clock));
    told_line(line);
    if (aside) {
        told_line(aside);
    }
    if (first) {
        told_line(_("Space pauses, Right is the next step, Left this one again, Escape stops, H "
                    "names all keys."));
    }
}

// "Breathe in, 5 s", and where a repetition begins which one it is.
static void tell_segment(const struct timeline *timeline, int index) {
    const struct segment *segment = &timeline->segments[index];
    const struct segment *before = index > 0 ? segment - 1 : NULL;
    bool again = before && before->entry == segment->entry && before->rep == segment->rep;
    char seconds[TEXT_NUMBER_MAX];
    char line[LINE_MAX];
    char count[LINE_MAX / 4] = "";
    if (segment->reps > 1 && segment->rep > 0 && !again) {
        text_format(count, sizeof count, _("  %d of %d"), segment->rep, segment->reps);
    }
    text_format(line, sizeof line, _("%s, %s s"), words_phase(segment),
                number_words((double)(segment->end_ms - segment->start_ms) / 1000, seconds));
    text_format(line + strlen(line), sizeof line - strlen(line), "%s%s", *count ? "," : "", count);
    told_line(line);
}

// Names what has begun; NULL, or the passage that did.
static const struct step *tell_segments(struct told *told, struct sitting *sitting) {
    const struct timeline *timeline = sitting_timeline(sitting);
    const struct player *player = sitting_player(sitting);
    const struct step *begun = NULL;
    if (player->state != PLAYER_PLAYING) {
        return NULL;
    }
    int here = timeline_segment_at(timeline, player->position_ms);
    for (; told->next <= here; told->next++) {
        const struct segment *segment = &timeline->segments[told->next];
        if (segment->entry != told->entry) {
            told->entry = segment->entry;
            begun = segment->step;
            tell_passage(segment);
        }
        tell_segment(timeline, told->next);
    }
    return begun;
}

// Its words and, behind them, what to mind. A gate is asked where the position stands at it.
static void tell_words(const struct timeline *timeline, const struct tick *tick,
                       const struct step *begun) {
    for (int index = tick->cue_first; index < tick->cue_end; index++) {
        const struct cue *cue = &timeline->cues[index];
        bool asked = cue->gate >= 0 && cue->say == timeline->gates[cue->gate].text;
        if (cue->say && !asked) {
            told_line(cue->say);
        }
    }
    if (begun && begun->tip) {
        told_line(begun->tip);
    }
}

static void tell_gate(struct told *told, const struct timeline *timeline, int section,
                      enum waking waking) {
    if (waking == WAKE_OFF) {
        told_line(words_take_off());
    } else if (told->section != section || waking == WAKE_REPEAT) {
        told_line(words_gate(&timeline->gates[section]));
        told_line(_("Any key goes on."));
    }
    told->section = section;
}

static void tell_state(struct told *told, const struct tick *tick) {
    bool was_paused = told->state == PLAYER_PAUSED;
    told->state = tick->state;
    if (tick->stalled) {
        told_line(_("Paused: the computer was away. Nothing was counted."));
        told_line(_("Space goes on."));
    } else if (tick->state == PLAYER_PAUSED && !was_paused) {
        told_line(_("Paused. Space goes on."));
    } else if (was_paused && (tick->state == PLAYER_LEADING || tick->state == PLAYER_PLAYING)) {
        told_line(_("Going on."));
    } else if (tick->state == PLAYER_ENDED) {
        told_line(_("Done."));
    }
}

void told_tick(struct told *told, struct sitting *sitting, const struct tick *tick) {
    const struct timeline *timeline = sitting_timeline(sitting);
    int done = 0, count = 0;
    if (!told->prepares && sitting_prepares(sitting, &done, &count)) {
        told->prepares = true;
        told_line(_("Preparing the voice."));
    }
    const struct step *begun = tell_segments(told, sitting);
    tell_words(timeline, tick, begun);
    if (tick->state != told->state || tick->stalled) {
        tell_state(told, tick);
    }
    if (tick->state == PLAYER_GATE) {
        tell_gate(told, timeline, sitting_player(sitting)->section, tick->waking);
    }
    if (sitting_is_muted(sitting) != told->muted) {
        told->muted = !told->muted;
        told_line(told->muted ? _("Sound off") : _("Sound on"));
    }
    fflush(stdout);
}

void told_moved(struct told *told, const struct sitting *sitting) {
    const struct timeline *timeline = sitting_timeline(sitting);
    told->next = first_segment(sitting);
    told->entry = told->section = -1;
    if (sitting_player(sitting)->state == PLAYER_PAUSED && timeline->segment_count > 0) {
        const struct segment *segment = &timeline->segments[told->next];
        told->entry = segment->entry;
        tell_passage(segment);
        fflush(stdout);
    }
}
