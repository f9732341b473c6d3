// SPDX-License-Identifier: MIT
#include <assert.h>
#include <math.h>

#include "base/text.h"
#include "draw/face_signs.h"
#include "draw/text.h"

// The names of muscles beside the face. All within is counted in pixels from the face's origin,
// with x growing outwards on either side, so that both sides are laid out alike.

// The column begins beyond the disc and the ring of the side's mark, face widths.
static const double COLUMN_X = 1.00;
// The rows that names may take: from above the brows to where the shoulder passes the column.
static const double ROWS_TOP = -0.80, ROWS_BOTTOM = 1.02;
// In parts of the letters' size: the column's width, between two names, between text and line.
static const double COLUMN_EMS = 9.5, GAP_EMS = 0.90, AIR_EMS = 0.45;
static const double LEAST_SHARE = 0.5;
enum { LINES_MAX = 3 };
// The line: at least so many pixels, in parts of the letters' size; the dot at its end, face
// widths.
static const double LINE_PIXELS = 1.25, LINE_EMS = 0.085, DOT_R = 0.008;
static const unsigned INK_DARK = 0x2A2320, INK_PALE = 0xF0EAE2;

static const char *const names[MUSCLE_COUNT] = {
    [MUSCLE_FRONTALIS_MEDIAL] = N_("frontalis, inner part"),
    [MUSCLE_FRONTALIS_LATERAL] = N_("frontalis, outer part"),
    [MUSCLE_CORRUGATOR_SUPERCILII] = N_("corrugator supercilii"),
    [MUSCLE_DEPRESSOR_SUPERCILII] = N_("depressor supercilii"),
    [MUSCLE_PROCERUS] = N_("procerus"),
    [MUSCLE_LEVATOR_PALPEBRAE] = N_("levator palpebrae superioris"),
    [MUSCLE_ORBICULARIS_OCULI_PALPEBRAL] = N_("orbicularis oculi, in the lids"),
    [MUSCLE_ORBICULARIS_OCULI_ORBITAL] = N_("orbicularis oculi, around the eye"),
    [MUSCLE_LEVATOR_LABII_ALAEQUE_NASI] = N_("levator labii superioris alaeque nasi"),
    [MUSCLE_NASALIS_TRANSVERSE] = N_("nasalis, over the bridge"),
    [MUSCLE_NASALIS_ALAR] = N_("nasalis, beside the wing"),
    [MUSCLE_LEVATOR_LABII_SUPERIORIS] = N_("levator labii superioris"),
    [MUSCLE_ZYGOMATICUS_MINOR] = N_("zygomaticus minor"),
    [MUSCLE_ZYGOMATICUS_MAJOR] = N_("zygomaticus major"),
    [MUSCLE_RISORIUS] = N_("risorius"),
    [MUSCLE_ORBICULARIS_ORIS] = N_("orbicularis oris"),
    [MUSCLE_INCISIVUS] = N_("incisivus, upper lip"),
    [MUSCLE_INCISIVUS_LOWER] = N_("incisivus, lower lip"),
    [MUSCLE_DEPRESSOR_ANGULI_ORIS] = N_("depressor anguli oris"),
    [MUSCLE_DEPRESSOR_LABII_INFERIORIS] = N_("depressor labii inferioris"),
    [MUSCLE_MENTALIS] = N_("mentalis"),
    [MUSCLE_BUCCINATOR] = N_("buccinator"),
    [MUSCLE_MASSETER] = N_("masseter"),
    [MUSCLE_TEMPORALIS] = N_("temporalis"),
    [MUSCLE_LATERAL_PTERYGOID] = N_("lateral pterygoid"),
    [MUSCLE_MEDIAL_PTERYGOID] = N_("medial pterygoid"),
    [MUSCLE_DIGASTRIC] = N_("digastric"),
    [MUSCLE_TONGUE] = N_("tongue"),
    [MUSCLE_PLATYSMA] = N_("platysma"),
};

const char *sign_muscle_name(enum muscle muscle) {
    assert(muscle >= 0 && muscle < MUSCLE_COUNT);
    return _(names[muscle]);
}

// A name while it is laid out.
struct row {
    enum muscle muscle;
    struct point from;
    double width, height;
    double y; // of its upper edge
};

static struct text_style style_of(double size, enum face_side side) {
    return (struct text_style){.size = size,
                               .smallest = size * 0.6,
                               .weight = 500,
                               .lines = LINES_MAX,
                               .align = side == FACE_LEFT ? ALIGN_END : ALIGN_START};
}

