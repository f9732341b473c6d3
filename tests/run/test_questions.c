// SPDX-License-Identifier: MIT
#include "person.h"

#include "run/questions.h"

// What is asked before what, and what an answer does.

static int due_for(struct room *room, const char *id, const struct question *due[QUESTIONS_MAX]) {
    struct person person;
    struct error err = {0};
    assert_true(person_read(&room->house, &person, &err));
    const struct routine *one = routine(room, id);
    struct allowed allowed = allowed_for(&person, one);
    int count = questions_due(room->house.store, &person, one, &allowed, due);
    person_free(&person);
    return count;
}

// The ids of what is due, with blanks between them.
static void check_due(struct room *room, const char *id, const char *wanted) {
    const struct question *due[QUESTIONS_MAX];
    struct text_builder ids = {0};
    int count = due_for(room, id, due);
    for (int i = 0; i < count; i++) {
        text_add_format(&ids, "%s%s", i > 0 ? " " : "", due[i]->id);
    }
    text_add(&ids, "");
    assert_string_equal(ids.text, wanted);
    text_builder_free(&ids);
}

// Answers every question that is due with the same number.
static void answer_all(struct room *room, const char *id, int answer) {
    const struct question *due[QUESTIONS_MAX];
    int answers[QUESTIONS_MAX];
    struct error err = {0};
    int count = due_for(room, id, due);
    for (int i = 0; i < count; i++) {
        answers[i] = answer < 0 ? answer : answer % due[i]->answer_count;
    }
    if (!questions_keep(room->house.store, due, answers, count, morning, &err)) {
        fail_msg("%s", err.text);
    }
}

static void told(struct room *room, const char *key, const char *wanted) {
    char *value = NULL;
    struct error err = {0};
    assert_true(answers_get(room->house.store, key, &value, &err));
    if (wanted) {
        assert_string_equal(value, wanted);
    } else {
        assert_null(value);
    }
    memory_free(value);
}

static void calm_breathing_and_letting_go_need_no_answer(void **state) {
    static const char *const ids[] = {"breath-calm",     "breath-coherent", "relax-face-let-go",
                                      "relax-let-go-60", "med-body-scan",   "now-grip",
                                      "rom-neck",        "screen-20"};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        check_due(*state, ids[i], "");
    }
}

static void each_kind_asks_what_decides_it(void **state) {
    check_due(*state, "breath-478", "breath");
    check_due(*state, "breath-box", "breath");
    check_due(*state, "nmr-smile-eyes-open", "weak narrows injected");
    check_due(*state, "rom-jaw", "");
    check_due(*state, "warm-lids", "skin stabbing");
    check_due(*state, "cold-compress", "skin stabbing cold");
    check_due(*state, "mas-face-full", "injection stabbing stroke");
    check_due(*state, "warm-massage-breath", "skin injection stabbing stroke");
}

// Asked where it decides what is played, once; "not sure" is an answer too.
static void the_side_is_asked_where_it_decides(void **state) {
    struct room *room = *state;
    const struct question *due[QUESTIONS_MAX];
    struct error err = {0};
    tell(room, "condition", "palsy-weak"); // a tight cheek: the stretch is open
    check_due(room, "mas-cheek-stretch", "injection stabbing stroke side");
    int count = due_for(room, "mas-cheek-stretch", due);
    assert_int_equal(count, 4);
    struct profile profile = {.affected = SIDE_NONE};
    questions_tell(due, (int[]){2, 1, 3, 0}, 4, morning, &profile);
    assert_int_equal(profile.affected, SIDE_LEFT);
    assert_true(questions_keep(room->house.store, due, (int[]){2, 1, 3, 3}, 4, morning, &err));
    told(room, "affected", NULL);
    check_due(room, "mas-cheek-stretch", "");
    assert_true(questions_keep(room->house.store, due, (int[]){2, 1, 3, 1}, 4, morning, &err));
    told(room, "affected", "right");
}

static void a_side_that_was_told_is_not_asked(void **state) {
    tell(*state, "condition", "palsy-weak");
    tell(*state, "affected", "left");
    check_due(*state, "mas-cheek-stretch", "injection stabbing stroke");
}

// What is closed by the plan of a therapist asks nothing.
static void what_is_shut_asks_nothing(void **state) {
    check_due(*state, "str-brow-lids", "");
    tell(*state, "condition", "synk");
    check_due(*state, "rom-upper-face", "");
    check_due(*state, "nmr-smile-eyes-open", "weak narrows injected");
}

static void what_was_answered_is_asked_once(void **state) {
    answer_all(*state, "cold-compress", 1); // no
    check_due(*state, "cold-compress", "");
    check_due(*state, "warm-lids", "");
    told(*state, "skin", "no");
    told(*state, "asks", NULL);
    tell(*state, "skin", "");
    check_due(*state, "warm-lids", "skin");
}

static void yes_is_told_to_the_profile(void **state) {
    tell(*state, "asks", "nuts,heart");
    answer_all(*state, "cold-compress", 0);
    told(*state, "skin", "yes");
    told(*state, "asks", "heart,stabbing-pain,cold-allergy,nuts");
    check_due(*state, "breath-box", ""); // told before
}

