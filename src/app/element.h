// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

#include "app/said.h"
#include "app/window.h"

// What a person can press, choose, move or write into. Painting an element also tells what it is:
// its role, its name, its value, where it stands and what it does. So everything that shows can be
// reached by Tab, spoken, and looked for by a test; nothing can be pressed that has no name.
//
// Elements stand in reading order, which is the order of Tab. Those of one group are one stop:
// arrows move inside it, Tab leaves it. Texts are copied, they need not outlive the call. Boxes are
// pixels of the window, as it is laid out from left to right; in a right-to-left language
// everything is mirrored on its way to the screen (layout.h).

enum role {
    ROLE_BUTTON,
    ROLE_CARD,   // opens the page of what it shows
    ROLE_ROW,    // of a list
    ROLE_CHOICE, // one of several: a circle of a rating, an answer
    ROLE_CHIP,   // a filter that is on or off
    ROLE_SLIDER,
    ROLE_FIELD, // takes text
    ROLE_COUNT
};

enum { ELEMENT_NAME_MAX = 256, ELEMENT_VALUE_MAX = 512 };

struct element {
    enum role role;
    char name[ELEMENT_NAME_MAX];   // in the language in use; never ""
    char value[ELEMENT_VALUE_MAX]; // what it holds: "3:30", "60 %", "chosen"; "" none
    struct box box;                // as laid out, and where the pointer finds it
    struct act act;
    int group; // 0: a stop of its own
    bool chosen;
    bool main; // takes the focus when its screen appears; else the accent button does
    // For the pointer alone: keys come to what it does by others, so it is no stop of Tab.
    bool aside;
    // Where it is no box; `x`, `y` lie in its box. NULL: all of that.
    bool (*holds)(const struct window *window, const struct element *element, double x, double y);
    // The ring around it: its corners (0: half the height), and its box where that is another one.
    double radius;
    struct box ring;
    // Filled in when it is registered.
    struct box view; // what of the window it can be seen in
    int same;        // how many before it do the same
    double above;    // how far above it the head of its section begins; 0: it has none
};

// All of the last painting, in the order of Tab. The first is the corner "Emergency".
struct elements {
    struct element *all; // grows; pointers into it end with the next painting
    int count, room;
    struct act focus; // that of the element in focus; what stands before the screen was painted
    int focus_same;
    int focused; // its place, -1: none yet
    int hovered; // under the pointer, -1: none
    int pressed; // held down, -1: none
    struct box view;
    bool open;   // a whole painting is under way
    bool follow; // the focus moved: what scrolls brings it into sight
    bool has_head;
    double head; // where the head of the section begins that is being painted
    bool moved;  // the focus was moved by hand since it was last looked at
    struct said said;
};

// Registers one that the caller paints itself; returns whether it has the focus. The ring around
// it is drawn when the whole screen is painted, over everything. Outside a whole painting (a part
// of the player) it takes the place of the one that does the same.
bool element_add(struct window *window, const struct element *element);

// What is painted from now on stands below a head that begins at `y`, and is not brought into sight
// without it as long as both have room. element_no_head ends that.
void element_head(struct window *window, double y);
void element_no_head(struct window *window);

// How it looks at the moment: 0, a little more under the pointer, and more while it is held down.
double element_warmth(const struct window *window, struct box box);

// Whether any of it can be seen: what lies outside a scrolled view is registered, not painted.
bool element_is_seen(const struct window *window, struct box box);

// A whole painting: what was registered before is forgotten; at its end there is a focus.
void elements_begin(struct window *window);
void elements_end(struct window *window);
void elements_free(struct elements *elements);
// The one at a place of the window as laid out; -1: none.
int elements_at(const struct window *window, double x, double y);

// "Box breathing, 4:30, card": what a person who does not look is told.
void element_spoken(const struct element *element, char *to, size_t size);

// The word for a role, translated.
const char *role_word(enum role role);

// Painted and registered. Heights and paddings follow docs/design-language.md and the text size;
// what the label wants is told by the functions of draw/controls.

void element_button(struct window *window, const struct button *button, struct box box,
                    struct act act);

// One end of a stepper: a plus or a minus in a circle, with a name of its own.
struct stepper_sign {
    bool more;
    const char *name;  // what it does: "Hold for longer"
    const char *value; // what is stepped, as it is now
    struct act act;
    int group;
};
void element_sign(struct window *window, const struct stepper_sign *sign, struct box box);

struct card {
    const char *title, *line, *meta; // meta: length and marks, small
    enum category picture;
    const char *reason; // why it cannot be played now; NULL: it can
    bool enough;        // for now: it opens by itself
    bool broken;        // a file with a fault: no picture
    bool marking;       // it can be put into a row
    int mark;           // its number there, 0: it is not in it
};
void element_card(struct window *window, const struct card *card, struct box box, struct act act,
                  int group);
// How high it has to be at that width: no text is cut, the title and the line break.
double element_card_wants(struct window *window, const struct card *card, double width);

struct row {
    const char *title, *line, *value;
};
void element_row(struct window *window, const struct row *row, struct box box, struct act act,
                 int group);
// How high it has to be at that width.
double element_row_wants(struct window *window, const struct row *row, double width);
// From box.y on, as high as it has to be: its words stand in line with what is above and below,
// what is pressed reaches farther. Returns where it ends.
double element_row_in_line(struct window *window, const struct row *row, struct box box,
                           struct act act, int group);

// Chips that wrap; `chosen` is the bit set of those that are on. Returns the height used.
double element_chips(struct window *window, const char *const labels[], int count, unsigned chosen,
                     struct box box, enum act_kind act, int group);

// Eleven circles 0-10; `chosen` and `before` are -1 for none. Returns the height used.
double element_rating(struct window *window, int chosen, int before, struct box box, int group);
// The same for another thing than the question of a screen.
struct rating_look {
    const char *name; // what is rated, for who does not look; NULL: the numbers alone
    enum act_kind act;
    int base; // the act's value for 0
    int chosen, before;
    double size; // of a circle, in pixels of the design, where there is room
    bool bare;   // no words below, from the start of the line
};
double element_rating_as(struct window *window, const struct rating_look *look, struct box box,
                         int group);

// One line of text that can be written into; the text is the window's (window->field).
void element_field(struct window *window, const char *name, const char *placeholder, struct box box,
                   struct act act);

// The same for words of the person's own, which Enter keeps (ACT_WRITE): without the sign of a
// search, and it has the focus at first where `main`.
void element_entry(struct window *window, const char *name, const char *placeholder, struct box box,
                   bool main);

// A groove with a knob, 0..1, and its value in words.
void element_slider(struct window *window, const char *name, const char *value, double at,
                    struct box box, struct act act);
