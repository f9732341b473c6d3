// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"
#include "draw/breath.h"
#include "draw/doses.h"
#include "draw/exercise.h"
#include "draw/figure.h"
#include "draw/scene.h"
#include "files/picture.h"

// The player's screen: the kept ground with all that stands still, the figure that moves, and
// around it parts that are each painted again only when what they say has changed.
//
// A routine that breathes has the lamp in the middle throughout; every other has its figure on the
// left and the words beside it. Nothing changes its place within a session.

enum part {
    PART_HEAD,     // what is played, which breath
    PART_NEXT,     // what comes next, and messages
    PART_WORDS,    // the cue; at a gate its question
    PART_SECONDS,  // the count, where it does not stand in the lamp
    PART_SAID,     // what is said
    PART_ROWS,     // effort, repetitions, side, pace
    PART_BAR,      // how far
    PART_LINE,     // and what is left of the bar while nobody touches anything
    PART_CLOCK,    // how much of how much
    PART_CONTROLS, // buttons
    PART_ANSWERS,  // the buttons of a gate
    PART_CORNER,   // the way to the emergency lines
    PART_COUNT
};
enum {
    SHOWN_MAX = 2600,
    ROWS_MAX = 4,
    MARKS_MAX = 16,
    TOUCHED_MAX = PART_COUNT + PORTRAIT_BOXES_MAX + 1
};
// The value of ACT_STOP where a look at the skin ended it: nobody has to ask why.
enum { PLAY_STOP_SKIN = 1 };

enum row_kind { ROW_TEXT, ROW_EFFORT, ROW_AGAIN, ROW_CHECK };
struct play_row {
    enum row_kind kind;
    char label[64];
    char value[192];
    int done, all;
};

// All that a picture takes from the clocks, read once at its beginning: asked for twice within one
// picture the lamp might have arrived the first time and not the second.
struct play_now {
    int64_t us;      // steady
    int64_t lead_ms; // until the first step begins
    double rise;     // the lamp's height: 0 behind the hill, 1 at its place; below 1 words are away
};

struct play {
    struct sitting *sitting;
    struct play_now now;
    bool breathes; // nothing but a lamp has to be shown
    bool centred;  // it is shown in the middle (or, in the small form, alone)

    // For the present size of the window: the boxes as laid out from the left, the figure and its
    // column as they are seen, because a figure is a mirror in every language.
    struct box boxes[PART_COUNT];
    struct figure_place place;
    double lamp_x, lamp_y, lamp_ring;
    bool upright;
    cairo_surface_t *ground; // everything that stands still; NULL: painted when it is wanted
    cairo_surface_t *sky;    // the lamp's column of it without the hills, while it rises or sinks
    struct box column;

    struct breath *breath;
    struct breath_pose pose;
    char count[BREATH_COUNT_MAX]; // that the breath shows
    int count_segment;            // the segment it was fitted for
    struct figure figure;         // that the ground holds; without a segment: none
    struct figure_pose figured;
    struct figure_kept *kept; // pictures of what moves in it, or NULL
    struct face_look look;    // of the drawn person
    enum side affected;       // told by the person; SIDE_NONE: not
    cairo_surface_t *image;   // read from `image_path`; NULL: none, or it cannot be read
    char image_path[PICTURE_PATH_MAX];
    struct portrait *portrait; // where the figure is the face; else NULL
    struct exercise exercise;  // that the portrait was made for
    int entry;                 // that the layout is for
    int row_limit;             // how many rows have room

    char shown[PART_COUNT][SHOWN_MAX];
    double shown_alpha[PART_COUNT];
    double shade;     // of what fades out at rest: 1 there, 0 gone
    int64_t shade_us; // when it was moved last

    double *ends; // where the bar's stretches end, 0..1
    int end_count;
    double marks[MARKS_MAX]; // where something is asked, or the side changes
    int mark_count;

    int64_t frame_us;  // when the next picture is due
    int64_t sinks_ms;  // when the end was reached; 0: not yet
    int64_t paused_ms; // when the pause began; 0: none
    enum player_state state;
    bool waking;   // the gate called a sleeper: full contrast
    bool take_off; // and asked long enough
    bool hidden;   // minimised: nothing is painted
    bool helps;    // the keys lie over the picture, which goes on
    bool hints;    // that nothing here can speak is still to be said
    bool levels;   // in place of the keys it is how loud the sound is
    struct box help;
    struct box touched[TOUCHED_MAX]; // what was painted beneath them in this picture
    int touched_count;
};

// Opens the sitting and makes the screen for it. NULL when it cannot be played.
struct play *play_new(const struct sitting_options *options, struct error *err);
void play_free(struct play *play);

// Where everything stands in a window of this size at this step.
void play_lay_out(struct window *window);

// The frame that is seen: at a gate that of the step before it.
struct frame play_frame(const struct play *play);
const struct segment *play_segment(const struct play *play);
// The step whose words stand there.
const struct step *play_step(const struct play *play);

// Reads the clocks for the picture that begins.
void play_read_clocks(struct window *window);
// The end was reached within this picture: the lamp begins to sink. False when it sinks already.
bool play_sink(struct window *window);
bool play_has_sunk(const struct window *window);

