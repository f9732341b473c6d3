// SPDX-License-Identifier: MIT
#pragma once

#include <SDL.h>

#include "app/app.h"
#include "app/canvas.h"
#include "app/layout.h"
#include "app/offer.h"
#include "app/window_words.h"
#include "draw/controls.h"
#include "draw/theme.h"
#include "run/chain.h"
#include "run/night.h"
#include "run/questions.h"
#include "run/sitting.h"

// What the screens share: the picture, the theme, its elements, and the session.
//
// A screen paints itself whole and, while it does, tells its elements (element.h); keys and pointer
// then end in the same act. One of them always has the focus.
//
// Where the language runs from the right a screen still lays out from the left: the whole picture
// is painted mirrored (text and signs turn themselves back), and the pointer is mirrored back.

// What a person can want. `value` is a row, a number, an answer.
enum act_kind {
    ACT_NONE,
    ACT_CHOOSE, // a row of the list
    ACT_START,  // the chosen routine
    ACT_GO_ON,  // with a session that was broken off
    ACT_ANEW,   // leave it as it is
    ACT_RATE,
    ACT_BEGIN, // after the question before
    ACT_BACK,
    ACT_PAUSE,
    ACT_NEXT,
    ACT_AGAIN,
    ACT_PREVIOUS,
    ACT_STOP,
    ACT_LOUDER,
    ACT_SOFTER,
    ACT_MUTE,
    ACT_FULL,
    ACT_SMALL, // the player's small form, and back
    ACT_HELP,
    ACT_WHY,
    ACT_FEEL,
    ACT_DONE,
    ACT_SAFETY,        // the emergency lines
    ACT_OPEN,          // the page of a routine (repertoire.h)
    ACT_LIST,          // all routines
    ACT_FIRST,         // the first screen
    ACT_FILTER,        // a chip of the list
    ACT_SEARCH,        // the field of the list
    ACT_FOLD,          // shows or hides what stands behind one line
    ACT_BREATHE,       // calm breathing, whatever else is offered
    ACT_TEXT_SIZE,     // to `value` percent
    ACT_UNDO,          // what was done last
    ACT_BEGIN_WITHOUT, // a number
    ACT_ANSWER,        // a question about the person
    ACT_ANSWER_ANEW,   // one that shuts the routine of the page
    ACT_ADJUST,        // something about how a routine is played
    ACT_ADJUST_BACK,   // to how it was played before
    ACT_PROFILE,       // what she told; `value` is the item that has the focus, -1: the first
    ACT_ITEM,          // one item of it
    ACT_TELL,          // a choice of the item
    ACT_UNTELL,        // takes back what was told
    ACT_WRITE,         // the field of the item
    ACT_STEP,          // of a date
    ACT_ANYWAY,        // past a gate that is shut, when the word has been typed
    ACT_MARK,          // an entry of the list, for a chain
    ACT_MARKING,       // begins and ends that
    ACT_VOICE,         // speaks, or no longer
    ACT_ALL_WORDS,     // for this session
    ACT_LEVELS,        // how loud each layer of the sound is, over the picture
    ACT_LEVEL,         // one of them, softer or louder
    ACT_AMBIENCE,      // another sound behind it
    ACT_TRY,           // a sound and a word, to hear how loud they are
    ACT_BEDTIME,       // as a bedtime chain, or not
    ACT_PLANS,         // what was asked for
    ACT_PLAN,          // the page of a plan that is kept
    ACT_STARTER,       // of a shipped fortnight
    ACT_TAKE_PLAN,     // begins the fortnight of the page, or takes its file over
    ACT_SEEN,          // what is new in a plan was read
    ACT_LOOK,          // at the routine of an item, which travels in the plan of the page
    ACT_PLAN_FILE,     // a plan comes as a file
    ACT_PLAN_PAUSE,    // some days of rest
    ACT_PLAN_GO_ON,    // a pause is taken away
    ACT_PLAN_REMOVE,   // a plan is taken away
    ACT_PLAN_UNDO,     // the same, taken back
    ACT_DIARY,         // a day of the diary, so many back
    ACT_DIARY_BACK,    // takes a change of it back
    ACT_SCALE,         // a number of it, 0 to 10
    ACT_AMOUNT,        // hours or cups, less or more
    ACT_SIDE,          // where it was
    ACT_PLACE,
    ACT_WHERE, // a place of one side, pointed at on a face
    ACT_TICK,
    ACT_GRADE,   // of the week
    ACT_DAY,     // the day before, the one after, today
    ACT_NOTE,    // a line to write
    ACT_CORRECT, // a value of the open entry
    ACT_EFFECT,  // how well an injection worked, percent
    ACT_AWAY,    // what is asked for is put away
    ACT_SPASM,   // one is there now
    ACT_MINUTE,  // is counted
    ACT_TWITCH,  // in it
    ACT_ENTRIES,
    ACT_ENTRY, // one that was entered
    ACT_ADD,
    ACT_REMOVE,
    ACT_NOTICE,      // an answer to the card of the first screen
    ACT_NOTICE_BACK, // the same, taken back
    ACT_HEARING,     // an answer about the voice that is heard
    ACT_TODAY,       // plays what is asked for today
    ACT_TASK,        // ticks a task of today off
    ACT_TASK_BACK,   // the same, taken back
    ACT_WITHOUT,     // the routine of the page was done without the screen
    ACT_PRACTICE,    // the last seven days
    ACT_CELL,        // one thing of one of them
    ACT_CELL_ROW,    // one thing on all that are over
    ACT_CELL_DAY,    // all of one day
    ACT_CELL_BACK,   // the same, taken back
    ACT_QUIT,
};
struct act {
    enum act_kind kind;
    int value;
};
bool act_is(struct act one, struct act other);

