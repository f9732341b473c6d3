// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"
#include "store/statement.h"

// Several words of a closed list as one cell, "upper-lid,brow": bit i stands for words[i].

void word_list_write(uint64_t bits, const char *const words[], int count, struct text_builder *to);

// False with the statement's err for a word that this version does not know. NULL is none.
bool word_list_read(const struct statement *row, int column, const char *const words[], int count,
                    uint64_t *bits);
