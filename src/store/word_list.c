// SPDX-License-Identifier: MIT
#include "store/word_list.h"

#include <string.h>

#include "core/vocabulary.h"

enum { WORD_BYTES_MAX = 40 };

void word_list_write(uint64_t bits, const char *const words[], int count, struct text_builder *to) {
    for (int i = 0; i < count; i++) {
        if (bits & UINT64_C(1) << i) {
            text_add_format(to, "%s%s", to->length > 0 ? "," : "", words[i]);
        }
    }
}

bool word_list_read(const struct statement *row, int column, const char *const words[], int count,
                    uint64_t *bits) {
    const char *list = statement_column_text(row, column);
    *bits = 0;
    while (list && *list) {
        char word[WORD_BYTES_MAX] = "";
        size_t length = strcspn(list, ",");
        memcpy(word, list, length < sizeof word ? length : sizeof word - 1);
        int index = vocabulary_find(words, count, word);
        if (index < 0) {
            return error_set(row->err, ERROR_STORE,
                             "the history holds the word \"%s\", which this version does not know",
                             word);
        }
        *bits |= UINT64_C(1) << index;
        list += length + (list[length] == ',');
    }
    return true;
}