static void the_choice_names_what_it_is(void **state) {
    answer_all(*state, "breath-478", 3);
    told(*state, "asks", "pregnancy");
    struct allowed allowed = allowed_now_for(*state, "breath-box");
    assert_int_equal(allowed.gating.reason, REASON_BREATH_HOLD);
}

static void an_injection_today_counts_to_the_end_of_tomorrow(void **state) {
    answer_all(*state, "mas-face-full", 0);
    told(*state, "toxin", "2026-11-21");
    struct allowed allowed = allowed_now_for(*state, "nmr-smile-eyes-open");
    assert_int_equal(allowed.gating.word, PROFILE_TOXIN_24H);
    assert_int_equal(allowed.gating.until_s, morning.utc_s + (16 + 24) * HOUR_S);
}

static void an_injection_yesterday_has_its_date(void **state) {
    answer_all(*state, "mas-face-full", 1);
    told(*state, "toxin", "2026-11-20");
}

static void no_answer_is_no_answer(void **state) {
    answer_all(*state, "nmr-smile-eyes-open", -1);
    answer_all(*state, "mas-face-full", -1);
    told(*state, "answers", NULL);
    told(*state, "asks", NULL);
    told(*state, "toxin", NULL);
    check_due(*state, "nmr-smile-eyes-open", "weak narrows injected");
    check_due(*state, "mas-face-full", "injection stabbing stroke");
}

// Two of three are not kept: half an answer decides nothing.
static void the_three_answers_go_together(void **state) {
    struct room *room = *state;
    const struct question *due[QUESTIONS_MAX];
    struct error err = {0};
    int count = due_for(room, "nmr-smile-eyes-open", due);
    assert_int_equal(count, 3);
    assert_true(questions_keep(room->house.store, due, (int[]){1, -1, 1}, 3, morning, &err));
    told(room, "answers", NULL);
    assert_true(questions_keep(room->house.store, due, (int[]){1, 0, 2}, 3, morning, &err));
    told(room, "answers", "no,yes,unsure");
}

static void what_is_told_holds_at_once(void **state) {
    struct room *room = *state;
    const struct question *due[QUESTIONS_MAX];
    struct profile profile = {0};
    due_for(room, "nmr-smile-eyes-open", due);
    questions_tell(due, (int[]){0, 1, 2}, 3, morning, &profile);
    assert_int_equal(profile.answers[ANSWER_WEAK], REPLY_YES);
    assert_int_equal(profile.answers[ANSWER_NARROWS], REPLY_NO);
    assert_int_equal(profile.answers[ANSWER_INJECTED], REPLY_UNSURE);
    assert_int_equal(profile.answers_s, morning.utc_s);
    due_for(room, "warm-massage-breath", due);
    questions_tell(due, (int[]){2, 1, 0, 1}, 4, morning, &profile);
    assert_int_equal(profile.skin, REPLY_UNSURE);
    assert_int_equal(profile.asks, 1u << ASK_STABBING_PAIN | 1u << ASK_CAROTID);
    assert_true(profile.toxin_told);
    assert_int_equal(profile.toxin_s, morning.utc_s - 8 * HOUR_S); // yesterday's end
}

// Not sure of an injection: this time as if there were one, asked anew before the next.
static void not_sure_of_an_injection_waits(void **state) {
    struct room *room = *state;
    const struct question *due[QUESTIONS_MAX];
    struct profile profile = {0};
    due_for(room, "mas-face-full", due);
    questions_tell(due, (int[]){3, 1, 3}, 3, morning, &profile);
    assert_true(profile_words_at(&profile, morning.utc_s, 24) & 1u << PROFILE_TOXIN_24H);
    struct error err = {0};
    assert_true(questions_keep(room->house.store, due, (int[]){3, 1, 3}, 3, morning, &err));
    told(room, "toxin", NULL);
    check_due(room, "mas-face-full", "injection");
}

static void every_question_can_be_left_unsure(void **state) {
    static const char *const ids[] = {"breath-478", "nmr-smile-eyes-open", "cold-compress",
                                      "warm-massage-breath"};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        const struct question *due[QUESTIONS_MAX];
        int count = due_for(*state, ids[i], due);
        assert_true(count > 0);
        for (int at = 0; at < count; at++) {
            assert_string_equal(due[at]->answers[due[at]->answer_count - 1], "Not sure");
            assert_true(question_is_answer(due[at]) || question_caution(due[at]) != NULL);
        }
    }
}

static int anew_for(struct room *room, const char *id, const struct question *due[QUESTIONS_MAX]) {
    struct person person;
    struct error err = {0};
    assert_true(person_read(&room->house, &person, &err));
    struct allowed allowed = allowed_for(&person, routine(room, id));
    int count = questions_anew(&person, &allowed, due);
    person_free(&person);
    return count;
}

