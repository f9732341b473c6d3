// SPDX-License-Identifier: MIT
#include "store/place.h"

#include "base/text.h"
#include "store/inside.h"
#include "store/plans.h"
#include "store/removal.h"
#include "store/statement.h"

// The texts of plans in the history: what was added, taken away, taken back, paused.

static int64_t number(struct store *store, const char *text) {
    int64_t value = 0;
    assert_ok(statement_number(store->database, "tried", text, &value, &err));
    return value;
}

static bool refuses_to(struct store *store, const char *sql, const char *because) {
    struct error err = {0};
    return !statement_script(store->database, "tried", sql, &err) && strstr(err.text, because);
}

static struct stored_plan plan_of(const char *id, const char *text, struct wall added) {
    struct stored_plan plan = {.added = added, .text = memory_text(text)};
    text_copy(plan.id, sizeof plan.id, id);
    return plan;
}

// Whether it became another version.
static bool add(struct store *store, const char *id, const char *text, struct wall added) {
    struct stored_plan plan = plan_of(id, text, added);
    bool new = false;
    assert_ok(plans_add(store, &plan, &new, &err));
    assert_int_equal(strlen(plan.row), new ? 36 : 0);
    memory_free(plan.text);
    return new;
}

// All that is kept, in its order: "a:one b:two-20780" for a removal.
static const char *kept(struct store *store, char to[512]) {
    struct stored_plan_list list;
    size_t length = 0;
    to[0] = '\0';
    assert_ok(plans_list(store, &list, &err));
    for (int i = 0; i < list.count; i++) {
        const struct stored_plan *plan = &list.plans[i];
        length += (size_t)snprintf(to + length, 512 - length, "%s%s:%s", i ? " " : "", plan->id,
                                   plan->text);
        if (plan->removed != INT64_MAX) {
            length += (size_t)snprintf(to + length, 512 - length, "-%d", (int)plan->removed);
        }
    }
    stored_plan_list_free(&list);
    return to;
}
#define assert_kept(store, expected)                                                               \
    do {                                                                                           \
        char all[512];                                                                             \
        assert_string_equal(kept(store, all), expected);                                           \
    } while (0)

static void all_of_a_version_is_kept(void **state) {
    (void)state;
    struct store *store = open_memory();
    static const char text[] = "\xef\xbb\xbfid = \"a\";\r\ntitle = \"L\xc3\xa4"
                               "cheln\";\n\n";
    struct stored_plan plan = plan_of("a", text, morning);
    char name[] = "/home/her/plan.cfg";
    plan.name = name;
    bool new;
    assert_ok(plans_add(store, &plan, &new, &err));
    assert_true(new);
    memory_free(plan.text);
    struct stored_plan_list list;
    assert_ok(plans_list(store, &list, &err));
    assert_int_equal(list.count, 1);
    assert_string_equal(list.plans[0].row, plan.row);
    assert_string_equal(list.plans[0].id, "a");
    assert_string_equal(list.plans[0].text, text);
    assert_string_equal(list.plans[0].name, name);
    assert_int_equal(list.plans[0].added.utc_s, morning.utc_s);
    assert_int_equal(list.plans[0].added.offset_min, 60);
    assert_true(list.plans[0].removed == INT64_MAX);
    stored_plan_list_free(&list);
    store_close(store);
}

static void an_empty_history_has_none(void **state) {
    (void)state;
    struct store *store = open_memory();
    struct stored_plan_list plans;
    struct stored_pause_list pauses;
    assert_ok(plans_list(store, &plans, &err));
    assert_ok(plan_pauses_list(store, &pauses, &err));
    assert_int_equal(plans.count + pauses.count, 0);
    stored_plan_list_free(&plans);
    stored_pause_list_free(&pauses);
    store_close(store);
}

static void the_same_text_changes_nothing(void **state) {
    (void)state;
    struct store *store = open_memory();
    assert_true(add(store, "a", "one", morning));
    assert_false(add(store, "a", "one", later(morning, 60)));
    assert_true(add(store, "a", "two", later(morning, 120)));
    assert_true(add(store, "a", "one", later(morning, 180))); // as it was before: a third version
    assert_true(add(store, "b", "one", later(morning, 240)));
    assert_kept(store, "a:one a:two a:one b:one");
    store_close(store);
}