enum { MESSAGE_MAX = 512, STAND_MAX = 160, UNDO_MAX = 16 };

enum screen_name {
    SCREEN_FIRST,     // a greeting and what is offered next
    SCREEN_LIST,      // all routines
    SCREEN_PAGE,      // one of them
    SCREEN_QUESTIONS, // about the person, where they decide something
    SCREEN_BEFORE,    // the rating before
    SCREEN_PLAY,
    SCREEN_WHY,     // why it was stopped
    SCREEN_DONE,    // what it came to, and the rating after
    SCREEN_FEEL,    // the closing question
    SCREEN_HELD,    // what it has led to: the routine rests
    SCREEN_HEARING, // the voice, before the first session
    SCREEN_NEXT,    // between two routines of a chain
    SCREEN_NIGHT,   // dark, behind a bedtime chain
    SCREEN_MORNING, // its number, the next day
    SCREEN_SAFETY,
    SCREEN_HELP,
    SCREEN_PROFILE, // what the person told of herself
    SCREEN_ITEM,    // one item of it
    SCREEN_ANYWAY,  // past a gate that is shut
    SCREEN_PLANS,
    SCREEN_PLAN,       // the page of one
    SCREEN_PLAN_PAUSE, // days of rest, while they are told
    SCREEN_PLAN_FILE,  // the way in for one that comes as a file
    SCREEN_DIARY,      // a day of it
    SCREEN_WRITE,      // a line of it
    SCREEN_ENTRIES,    // what was entered
    SCREEN_ENTRY,      // one of them
    SCREEN_FORTNIGHT,  // offered once
    SCREEN_SPASM,      // that was noted just now
    SCREEN_MINUTE,     // that is counted
    SCREEN_WITHOUT,    // done without the screen
    SCREEN_PRACTICE,   // the last seven days, to be filled in
    SCREEN_COUNT
};

// What is asked of a person before a routine, one question after the other.
struct asking {
    const struct question *due[QUESTIONS_MAX];
    int answers[QUESTIONS_MAX]; // -1: not yet
    int count, at;
    bool anew; // asked again from the page, and back to it
};

// A routine that rests from the end of this session on.
struct held {
    struct allowed allowed;
    int instead; // the entry of the catalog to play meanwhile, -1: none
};