static void check_anew(struct room *room, const char *id, const char *wanted) {
    const struct question *due[QUESTIONS_MAX];
    struct text_builder ids = {0};
    int count = anew_for(room, id, due);
    text_add(&ids, "");
    for (int i = 0; i < count; i++) {
        text_add_format(&ids, "%s%s", i > 0 ? " " : "", due[i]->id);
    }
    assert_string_equal(ids.text, wanted);
    text_builder_free(&ids);
}

// What the shutting answer can be asked for again, and what has to stay as it was told.
static void what_an_answer_shuts_can_be_answered_anew(void **state) {
    static const struct {
        const char *key, *value, *routine, *anew;
    } rows[] = {
        {"answers", "no,no,yes", "rom-lower-face", "weak narrows injected"},
        {"answers", "no,yes,no", "rom-lower-face", "weak narrows injected"}, // as with synk
        {"answers", "unsure,no,no", "rom-lower-face", "weak narrows injected"},
        {"answers", "no,no,no", "rom-lower-face", ""},
        {"answers", "no,no,yes", "breath-calm", ""},
        {"condition", "synk", "rom-lower-face", ""}, // a diagnosis is no slip
        {"condition", "palsy-early", "rom-lower-face", ""},
        {"floppy", "yes", "rom-lower-face", ""},
        {"surgery", "2026-11-19", "mas-face-full", ""},
        {"skin", "no", "warm-lids", "skin"},
        {"skin", "unsure", "cold-compress", "skin"},
        {"skin", "yes", "warm-lids", ""},
        {"asks", "stabbing-pain", "cold-compress", "stabbing"},
        {"asks", "carotid", "mas-face-full", "stroke"},
        {"asks", "cold-allergy", "cold-compress", "cold"},
        {"asks", "cold-allergy", "warm-lids", ""},
        {"asks", "heart,nuts", "breath-478", "breath"},
        {"toxin", "2026-11-21", "mas-face-full", "injection"},
        {"toxin", "2026-11-01", "mas-face-full", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        tell(*state, rows[i].key, rows[i].value);
        check_anew(*state, rows[i].routine, rows[i].anew);
        tell(*state, rows[i].key, "");
    }
}

// A clear no takes back what this question told, and nothing else; "not sure" takes back nothing.
static void a_clear_no_takes_back(void **state) {
    static const struct {
        const char *key, *value, *routine;
        int answer;
        const char *left;
    } rows[] = {
        {"asks", "asthma,heart,stroke,nuts", "breath-478", 4, "stroke,nuts"},
        {"asks", "asthma,heart,stroke,nuts", "breath-478", 5, "asthma,heart,stroke,nuts"},
        {"asks", "stabbing-pain", "warm-lids", 1, ""},
        {"asks", "stabbing-pain", "warm-lids", 2, "stabbing-pain"},
        {"asks", "stroke,carotid", "mas-face-full", 2, "stroke,carotid,blood-thinners"},
        {"asks", "stroke,carotid", "mas-face-full", 3, ""},
        {"skin", "no", "warm-lids", 0, "yes"},
        {"skin", "no", "warm-lids", 2, "unsure"},
        {"toxin", "2026-11-21", "mas-face-full", 2, ""},
        {"toxin", "2026-11-21", "mas-face-full", 3, "2026-11-21"},
    };
    struct room *room = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct question *due[QUESTIONS_MAX];
        struct error err = {0};
        struct profile profile;
        tell(room, rows[i].key, rows[i].value);
        assert_int_equal(anew_for(room, rows[i].routine, due), 1);
        assert_true(profile_read(room->house.store, morning, &profile, &err));
        questions_tell(due, &rows[i].answer, 1, morning, &profile);
        assert_true(questions_keep(room->house.store, due, &rows[i].answer, 1, morning, &err));
        told(room, rows[i].key, rows[i].left);
        // What holds in this sitting is what is kept.
        struct profile kept;
        assert_true(profile_read(room->house.store, morning, &kept, &err));
        assert_int_equal(profile.asks, kept.asks);
        assert_int_equal(profile.skin, kept.skin);
        assert_int_equal(profile.toxin_told, kept.toxin_told);
        tell(room, rows[i].key, "");
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(calm_breathing_and_letting_go_need_no_answer),
        TEST(each_kind_asks_what_decides_it),
        TEST(the_side_is_asked_where_it_decides),
        TEST(a_side_that_was_told_is_not_asked),
        TEST(what_is_shut_asks_nothing),
        TEST(what_was_answered_is_asked_once),
        TEST(yes_is_told_to_the_profile),
        TEST(the_choice_names_what_it_is),
        TEST(an_injection_today_counts_to_the_end_of_tomorrow),
        TEST(an_injection_yesterday_has_its_date),
        TEST(no_answer_is_no_answer),
        TEST(the_three_answers_go_together),
        TEST(what_is_told_holds_at_once),
        TEST(not_sure_of_an_injection_waits),
        TEST(every_question_can_be_left_unsure),
        TEST(what_an_answer_shuts_can_be_answered_anew),
        TEST(a_clear_no_takes_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
