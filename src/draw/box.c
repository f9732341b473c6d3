// SPDX-License-Identifier: MIT
#include "draw/box.h"

#include <math.h>

bool box_holds(struct box box, double x, double y) {
    return x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
}

bool box_meets(struct box one, struct box other) {
    return one.x < other.x + other.width && other.x < one.x + one.width &&
           one.y < other.y + other.height && other.y < one.y + one.height;
}

struct box box_inset(struct box box, double by) {
    return (struct box){box.x + by, box.y + by, fmax(0, box.width - 2 * by),
                        fmax(0, box.height - 2 * by)};
}

struct box box_join(struct box one, struct box other) {
    if (one.width <= 0 || one.height <= 0)
        return other;
    if (other.width <= 0 || other.height <= 0)
        return one;
    double x = fmin(one.x, other.x);
    double y = fmin(one.y, other.y);
    return (struct box){x, y, fmax(one.x + one.width, other.x + other.width) - x,
                        fmax(one.y + one.height, other.y + other.height) - y};
}

struct box box_whole(struct box box) {
    double x = floor(box.x);
    double y = floor(box.y);
    return (struct box){x, y, ceil(box.x + box.width) - x, ceil(box.y + box.height) - y};
}

double box_middle_x(struct box box) {
    return box.x + box.width / 2;
}

double box_middle_y(struct box box) {
    return box.y + box.height / 2;
}

struct box box_meeting(struct box one, struct box other) {
    double x = fmax(one.x, other.x);
    double y = fmax(one.y, other.y);
    double width = fmin(one.x + one.width, other.x + other.width) - x;
    double height = fmin(one.y + one.height, other.y + other.height) - y;
    return width > 0 && height > 0 ? (struct box){x, y, width, height} : (struct box){x, y, 0, 0};
}