// How large the names come out at a size; returns the height of all with the gaps between.
static double measure(cairo_t *cairo, struct row *rows, int count, double size) {
    struct text_style style = style_of(size, FACE_RIGHT);
    struct box column = {0, 0, COLUMN_EMS * size, LINES_MAX * size * 2};
    double all = fmax(0, count - 1) * GAP_EMS * size;
    for (int i = 0; i < count; i++) {
        struct text_fit fit = text_fit(cairo, sign_muscle_name(rows[i].muscle), &style, column);
        rows[i].width = fit.width;
        rows[i].height = fit.height;
        all += fit.height;
    }
    return all;
}

// By the height of the muscles, from above.
static void sort(struct row *rows, int count) {
    for (int i = 1; i < count; i++) {
        struct row row = rows[i];
        int place = i;
        for (; place > 0 && rows[place - 1].from.y > row.from.y; place--) {
            rows[place] = rows[place - 1];
        }
        rows[place] = row;
    }
}

// Rows that press against each other stand together; their upper edge is the mean of those that
// would set each of them beside its muscle.
struct block {
    double wishes; // the sum of these upper edges
    double height; // with the gaps
    int rows;
};

static double block_y(const struct block *block) {
    return block->wishes / block->rows;
}

// Whether two blocks, one above the other, press; if so the upper one takes up the lower.
static bool block_joined(struct block *upper, const struct block *lower, double gap) {
    double below = upper->height + gap;
    if (block_y(upper) + below <= block_y(lower)) {
        return false;
    }
    upper->wishes += lower->wishes - below * lower->rows;
    upper->height = below + lower->height;
    upper->rows += lower->rows;
    return true;
}

// Gives each row its height: as near to its muscle as its neighbours allow.
static void stack(struct row *rows, int count, double gap) {
    struct block blocks[MUSCLE_COUNT];
    int n = 0;
    for (int i = 0; i < count; i++) {
        blocks[n++] = (struct block){rows[i].from.y - rows[i].height / 2, rows[i].height, 1};
        while (n > 1 && block_joined(&blocks[n - 2], &blocks[n - 1], gap)) {
            n--;
        }
    }
    struct row *row = rows;
    for (int b = 0; b < n; b++) {
        double y = block_y(&blocks[b]);
        for (int i = 0; i < blocks[b].rows; i++, row++) {
            row->y = y;
            y += row->height + gap;
        }
    }
}

// Back into the room, from its top downwards and then from its bottom upwards.
static void keep_within(struct row *rows, int count, double gap, double top, double bottom) {
    for (int i = 0; i < count; i++) {
        rows[i].y = fmax(rows[i].y, top);
        top = rows[i].y + rows[i].height + gap;
    }
    for (int i = count - 1; i >= 0; i--) {
        rows[i].y = fmin(rows[i].y, bottom - rows[i].height);
        bottom = rows[i].y - gap;
    }
}

// On which side of the line from `from` to `to` a point lies.
static double turn_of(struct point from, struct point to, struct point at) {
    return (to.x - from.x) * (at.y - from.y) - (to.y - from.y) * (at.x - from.x);
}

static bool lines_cross(const struct row *one, const struct row *other, double x) {
    struct point a = one->from;
    struct point b = {x, one->y + one->height / 2};
    struct point c = other->from;
    struct point d = {x, other->y + other->height / 2};
    return turn_of(a, b, c) * turn_of(a, b, d) < 0 && turn_of(c, d, a) * turn_of(c, d, b) < 0;
}

// Exchanges two neighbours whose lines cross; false when there are none. Each exchange shortens the
// lines, so this comes to an end.
static bool uncross(struct row *rows, int count, double x) {
    for (int i = 0; i + 1 < count; i++) {
        if (lines_cross(&rows[i], &rows[i + 1], x)) {
            struct row row = rows[i];
            rows[i] = rows[i + 1];
            rows[i + 1] = row;
            return true;
        }
    }
    return false;
}

// Into pixels; the caller restores.
static void enter_pixels(cairo_t *cairo, const struct sign_names *asked) {
    cairo_save(cairo);
    cairo_scale(cairo, asked->pixel, asked->pixel);
}

