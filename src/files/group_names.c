// SPDX-License-Identifier: MIT
#include <string.h>

#include "base/clock.h"
#include "core/routine.h"
#include "files/group.h"

static bool digits_at(const char *text, int from, int count, int *value) {
    *value = 0;
    for (int index = from; index < from + count; index++) {
        if (text[index] < '0' || text[index] > '9') {
            return false;
        }
        *value = *value * 10 + (text[index] - '0');
    }
    return true;
}

// YYYY-MM-DD, and a day that the calendar has.
bool group_text_is_date(const char *text, int64_t *to) {
    int year, month, day, found_year, found_month, found_day;
    if (strlen(text) != 10 || text[4] != '-' || text[7] != '-' || !digits_at(text, 0, 4, &year) ||
        !digits_at(text, 5, 2, &month) || !digits_at(text, 8, 2, &day) || month < 1 || month > 12 ||
        day < 1) {
        return false;
    }
    *to = day_of_date(year, month, day);
    date_of_day(*to, &found_year, &found_month, &found_day);
    return found_year == year && found_month == month && found_day == day;
}

bool group_date(const struct group *group, const char *key, int64_t *to) {
    const struct node *node = node_member(group->node, key);
    int64_t day;
    if (!node || !group_check_text(group, node, key, ROUTINE_TEXT_MAX)) {
        return false;
    }
    if (!group_text_is_date(node_text(node), &day)) {
        group_fault(group, key, "must be a date, as \"2026-11-21\"");
        return false;
    }
    *to = day;
    return true;
}

bool group_id(const struct group *group, const char *key, const char **to) {
    const char *id = NULL;
    if (!group_required_text(group, key, ROUTINE_TEXT_MAX, &id)) {
        return false;
    }
    if (strlen(id) > ROUTINE_ID_MAX ||
        id[strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-")] != '\0') {
        group_fault(group, key, "an id is 1 to %d of a-z, 0-9 and -", ROUTINE_ID_MAX);
        return false;
    }
    *to = id;
    return true;
}