// Forms of the picture that a person chose. Still: nothing moves, the lamp has three sizes. Large:
// cue and count alone. Small: the window is the small form.
bool play_is_still(const struct window *window);
bool play_is_large(const struct window *window);
// Whether the pause has the window to itself.
bool play_shows_pause(const struct window *window);

// The frame that lamp, body and fingertip are painted from: in a still picture that of the end of
// its phase. The face knows of stillness itself.
struct frame play_figure_frame(const struct window *window);

// The kept ground for the present layout and figure, and the height of the lamp.
void play_make_ground(struct window *window);
// Lays the kept ground down within a box of the screen.
void play_lay_ground(struct window *window, struct box box);
// The hills run with the language, as everything around the figure does.
void play_paint_hills(struct window *window, cairo_t *cairo);
// The figure, whole or where it has changed.
void play_paint_figure(struct window *window, bool always);
bool play_figure_is_current(struct window *window);
// In how many milliseconds the figure moves within this segment: 0 it does now, INT64_MAX not.
int64_t play_figure_moves_in_ms(const struct window *window, const struct frame *frame);
// The drawn face (play_face.c): whether a segment shows it, what of it, and its picture.
bool play_shows_face(const struct window *window, const struct segment *segment);
struct exercise play_exercise(const struct window *window, const struct segment *segment);
// The muscles that a segment's exercise works, where the setting asks for them; false: none.
bool play_muscle_names(const struct window *window, const struct segment *segment, char *to,
                       size_t size);
void play_make_face(struct window *window, const struct frame *frame, cairo_surface_t *sky);
void play_paint_face(struct window *window, const struct frame *frame, bool always);

// The picture of a step's own (play_image.c); where it cannot be read its place with the file's
// name.
void play_paint_image(struct window *window, cairo_t *cairo, const char *path);
void play_drop_image(struct play *play);

// The lamp between the sky and the hills.
void play_paint_rising(struct window *window);
// What was painted, as it is seen.
void play_touch(struct window *window, struct box box);
// The same for a part, whose box is as laid out.
void play_lay_part(struct window *window, enum part part);
void play_touch_part(struct window *window, enum part part);

// What a part has to say now, as one text; what is equal need not be painted again.
void part_text(struct window *window, enum part part, char to[SHOWN_MAX]);
// How clearly it shows, 0..1.
double part_alpha(const struct window *window, enum part part);
// Paints it over the ground, as clearly as it shows.
void part_show(struct window *window, enum part part);

// The buttons of the parts.
void controls_paint(struct window *window, struct box box);
void answers_paint(struct window *window, struct box box);

// The words of the parts. `said` is "" where nothing is said.
enum { SAID_MAX = 2200 };
void play_said(struct window *window, char *to, size_t size);
void play_cue(struct window *window, char *to, size_t size);
int play_rows(struct window *window, struct play_row rows[ROWS_MAX]);
// Divides the words of a part: a character that no text of ours holds.
enum { PART_DIVIDER = '\x1f' };

// Where things stand in the forms that leave most out.
void play_lay_large(struct window *window, struct box content, double below);
void play_lay_small(struct window *window);
double play_small_px(const struct window *window, double design);
double play_large_cue_size(const struct window *window);
double play_large_count_size(const struct window *window);

// The size of the cue and of the count, in pixels.
double play_cue_size(const struct window *window);
double play_count_size(const struct window *window);
double play_control(const struct window *window, double design);
// Lines of words and the marks beside them: they grow with the text as far as there is room, and a
// little with a window larger than the design's.
double play_px(const struct window *window, double design);
// The size of what is said, beside a figure and below the lamp.
double play_said_size(const struct window *window);
double play_tip_size(const struct window *window);

// How the controls come and go. Milliseconds until a person has rested long enough; 0: now.
int64_t shade_rest_left_ms(const struct window *window);
bool shade_moves(const struct window *window);
void shade_move(struct window *window);

// Paints everything on a ground of its own, and what has changed since.
void play_paint_whole(struct window *window);
void play_repaint(struct window *window);

// The keys over the picture, which goes on beneath them. Between shield and veil what changes there
// is painted again without touching them.
void play_help_lay_out(struct window *window);
void play_help_paint(struct window *window);
void play_help_shield(struct window *window);
void play_help_veil(struct window *window);
void play_help_show(struct window *window, bool shown);
// How loud each layer of the sound is, on the same sheet (play_levels.c). Paints what it holds and
// returns where that ends; play_levels_act is false where an act means nothing there.
void play_levels_show(struct window *window);
double play_levels_paint(struct window *window, struct box box);
bool play_levels_key(struct window *window, const SDL_KeyboardEvent *event);
bool play_levels_act(struct window *window, struct act act);

// Calls a sleeper where the gate does, from whatever screen lies over the player.
void play_wake(struct window *window, const struct tick *tick);
// While it calls the player is painted at full contrast, at bedtime dark; returns the theme to go
// back to.
struct theme play_enter_theme(struct window *window);

bool play_key_pressed(struct window *window, const SDL_KeyboardEvent *event);

void pause_paint(struct window *window);
