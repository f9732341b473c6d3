// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms clock_monotonic_us clock_sleep_ms preparation_options sitting_silence
// wrap: text_draw button_paint elements_begin

// Walks over all screens in every size, text size, language and direction, and holds each painting
// against what a person needs: whatever can be pressed has a name, is found by Tab and arrows, is
// large enough and lies in sight; no text is cut, covered or hard to read.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "app/element.h"
#include "app/focus.h"
#include "app/shots.h"
#include "app/stage.h"
#include "app/walk.h"
#include "fonts.h"

void __real_elements_begin(struct window *window);
void __wrap_elements_begin(struct window *window);

// A screen is painted again where it had to learn its own height: the last painting counts.
void __wrap_elements_begin(struct window *window) {
    seen_forget();
    __real_elements_begin(window);
}

struct look {
    const char *language;
    bool from_right;
    int width, height, text_percent;
    const char *theme;
};

static const struct look looks[] = {
    {"en", false, 1280, 800, 100, "evening"},  {"en", false, 1280, 800, 100, "day"},
    {"en", false, 1280, 800, 100, "contrast"}, {"en", false, 1280, 800, 100, "dim"},
    {"en", false, 640, 480, 100, "evening"},   {"en", false, 640, 480, 250, "day"},
    {"en", false, 1280, 800, 250, "evening"},  {"en", false, 1920, 1080, 100, "evening"},
    {"en", false, 1920, 1080, 250, "day"},     {"en", true, 640, 480, 100, "evening"},
    {"en", true, 640, 480, 250, "evening"},    {"en", true, 1280, 800, 100, "day"},
    {"en", true, 1280, 800, 250, "contrast"},  {"de", true, 640, 480, 100, "evening"},
    {"de", true, 640, 480, 250, "day"},        {"de", true, 1280, 800, 100, "evening"},
    {"de", true, 1280, 800, 250, "evening"},   {"de", true, 1920, 1080, 100, "day"},
    {"de", false, 640, 480, 100, "day"},       {"de", false, 640, 480, 250, "evening"},
    {"de", false, 1280, 800, 100, "evening"},  {"de", false, 1280, 800, 250, "day"},
    {"de", false, 1920, 1080, 100, "evening"}, {"de", false, 1920, 1080, 250, "contrast"},
    {"de", false, 3840, 2160, 100, "evening"}, {"de", false, 3840, 2160, 250, "day"},
};
enum { LOOKS = sizeof looks / sizeof *looks };

// With REPOSE_WALK=texts only the texts are looked at, and only at what makes them wide or narrow:
// that is how tests/test_fonts.sh asks, once for each font.
static bool is_short_walk(void) {
    const char *wanted = getenv("REPOSE_WALK");
    return wanted && strcmp(wanted, "texts") == 0;
}

// Under the sanitizers every painted pixel costs several times as much, and what they look for
// does not hang on how many there are.
#if defined(__SANITIZE_ADDRESS__)
enum { WATCHED = 1 };
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
enum { WATCHED = 1 };
#else
enum { WATCHED = 0 };
#endif
#else
enum { WATCHED = 0 };
#endif

// A large window shows what a smaller one does, with more room and at many times the cost: of those
// each screen is seen in every third, by turns. Under the sanitizers that goes for all the others.
static bool is_left_out(int which, int shot) {
    const struct look *look = &looks[which];
    bool plain = strcmp(look->theme, "evening") == 0 || strcmp(look->theme, "day") == 0;
    bool large = look->width > 1280;
    bool waits = (which + shot) % 3 != 0;
    if (is_short_walk()) {
        return look->from_right || large || !plain;
    }
    return WATCHED ? waits || large || !plain : waits && large;
}

struct walk {
    const struct shot *shot;
    const struct look *look;
    struct stage *stage;
    struct window *window;
    int faults;
};

static void fault(struct walk *walk, const char *what, const char *whose) {
    const struct look *look = walk->look;
    print_error("%s %dx%d %d %% %s%s %s: %s: \"%s\"\n", walk->shot->name, look->width, look->height,
                look->text_percent, look->language, look->from_right ? " from the right" : "",
                look->theme, what, whose);
    walk->faults++;
}