// Several in one second, and a clock that was put back in between.
static void the_order_is_that_of_entering(void **state) {
    (void)state;
    struct store *store = open_memory();
    char text[8], expected[256] = "";
    for (int i = 0; i < 12; i++) {
        snprintf(text, sizeof text, "%d", i);
        snprintf(expected + strlen(expected), sizeof expected - strlen(expected), "%s%s:%d",
                 i ? " " : "", i % 3 ? "a" : "b", i);
        assert_true(add(store, i % 3 ? "a" : "b", text, later(morning, i < 6 ? 0 : -86400)));
    }
    assert_kept(store, expected);
    // What was told of the clock stays as it was.
    assert_int_equal(number(store, "SELECT count(*) FROM plans WHERE at_s = 1795244400 - 86400"),
                     6);
    // A removal is behind all of them too, and a version behind the removal.
    assert_ok(plans_remove(store, "a", 20778, later(morning, -90000), &err));
    assert_true(add(store, "a", "more", later(morning, -99999)));
    struct stored_plan_list list;
    assert_ok(plans_list(store, &list, &err));
    for (int i = 0; i < 13; i++) {
        bool removed = list.plans[i].removed != INT64_MAX;
        assert_int_equal(removed, i < 12 && i % 3);
    }
    stored_plan_list_free(&list);
    store_close(store);
}

static void a_removal_ends_all_versions_so_far(void **state) {
    (void)state;
    struct store *store = open_memory();
    add(store, "a", "one", morning);
    add(store, "a", "two", later(morning, 10));
    add(store, "b", "one", later(morning, 20));
    assert_ok(plans_remove(store, "a", 20780, later(morning, 30), &err));
    assert_kept(store, "a:one-20780 a:two-20780 b:one");
    assert_true(add(store, "a", "two", later(morning, 40))); // the same text, begun once more
    assert_kept(store, "a:one-20780 a:two-20780 b:one a:two");
    assert_false(add(store, "a", "two", later(morning, 50)));
    assert_ok(plans_remove(store, "a", 20790, later(morning, 60), &err));
    assert_kept(store, "a:one-20780 a:two-20780 b:one a:two-20790");
    store_close(store);
}

static void what_is_not_there_is_not_removed(void **state) {
    (void)state;
    struct store *store = open_memory();
    struct error why = {0};
    assert_false(plans_remove(store, "a", 20780, morning, &why));
    assert_int_equal(why.code, ERROR_MISSING);
    assert_non_null(strstr(why.text, "there is no plan a"));
    add(store, "a", "one", morning);
    assert_ok(plans_remove(store, "a", 20780, morning, &err));
    why = (struct error){0};
    assert_false(plans_remove(store, "a", 20781, morning, &why));
    assert_int_equal(why.code, ERROR_MISSING);
    why = (struct error){0};
    assert_false(plans_restore(store, "b", morning, &why));
    assert_int_equal(why.code, ERROR_MISSING);
    assert_int_equal(number(store, "SELECT count(*) FROM plan_removals"), 1);
    store_close(store);
}

static void a_removal_is_taken_back(void **state) {
    (void)state;
    struct store *store = open_memory();
    add(store, "a", "one", morning);
    add(store, "b", "one", morning);
    assert_ok(plans_remove(store, "a", 20780, later(morning, 1), &err));
    assert_ok(plans_remove(store, "b", 20781, later(morning, 2), &err));
    add(store, "a", "two", later(morning, 3));
    assert_ok(plans_remove(store, "a", 20785, later(morning, 4), &err));
    assert_kept(store, "a:one-20780 b:one-20781 a:two-20785");
    assert_ok(plans_restore(store, "a", later(morning, 5), &err)); // the last one of it
    assert_kept(store, "a:one-20780 b:one-20781 a:two");
    assert_ok(plans_restore(store, "a", later(morning, 6), &err));
    assert_kept(store, "a:one b:one-20781 a:two");
    struct error why = {0};
    assert_false(plans_restore(store, "a", later(morning, 7), &why));
    // It stays known in every copy of the history, and what it said is in the audit.
    assert_int_equal(number(store, "SELECT count(*) FROM removed WHERE kind = 'plan_removals'"), 2);
    assert_int_equal(number(store, "SELECT sum(was) FROM audit WHERE field = 'day'"),
                     20780 + 20785);
    assert_int_equal(number(store, "SELECT max(at_s) FROM removed") - morning.utc_s, 6);
    store_close(store);
}