// The rows in their order, and their size as the result.
static double rows_lay(cairo_t *cairo, struct row *rows, const struct sign_names *asked) {
    int count = asked->count;
    double top = ROWS_TOP / asked->pixel;
    double bottom = ROWS_BOTTOM / asked->pixel;
    double size = asked->size;
    enter_pixels(cairo, asked);
    double height = measure(cairo, rows, count, size);
    if (height > bottom - top) {
        size *= fmax(LEAST_SHARE, (bottom - top) / height);
        measure(cairo, rows, count, size);
    }
    cairo_restore(cairo);
    sort(rows, count);
    for (int round = 0; round <= count * count; round++) {
        stack(rows, count, GAP_EMS * size);
        keep_within(rows, count, GAP_EMS * size, top, bottom);
        if (!uncross(rows, count, COLUMN_X / asked->pixel)) {
            break;
        }
    }
    return size;
}

double sign_names_lay(cairo_t *cairo, const struct face *face, const struct sign_names *asked,
                      struct sign_name *out) {
    assert(asked->count <= MUSCLE_COUNT && asked->size > 0 && asked->pixel > 0);
    double sign = asked->side == FACE_LEFT ? -1 : 1;
    double pixel = asked->pixel;
    struct row rows[MUSCLE_COUNT];
    for (int i = 0; i < asked->count; i++) {
        struct point from = muscle_middle(face, asked->muscles[i], asked->side);
        rows[i] = (struct row){.muscle = asked->muscles[i],
                               .from = {sign * from.x / pixel, from.y / pixel}};
    }
    double size = rows_lay(cairo, rows, asked);
    for (int i = 0; i < asked->count; i++) {
        const struct row *row = &rows[i];
        double left = asked->side == FACE_LEFT ? -COLUMN_X - row->width * pixel : COLUMN_X;
        out[i] = (struct sign_name){
            .muscle = row->muscle,
            .from = {sign * row->from.x * pixel, row->from.y * pixel},
            .to = {sign * (COLUMN_X - AIR_EMS * size * pixel), (row->y + row->height / 2) * pixel},
            .box = {left, row->y * pixel, row->width * pixel, row->height * pixel}};
    }
    return size;
}

struct box sign_names_box(cairo_t *cairo, const struct face *face, const struct sign_names *asked) {
    struct sign_name laid[MUSCLE_COUNT];
    sign_names_lay(cairo, face, asked, laid);
    struct box box = {0};
    for (int i = 0; i < asked->count; i++) {
        struct point from = laid[i].from;
        box = box_join(box, box_inset((struct box){from.x, from.y, 0, 0}, -DOT_R * 2));
        box = box_join(box, laid[i].box);
    }
    return box;
}

// Dark on a pale ground, pale on a dark one: the words stand before the window and not on skin.
static struct colour ink_on(struct colour disc) {
    struct colour dark = paint_hex(INK_DARK);
    struct colour pale = paint_hex(INK_PALE);
    return colour_contrast(disc, dark) > colour_contrast(disc, pale) ? dark : pale;
}

static void line_paint(cairo_t *cairo, const struct sign_name *name, double width) {
    cairo_new_path(cairo);
    cairo_move_to(cairo, name->from.x, name->from.y);
    cairo_line_to(cairo, name->to.x, name->to.y);
    cairo_set_line_width(cairo, width);
    cairo_stroke(cairo);
    cairo_arc(cairo, name->from.x, name->from.y, DOT_R + width / 2, 0, 2 * M_PI);
    cairo_fill(cairo);
}

void sign_names_paint(cairo_t *cairo, const struct face_view *view,
                      const struct sign_names *asked) {
    struct sign_name laid[MUSCLE_COUNT];
    double size = sign_names_lay(cairo, view->face, asked, laid);
    struct colour ink = ink_on(view->colours->disc);
    struct colour halo = ink_on(ink);
    double width = fmax(LINE_PIXELS, size * LINE_EMS) * asked->pixel;
    cairo_save(cairo);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    for (int i = 0; i < asked->count; i++) {
        // The halo keeps the line apart from skin of its own colour.
        paint_use(cairo, halo, 0.40);
        line_paint(cairo, &laid[i], width * 3);
        paint_use(cairo, ink, 0.85);
        line_paint(cairo, &laid[i], width);
    }
    cairo_restore(cairo);
    struct text_style style = style_of(size, asked->side);
    enter_pixels(cairo, asked);
    paint_use(cairo, ink, 1);
    double column = COLUMN_EMS * size;
    for (int i = 0; i < asked->count; i++) {
        struct box box = laid[i].box;
        double x =
            asked->side == FACE_LEFT ? -COLUMN_X / asked->pixel - column : COLUMN_X / asked->pixel;
        text_draw(cairo, sign_muscle_name(laid[i].muscle), &style,
                  (struct box){x, box.y / asked->pixel, column, box.height / asked->pixel});
    }
    cairo_restore(cairo);
}