struct greeting;
struct diary;
struct elements;
struct first_day;
struct first_notice;
struct gates;
struct hearing;
struct list;
struct page;
struct plans;
struct play;
struct practice_form;
struct profile_form;
struct reader;
struct spasm_voice;
struct speaker;
struct without;

// How a routine was to be played before something about it was changed.
struct adjusted {
    int entry; // of the repertoire
    struct wishes wishes;
};

// A column that is higher than its place (scroll.h).
struct scroll {
    double offset; // pixels hidden above
    double height; // of the whole content, as of the last painting
    struct box view;
};

// The one line of text that can be written into on this screen (field.h).
enum { FIELD_LETTERS = 500, FIELD_MAX = FIELD_LETTERS * 4 + 1 };
struct field {
    char text[FIELD_MAX];
    size_t caret; // in bytes
};

// The space bar while it is down (space_bar.h).
struct space_bar {
    bool down, turned;
    int64_t since_ms; // monotonic
    SDL_Keysym keysym;
    enum screen_name screen; // that it belongs to
};

struct window {
    const struct app_options *options;
    struct house *house;
    struct canvas *canvas;
    struct theme theme;
    cairo_t *cairo;       // while a screen paints
    double width, height; // of the picture
    struct layout layout; // for that size
    double scale;         // layout_body of one pixel of the design
    bool stale;           // all must be painted again
    bool quit;

    enum screen_name screen;
    enum screen_name beneath; // the safety lines or the help: where they came from
    struct act beneath_focus;
    struct scroll beneath_scroll;
    bool from_right; // the language runs from the right
    bool small;      // the player's small form, above other windows
    struct elements *elements;
    int focus;            // the focused element's place in the order of Tab, for looking
    struct scroll scroll; // for screens that are one column
    struct field field;
    double pointer_x, pointer_y; // as laid out; below 0: elsewhere

    SDL_Keycode last_key; // the same key counts once within the setting
    int64_t last_key_ms;
    int64_t input_ms;          // when a person last did something
    struct greeting *greeting; // while it sounds, else NULL
    struct speaker *speaker;   // the window's own, while something is heard outside of a session
    int64_t heard_ms;          // when something was heard through it last
    struct hearing *hearing;   // of the voice, before the first session; or NULL
    struct reader *reader;     // NULL: nothing can be read aloud
    struct spasm_voice *spasm_voice; // while a noted spasm is spoken of, else NULL
    struct space_bar space_bar;
    bool nobody; // no person can see or press anything (SDL's dummy driver)

    struct offer offer;  // what the first screen offers
    struct gates *gates; // what is open to her, or NULL
    struct list *list;
    struct profile_form *profile;   // or NULL
    struct diary *diary;            // or NULL
    struct page *page;              // that was opened last, or NULL
    struct plans *plans;            // or NULL
    struct first_notice *notice;    // of the first screen, or NULL
    struct first_day *day;          // what is asked for today, NULL: nothing
    struct without *without;        // what was done without the screen, while it is told; or NULL
    struct practice_form *practice; // the last seven days, or NULL
    enum screen_name origin;        // where the session was started
    struct play *play;
    // What is played one after the other; one routine alone is a chain of one.
    struct chain chain;
    int member;                      // of the chain, that is on
    struct preparation *preparation; // of that member; NULL: nothing is prepared
    char last_id[UUID_TEXT_MAX];     // of the newest record of the chain, "" none
    int64_t chain_ms;                // played of it
    enum why why;                    // of the last member that was on
    bool felt;                       // its closing question was put
    struct asking asking;
    struct sitting_result result;
    char stand[STAND_MAX]; // of the day for its plans, in words; "" it counts for none
    struct night night;    // of which the number is asked
    bool night_full;       // the window fills the screen for the dark alone
    struct held held;
    int before, after;  // ratings given, -1: none
    bool rating_wanted; // ask before and after this session
    int64_t digit_ms;   // when 1 was pressed, so that 1 0 becomes 10
    char message[MESSAGE_MAX];
    int64_t message_until_ms;  // 0: none
    bool message_undo;         // it can be taken back
    struct act undo[UNDO_MAX]; // what takes back the last steps, the newest last
    int undo_count;
    struct adjusted adjusted[UNDO_MAX]; // what the newest ACT_ADJUST_BACK lead back to, in a ring
    int adjusted_count;
    bool undoing;         // a step is being taken back: it is no step of its own
    struct error failure; // what ends the program with status 1
};

