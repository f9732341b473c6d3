// SPDX-License-Identifier: MIT
#pragma once

#include <stddef.h>

// Painted pictures as a video encoder takes them: a plane of light and two of colour at half the
// width and height (YCbCr 4:2:0, 8 bit, limited range, the matrix of ITU-R BT.709-6, 3.2-3.4).

struct planes;

// Width and height are even.
struct planes *planes_new(int width, int height);
void planes_free(struct planes *planes);

// Takes the next picture: 32 bits a pixel, blue in the lowest eight, as Cairo's RGB24; rows begin
// `stride` bytes apart. Only rows that differ from the picture before are worked on. Returns the
// three planes one behind the other, borrowed until the next call.
const unsigned char *planes_take(struct planes *planes, const unsigned char *pixels, int stride);
size_t planes_size(const struct planes *planes); // bytes
