// SPDX-License-Identifier: MIT
#include "run/routine_words.h"

#include <assert.h>
#include <string.h>

void routine_words_review(struct text_builder *text, const struct routine *routine) {
    text_add_format(text, _("By %s, revised %s; "), routine->author, routine->revised);
    if (routine->reviewed_by && *routine->reviewed_by)
        text_add_format(text, _("reviewed by %s on %s."), routine->reviewed_by,
                        routine->reviewed_on && *routine->reviewed_on ? routine->reviewed_on : "?");
    else
        text_add(text, _("not yet reviewed by a clinician."));
}

void routine_words_summary(const struct routine *routine, char *to, size_t size) {
    const char *text = routine->summary;
    const char *end = strstr(text, ". ");
    text_copy(to, size, text);
    if (end && (size_t)(end - text) + 1 < size) {
        to[end - text + 1] = '\0';
    }
}

const char *routine_words_caution(const struct routine *routine, int index,
                                  const struct shared *shared) {
    assert(index >= 0 && index < routine->caution_count);
    const struct caution *caution = shared_caution(shared, routine->cautions[index]);
    return caution ? caution->text : routine->cautions[index];
}

void routine_words_source(struct text_builder *text, const struct routine *routine, int index,
                          const struct shared *shared) {
    assert(index >= 0 && index < routine->source_count);
    const struct source *source = shared_source(shared, routine->sources[index]);
    text_add(text, source ? source->title : routine->sources[index]);
    if (source && source->year && *source->year)
        text_add_format(text, ", %s", source->year);
    if (source && source->where && *source->where)
        text_add_format(text, ". %s", source->where);
}