static void fault_of_two(struct walk *walk, const char *what, const char *one, const char *other) {
    char both[400];
    text_format(both, sizeof both, "%.120s\" and \"%.120s", one, other);
    fault(walk, what, both);
}

// Texts touch with the empty room above and below their letters: only what reaches farther covers
// anything.
static bool cover_each_other(struct box one, struct box other) {
    struct box common = box_common(one, other);
    return common.width > 3 && common.height > 0.3 * fmin(one.height, other.height);
}

static void check_texts(struct walk *walk) {
    const struct seen *seen = seen_here();
    double least = walk->window->theme.name == THEME_CONTRAST ? 7 : 4.5;
    for (int i = 0; i < seen->count; i++) {
        const struct seen_text *text = &seen->texts[i];
        if (text->cut) {
            fault(walk, "cut", text->text);
        }
        if (text->contrast < least) {
            char what[64];
            text_format(what, sizeof what, "contrast of %.1f", text->contrast);
            fault(walk, what, text->text);
        }
        for (int j = 0; j < i; j++) {
            if (cover_each_other(text->box, seen->texts[j].box)) {
                fault_of_two(walk, "one text over the other", seen->texts[j].text, text->text);
            }
        }
    }
    // What a sheet lies over stays in sight, dimmed.
    int most = walk->window->screen == SCREEN_SPASM ? 2 : 1;
    if (seen->primaries > most) {
        fault(walk, "more than one filled button", "");
    }
}

static struct box shown_box(const struct element *element) {
    return box_common(element->box, element->view);
}

static void check_element(struct walk *walk, const struct element *element) {
    enum { FINGER = 44, SMALL_FINGER = 36 };
    bool small =
        element->role == ROLE_CHOICE && layout_kind(&walk->window->layout) == LAYOUT_SMALLEST;
    double least = small ? SMALL_FINGER : FINGER;
    if (element->name[0] == '\0' || element->role >= ROLE_COUNT) {
        fault(walk, "without a name or a role", element->name);
    }
    if (element->aside) {
        return; // a hand that needs more presses what the keys come to
    }
    if (element->box.width < least - 0.01 || element->box.height < least - 0.01) {
        char what[96];
        text_format(what, sizeof what, "too small, %.0f x %.0f", element->box.width,
                    element->box.height);
        fault(walk, what, element->name);
    }
}

static void check_elements(struct walk *walk) {
    const struct elements *elements = walk->window->elements;
    for (int i = 0; i < elements->count; i++) {
        const struct element *element = &elements->all[i];
        check_element(walk, element);
        for (int j = 0; j < i; j++) {
            if (element->aside && elements->all[j].aside) {
                continue; // they are no boxes
            }
            struct box common = box_common(shown_box(element), shown_box(&elements->all[j]));
            if (common.width > 1 && common.height > 1) {
                fault_of_two(walk, "elements overlap", elements->all[j].name, element->name);
            }
        }
    }
}

static void paint(struct walk *walk) {
    cairo_surface_destroy(stage_paint(walk->stage, walk->look->width, walk->look->height));
}

static bool is_in_sight(const struct walk *walk, const struct element *element) {
    struct box window = {0, 0, walk->look->width, walk->look->height};
    struct box seen = box_common(box_common(element->box, element->view), window);
    return seen.width > element->box.width - 1 && seen.height > element->box.height - 1;
}

// What is higher than its view cannot be seen whole; then it fills the view.
static bool fills_view(const struct element *element) {
    struct box seen = shown_box(element);
    return seen.height >= element->view.height - 1;
}

static void come_to(struct walk *walk) {
    const struct element *element = focus_element(walk->window);
    if (!is_in_sight(walk, element)) {
        paint(walk);
        element = focus_element(walk->window);
        if (!is_in_sight(walk, element) && !fills_view(element)) {
            fault(walk, "out of sight with the focus on it", element->name);
        }
        check_texts(walk);
    }
}