static void pauses_are_by_their_first_day(void **state) {
    (void)state;
    struct store *store = open_memory();
    char reason[] = "away";
    struct stored_pause pauses[] = {
        {.plan = "a", .from = 20790, .to = 20790},
        {.from = 20780, .to = 20785, .reason = reason},
        {.from = 20779, .to = 20779},
    };
    for (int i = 0; i < 3; i++) {
        assert_ok(plan_pauses_add(store, &pauses[i], morning, &err));
    }
    struct stored_pause_list list;
    assert_ok(plan_pauses_list(store, &list, &err));
    assert_int_equal(list.count, 3);
    for (int i = 0; i < 3; i++) {
        const struct stored_pause *given = &pauses[2 - i], *read = &list.pauses[i];
        assert_string_equal(read->row, given->row);
        assert_string_equal(read->plan, given->plan);
        assert_int_equal(read->from, given->from);
        assert_int_equal(read->to, given->to);
        assert_string_equal(read->reason ? read->reason : "", given->reason ? given->reason : "");
    }
    stored_pause_list_free(&list);
    assert_ok(removal_of(store, REMOVAL_PLAN_PAUSE, pauses[1].row, &err));
    assert_ok(plan_pauses_list(store, &list, &err));
    assert_int_equal(list.count, 2);
    stored_pause_list_free(&list);
    assert_int_equal(number(store, "SELECT count(*) FROM audit WHERE field = 'reason'"
                                   " AND was = 'away' AND kind = 'plan_pauses'"),
                     1);
    struct error why = {0};
    struct stored_pause backwards = {.from = 20790, .to = 20789};
    assert_false(plan_pauses_add(store, &backwards, morning, &why));
    store_close(store);
}

static void a_version_by_mistake_goes_with_a_trace(void **state) {
    (void)state;
    struct store *store = open_memory();
    add(store, "a", "one", morning);
    struct stored_plan plan = plan_of("a", "two", later(morning, 1));
    bool new;
    assert_ok(plans_add(store, &plan, &new, &err));
    memory_free(plan.text);
    assert_ok(removal_of(store, REMOVAL_PLAN, plan.row, &err));
    assert_kept(store, "a:one");
    assert_int_equal(number(store, "SELECT count(*) FROM audit WHERE field = 'text'"
                                   " AND was = 'two'"),
                     1);
    store_close(store);
}

static void nothing_is_rewritten(void **state) {
    (void)state;
    struct store *store = open_memory();
    add(store, "a", "one", morning);
    assert_ok(plans_remove(store, "a", 20780, morning, &err));
    struct stored_pause pause = {.from = 20780, .to = 20785};
    assert_ok(plan_pauses_add(store, &pause, morning, &err));
    assert_true(refuses_to(store, "UPDATE plans SET text = 'x'", "not rewritten"));
    assert_true(refuses_to(store, "UPDATE plan_removals SET day = 1", "not rewritten"));
    assert_true(refuses_to(store, "UPDATE plan_pauses SET reason = 'x'", "not rewritten"));
    assert_true(refuses_to(store, "DELETE FROM plans", "naming it in removed"));
    assert_true(refuses_to(store, "DELETE FROM plan_removals", "naming it in removed"));
    assert_true(refuses_to(store, "DELETE FROM plan_pauses", "naming it in removed"));
    assert_kept(store, "a:one-20780");
    store_close(store);
}

static void adding_is_part_of_what_was_begun(void **state) {
    (void)state;
    struct store *store = open_memory();
    assert_ok(store_begin(store, &err));
    add(store, "a", "one", morning);
    store_rollback(store);
    assert_kept(store, "");
    assert_true(add(store, "a", "one", morning));
    store_close(store);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_of_a_version_is_kept),
        cmocka_unit_test(an_empty_history_has_none),
        cmocka_unit_test(the_same_text_changes_nothing),
        cmocka_unit_test(the_order_is_that_of_entering),
        cmocka_unit_test(a_removal_ends_all_versions_so_far),
        cmocka_unit_test(what_is_not_there_is_not_removed),
        cmocka_unit_test(a_removal_is_taken_back),
        cmocka_unit_test(pauses_are_by_their_first_day),
        cmocka_unit_test(a_version_by_mistake_goes_with_a_trace),
        cmocka_unit_test(nothing_is_rewritten),
        cmocka_unit_test(adding_is_part_of_what_was_begun),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
