// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

// JSON as a tree that is built and printed (RFC 8259). The library behind it is known to json.c
// alone.
//
// A value given to json_set or json_append belongs to its parent from then on; the root is freed by
// json_free. Invalid UTF-8 in a text becomes U+FFFD, so that whatever a disk holds can be printed.
struct json;

// The library has functions named json_object, json_array and json_null of its own. Written in the
// program these names mean the functions below, so that the two never meet when it is linked.
#define json_object json_new_object
#define json_array json_new_array
#define json_null json_new_null

struct json *json_new_object(void);
struct json *json_new_array(void);
struct json *json_new_null(void);
struct json *json_text(const char *text); // NULL gives null
struct json *json_whole(int64_t value);
struct json *json_number(double value); // not finite gives null; up to ten significant digits
struct json *json_bool(bool value);

// Keys keep the order in which they were set.
void json_set(struct json *object, const char *key, struct json *value);
void json_append(struct json *array, struct json *value);

// Prints the whole with two spaces of indent and a newline; false when the stream failed.
bool json_print(const struct json *value, FILE *stream);

void json_free(struct json *value);