enum { REACHED_MAX = 512 };

// Everything in the group of the focused element, by arrows alone.
static void walk_group(struct walk *walk, bool reached[REACHED_MAX]) {
    struct window *window = walk->window;
    const struct elements *elements = window->elements;
    int group = elements->all[elements->focused].group;
    int queue[REACHED_MAX];
    int end = 0;
    reached[elements->focused] = true;
    queue[end++] = elements->focused;
    for (int next = 0; group != 0 && next < end; next++) {
        for (int direction = 0; direction < 4; direction++) {
            focus_on_element(window, queue[next]);
            if (focus_move(window, (enum direction)direction) && !reached[elements->focused]) {
                reached[elements->focused] = true;
                queue[end++] = elements->focused;
                come_to(walk);
            }
        }
    }
    focus_on_element(window, queue[0]);
}

static void walk_focus(struct walk *walk) {
    struct window *window = walk->window;
    const struct elements *elements = window->elements;
    bool reached[REACHED_MAX] = {false};
    if (elements->count == 0 || !focus_element(window)) {
        fault(walk, "nothing has the focus", "");
        return;
    }
    assert_true(elements->count < REACHED_MAX);
    int steps = 0;
    for (; steps <= elements->count && !reached[elements->focused]; steps++) {
        come_to(walk);
        walk_group(walk, reached);
        focus_step(window, 1);
    }
    for (int i = 0; i < elements->count; i++) {
        if (!reached[i] && !elements->all[i].aside) {
            fault(walk, "not reached by Tab and arrows", elements->all[i].name);
        }
    }
}

static void walk_look(struct walk *walk) {
    stage_look(walk->stage, walk->look->theme, walk->look->text_percent);
    paint(walk);
    struct act focus = walk->window->elements->focus;
    check_texts(walk);
    if (!is_short_walk()) {
        check_elements(walk);
        walk_focus(walk);
    }
    focus_on(walk->window, focus);
}

static bool same_house(const struct look *one, const struct look *other) {
    return strcmp(one->language, other->language) == 0 && one->from_right == other->from_right;
}

static void walk_screen(void **state) {
    static const int64_t BEGIN_US = 1000000000;
    const char *build = getenv("BUILD");
    char locale[256];
    struct stage stage;
    struct walk walk = {.shot = *state, .stage = &stage, .window = &stage.window};
    text_format(locale, sizeof locale, "%s/locale", build ? build : "build");
    const struct look *last = NULL;
    for (int i = 0; i < LOOKS; i++) {
        const struct look *look = walk.look = &looks[i];
        if (is_left_out(i, (int)(walk.shot - shots))) {
            continue;
        }
        if (!last || !same_house(look, last)) {
            if (last) {
                stage_close(&stage);
            }
            *stage_now_us() = BEGIN_US;
            stage_open(&stage, &(struct stage_place){.root = ".",
                                                     .locale = locale,
                                                     .language = look->language,
                                                     .from_right = look->from_right});
            walk.shot->set(&stage, walk.shot);
        }
        walk_look(&walk);
        last = look;
    }
    stage_close(&stage);
    assert_int_equal(walk.faults, 0);
}

// REPOSE_SHOTS=plan walks over the screens alone whose names begin like that.
static bool is_wanted(const struct shot *shot) {
    const char *wanted = getenv("REPOSE_SHOTS");
    return !wanted || strncmp(shot->name, wanted, strlen(wanted)) == 0;
}

int main(void) {
    struct CMUnitTest tests[SHOTS];
    int count = 0;
    for (int i = 0; i < SHOTS; i++) {
        if (!is_wanted(&shots[i])) {
            continue;
        }
        tests[count++] = (struct CMUnitTest){.name = shots[i].name,
                                             .test_func = walk_screen,
                                             .initial_state = (void *)(uintptr_t)&shots[i]};
    }
    return _cmocka_run_group_tests("walk", tests, (size_t)count, NULL, NULL);
}
