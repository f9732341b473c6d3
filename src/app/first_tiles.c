// SPDX-License-Identifier: MIT
#include <math.h>

#include "app/element.h"
#include "app/find.h"
#include "app/first.h"
#include "base/text.h"
#include "draw/category.h"

// The categories, as small cards with their picture.

enum { TILES = FILTER_COUNT - 1 };

static const enum category pictures[FILTER_COUNT] = {
    [FILTER_BREATHING] = CATEGORY_BREATHING,
    [FILTER_REST] = CATEGORY_MEDITATION,
    [FILTER_FACE] = CATEGORY_NMR,
    [FILTER_MASSAGE] = CATEGORY_MASSAGE,
    [FILTER_TEMPERATURE] = CATEGORY_COMPRESS_WARM,
    [FILTER_SCREEN] = CATEGORY_SCREEN_BREAK,
};

static bool has_any(const struct window *window, enum filter filter) {
    const struct catalog *catalog = &window->house->catalog;
    for (int i = 0; i < catalog->count; i++) {
        const struct catalog_entry *entry = &catalog->entries[i];
        if (!entry->error && filter_holds(filter, entry->routine.category)) {
            return true;
        }
    }
    return false;
}

struct tiles {
    enum filter filters[TILES];
    int count, columns;
    bool all; // one more tile, for all of them
    double width, height, gap, picture;
};

static double words_width(const struct tiles *tiles) {
    return tiles->width - tiles->picture - 3.5 * tiles->gap;
}

static const char *tile_word(enum filter filter) {
    return filter == FILTER_ALL ? _("All routines") : filter_word(filter);
}

static double words_height(struct window *window, const struct tiles *tiles, enum filter filter) {
    return window_words_height(window, tile_word(filter), TEXT_BODY, words_width(tiles));
}

// A category that nothing is in has no tile.
static struct tiles measure(struct window *window, struct box box) {
    const struct layout *layout = &window->layout;
    struct tiles tiles = {.gap = layout_space(layout, 12), .picture = layout_body(layout, 48)};
    for (int filter = FILTER_ALL + 1; filter < FILTER_COUNT; filter++) {
        if (has_any(window, (enum filter)filter)) {
            tiles.filters[tiles.count++] = (enum filter)filter;
        }
    }
    double least = layout_body(layout, 190);
    tiles.columns = (int)fmax(1, fmin(3, floor((box.width + tiles.gap) / (least + tiles.gap))));
    tiles.all = tiles.columns > 1 && (tiles.count + 1) % tiles.columns == 0;
    tiles.width = (box.width - (tiles.columns - 1) * tiles.gap) / tiles.columns;
    tiles.height = tiles.picture;
    for (int i = 0; i < tiles.count; i++) {
        tiles.height = fmax(tiles.height, words_height(window, &tiles, tiles.filters[i]));
    }
    if (tiles.all) {
        tiles.height = fmax(tiles.height, words_height(window, &tiles, FILTER_ALL));
    }
    tiles.height += tiles.gap * 1.5;
    return tiles;
}

static void paint_picture(struct window *window, enum filter filter, struct box box) {
    if (filter != FILTER_ALL) {
        category_paint(window->cairo, &window->theme, pictures[filter], CATEGORY_LOOK_OPEN, box);
        return;
    }
    theme_use(window->cairo, &window->theme, TOKEN_TEXT2, 1);
    icon_draw(window->cairo, ICON_ALL, box_middle_x(box), box_middle_y(box), box.width * 0.58);
}

static void paint_tile(struct window *window, const struct tiles *tiles, enum filter filter,
                       struct box box) {
    double radius = layout_body(&window->layout, 16);
    double margin = tiles->gap * 0.75;
    card_paint(window->cairo, &window->theme, box, radius);
    warmth_paint(window->cairo, &window->theme, box, radius, element_warmth(window, box));
    paint_picture(window, filter,
                  (struct box){box.x + margin, box_middle_y(box) - tiles->picture / 2,
                               tiles->picture, tiles->picture});
    const char *word = tile_word(filter);
    double width = words_width(tiles);
    double height = window_words_height(window, word, TEXT_BODY, width);
    window_words(window, &(struct words){.text = word, .size = TEXT_BODY, .token = TOKEN_TEXT},
                 (struct box){box.x + tiles->picture + margin + tiles->gap * 1.25,
                              box_middle_y(box) - height / 2, width, height});
}

static void add_tile(struct window *window, const struct tiles *tiles, enum filter filter,
                     struct box box, int group) {
    struct element element = {.role = ROLE_CARD,
                              .box = box,
                              .act = {ACT_FILTER, (int)filter},
                              .group = group,
                              .radius = layout_body(&window->layout, 16)};
    text_copy(element.name, sizeof element.name, tile_word(filter));
    if (element_is_seen(window, box)) {
        paint_tile(window, tiles, filter, box);
    }
    element_add(window, &element);
}

bool first_tiles_hold_all(struct window *window, struct box box) {
    return measure(window, box).all;
}

double first_tiles(struct window *window, struct box box, int group) {
    struct tiles tiles = measure(window, box);
    int count = tiles.count + tiles.all;
    for (int i = 0; i < count; i++) {
        int column = i % tiles.columns;
        int line = i / tiles.columns;
        struct box place = {box.x + column * (tiles.width + tiles.gap),
                            box.y + line * (tiles.height + tiles.gap), tiles.width, tiles.height};
        add_tile(window, &tiles, i < tiles.count ? tiles.filters[i] : FILTER_ALL, place, group);
    }
    int rows = (count + tiles.columns - 1) / tiles.columns;
    return rows > 0 ? rows * (tiles.height + tiles.gap) - tiles.gap : 0;
}