// How a screen answers; NULL where it has nothing to add.
struct screen {
    void (*paint)(struct window *window);
    // True when the key meant something here; the common keys come after.
    bool (*key)(struct window *window, const SDL_KeyboardEvent *event);
    void (*act)(struct window *window, struct act act);
    void (*wheel)(struct window *window, int steps);
    // Once a pass of the loop: what happens by itself, and how long it may sleep then.
    void (*tick)(struct window *window);
    int64_t (*wait_ms)(struct window *window);
};
extern const struct screen *const screens[SCREEN_COUNT];

extern const struct screen first_screen, list_screen, page_screen, questions_screen, before_screen,
    play_screen, why_screen, done_screen, feel_screen, held_screen, hearing_screen, next_screen,
    safety_screen, help_screen, profile_screen, item_screen, anyway_screen, night_screen,
    morning_screen, plans_screen, plan_screen, plan_pause_screen, plan_file_screen, diary_screen,
    write_screen, entries_screen, entry_screen, fortnight_screen, spasm_screen, minute_screen,
    without_screen, practice_screen;

// Before anything else: theme, elements, direction of reading. `options` and its house are
// borrowed.
void window_set_up(struct window *window, const struct app_options *options);
void window_tear_down(struct window *window);

// Paints the present screen with all that lies over it. Needs no display: `cairo` may be of any
// picture, and window->canvas may be NULL. Once for a window that is shown; twice or three times
// where the screen needs it to know its own height, so that the picture is the final one.
void window_paint_screen(struct window *window, cairo_t *cairo, double width, double height);

// The same onto the canvas, all of it.
void window_paint(struct window *window);

// The focus goes to the screen's main element.
void window_show(struct window *window, enum screen_name screen);
void window_stale(struct window *window);
void window_act(struct window *window, struct act act);

// The player's small form, and back to the window as it was.
void window_small(struct window *window, bool small);

// Says something for a few seconds, at the end of the bottom line.
void window_say(struct window *window, const char *text);
// The same after something was done that `undo` takes back, from the toast or by Ctrl Z.
void window_did(struct window *window, const char *text, struct act undo);
// The same by Ctrl Z alone, where what was done is seen at once and a toast would lie in the way.
void window_can_undo(struct window *window, struct act undo);

// Takes over what was changed in the settings from outside, by `repose settings` or an editor.
void window_read_settings(struct window *window);

// Keeps one setting; it holds at once. What cannot be written is said in the log.
void window_set(struct window *window, const char *key, const char *value);

// The size of the text, written to the settings at once.
void window_text_size(struct window *window, int percent);

// A step over the present screen, and back from it with the focus where it was.
void window_over(struct window *window, enum screen_name screen);
void window_back(struct window *window);

// Turns a picture over where the language runs from the right, and back again when called twice.
void window_turn(const struct window *window, cairo_t *cairo);

// Design pixels as pixels.
double window_px(const struct window *window, double design);
// The margin of the screen and its content's width, in the middle of the window.
struct box window_content(const struct window *window, double most);
// Keys in the bottom line; nothing where the text is large or the window small.
void window_hints(struct window *window, const struct key_hint *hints, int count);
// The space at the sides.
double window_margin(const struct window *window);
// Where the line of the corner and of the way back ends, and content may begin.
double window_head(const struct window *window);
// How much of the window's foot belongs to the key hints and the toast.
double window_foot(const struct window *window);
// The corner marked "Emergency", at the upper end of every screen.
struct box window_corner(const struct window *window);
void window_corner_paint(struct window *window);

// Whether the layout is the one column of a small window.
bool window_is_compact(const struct window *window);
