// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/player.h"
#include "files/settings.h"
#include "run/house.h"
#include "sound/speaker.h"
#include "store/sessions.h"

// One sitting: a routine being played, with its sound and its record. The terminal and the window
// both play through this; they only show what it says and hand on what the person does.
//
// It reads the clocks, ticks the player, feeds the speaker, and writes the history: a row when the
// first position is reached, progress at every step and every five seconds (also while paused), the
// end. A history that refuses costs the record, said once by sitting_trouble, never the session.

struct sitting;

struct sitting_options {
    const struct routine *routine; // borrowed, outlives the sitting
    struct timeline_options timeline;
    const struct settings *settings; // borrowed
    const struct wall_clock *clock;  // borrowed
    struct store *store;             // NULL: nothing is recorded
    const char *audio;               // folder of the sounds
    const char *own_audio;           // the person's, or NULL
    const char *cache;               // folder of words that were spoken before, or NULL
    bool silent;                     // no device at all
    bool mute, no_ambience, no_voice;
    bool known;  // she has played it often enough: words thin out
    bool nobody; // nobody can answer a gate: each passes after 0 ms, stored as unanswered
    int64_t lead_in_ms;
    int64_t from_ms;
    int before; // rating, -1
    bool anyway;
    const char *plan;  // id of the plan that it is played for, NULL: none
    const char *chain; // id that joins the members of one, "" or NULL: none
    bool bedtime;      // no sound of the end
    bool lulls;        // and all that is heard fades away towards it
    bool morning;      // its number after is asked then (run/night.h), also when it breaks off
    // Going on with a broken-off session: its row and what was played of it; NULL for a new one.
    const struct session_record *resume;
    const struct played *resume_played;
};

// Compiles the timeline, opens the device, decodes the sounds. NULL when the routine cannot be
// played.
struct sitting *sitting_open(const struct sitting_options *options, struct error *err);
// Frees everything. A session that was not finished stands as left at its last checkpoint: use
// sitting_finish first. Lets the last sound ring out when the end was reached.
void sitting_close(struct sitting *sitting);

// Begins the lead-in as soon as the device sounds and the first words are there (run/voice.h).
// Call sitting_tick from now on.
void sitting_begin(struct sitting *sitting);

// Whether the beginning waits for words for long enough to be said, and how many are there.
bool sitting_prepares(const struct sitting *sitting, int *done, int *count);

// One that never begins, for pictures of it: stands at another position of its timeline.
void sitting_stand(struct sitting *sitting, int64_t position_ms);

// Moves everything to the present. At least once a second while it plays.
struct tick sitting_tick(struct sitting *sitting);

// How long the owner may sleep until the next tick is worth while, at most 1000 ms while playing,
// and INT64_MAX when nothing happens by itself.
int64_t sitting_wait_ms(struct sitting *sitting);

// What the person does. Each returns false when it means nothing at the moment.
bool sitting_toggle_pause(
    struct sitting *sitting); // also passes a gate, and starts again after a stall
bool sitting_pause(struct sitting *sitting);
bool sitting_answer(struct sitting *sitting); // any key at a gate
bool sitting_next(struct sitting *sitting);
bool sitting_again(struct sitting *sitting);
bool sitting_previous(struct sitting *sitting);
void sitting_volume(struct sitting *sitting, int steps); // of 5 percent
void sitting_toggle_mute(struct sitting *sitting);

// The levels and the ambience follow the settings at once. The voice too, but for a session that
// was begun without it, or without an ambience: these say that it shall be heard all the same.
void sitting_speak(struct sitting *sitting, bool on);
bool sitting_speaks(const struct sitting *sitting);
void sitting_choose_ambience(struct sitting *sitting);
// Whether the words have not thinned out; and that they shall not, for this session.
bool sitting_says_all(const struct sitting *sitting);
void sitting_say_all(struct sitting *sitting);

// Where words are wanted and nothing here speaks, a sound and a stored sentence say so; true when
// they do. For once ever: whoever calls this remembers it.
bool sitting_tell_voiceless(struct sitting *sitting);

// One sound beside all that is heard, at so many percent and `delay_ms` from now; cut short. The
// clip is borrowed until it has rung out, is hushed, or the position jumps or stops.
void sitting_strike(struct sitting *sitting, const struct clip *clip, int percent,
                    int64_t delay_ms);
void sitting_hush(struct sitting *sitting, const struct clip *clip);

// A tone and a word, as loud as they are.
void sitting_try(struct sitting *sitting);

// The device list changed (an SDL event).
void sitting_device_changed(struct sitting *sitting);

const struct timeline *sitting_timeline(const struct sitting *sitting);
const struct player *sitting_player(const struct sitting *sitting);
struct frame sitting_frame(const struct sitting *sitting);
int64_t sitting_lead_ms(struct sitting *sitting); // until the first step begins; 0 after
int sitting_volume_percent(const struct sitting *sitting);
bool sitting_is_muted(const struct sitting *sitting);
const char *sitting_silence(const struct sitting *sitting); // why there is no sound, or NULL
// What the history refused, once; NULL when there is nothing to say.
const char *sitting_trouble(struct sitting *sitting);

// Ends it: at the end reached or, before it, with the person's reason. Stores it (durable on
// return). Gives how it ended. A session of which nothing was played leaves no record. Ratings and
// feel may come later through sessions_rate.
struct sitting_result {
    char id[UUID_TEXT_MAX]; // "" when nothing was recorded
    enum session_status status;
    enum ending ending;
    int64_t played_ms, planned_ms;
};
struct sitting_result sitting_finish(struct sitting *sitting, enum why why);

// Milliseconds that the last sound still rings; 0 when silent.
int64_t sitting_ringing_ms(struct sitting *sitting);
