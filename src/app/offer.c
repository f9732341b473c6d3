// SPDX-License-Identifier: MIT
#include "app/offer.h"

#include <string.h>

// Gentle enough for a first day, and what "Breathe now" means ever after.
static const char beginning[] = "breath-calm";

static int entry_of(const struct catalog *catalog, const char *id) {
    const struct catalog_entry *entry = catalog_find(catalog, id);
    return entry && !entry->error ? (int)(entry - catalog->entries) : -1;
}

static bool is_open(const bool *open, int entry) {
    return entry >= 0 && (!open || open[entry]);
}

// The first whole routine; breathing stands first in a catalog.
static int any_entry(const struct catalog *catalog, const bool *open) {
    for (int i = 0; i < catalog->count; i++) {
        if (!catalog->entries[i].error && is_open(open, i)) {
            return i;
        }
    }
    return -1;
}

static bool holds(const struct offer *offer, int entry) {
    for (int i = 0; i < offer->lately_count; i++) {
        if (offer->lately[i] == entry) {
            return true;
        }
    }
    return entry == offer->entry;
}

// Those that were ticked off elsewhere count as well: they are what the person does.
static void take_lately(struct offer *offer, const struct catalog *catalog,
                        const struct session_list *history, const bool *open) {
    for (int i = history->count - 1; i >= 0 && offer->lately_count < OFFER_LATELY_MAX; i--) {
        int entry = entry_of(catalog, history->records[i].routine);
        if (entry < 0 || holds(offer, entry)) {
            continue;
        }
        if (offer->entry < 0 && is_open(open, entry)) {
            offer->kind = OFFER_LATELY;
            offer->entry = entry;
        } else {
            offer->lately[offer->lately_count++] = entry;
        }
    }
}

struct offer offer_make(const struct catalog *catalog, const struct session_list *history,
                        const char *broken_off, const bool *open) {
    struct offer offer = {.kind = OFFER_NOTHING, .entry = -1};
    int gentle = entry_of(catalog, beginning);
    offer.breathe = is_open(open, gentle) ? gentle : -1;
    if (broken_off) {
        offer.entry = entry_of(catalog, broken_off);
        offer.kind = offer.entry >= 0 ? OFFER_GO_ON : OFFER_NOTHING;
    }
    take_lately(&offer, catalog, history, open);
    if (offer.entry < 0) {
        offer.entry = offer.breathe >= 0 ? offer.breathe : any_entry(catalog, open);
        offer.kind = offer.entry >= 0 ? OFFER_FIRST : OFFER_NOTHING;
    }
    return offer;
}
