// SPDX-License-Identifier: MIT
#include "run/diary_entry_words.h"

#include "run/adjustments.h"
#include "run/day_words.h"
#include "run/diary_labels.h"
#include "run/diary_words.h"
#include "run/words.h"

// An entry in two lines.

static void add(struct text_builder *to, const char *text) {
    if (text && *text) {
        text_add_format(to, "%s%s", to->length > 0 ? " \u00b7 " : "", text);
    }
}

static void moment_title(struct text_builder *to, const struct moment *moment) {
    switch (moment->kind) {
    case MOMENT_COUNT:
        text_add_format(to, _("%d in a minute"), moment->per_minute);
        break;
    case MOMENT_QUESTION:
        text_add(to, _("A question for the next appointment"));
        break;
    case MOMENT_TASK:
        text_add(to, moment->text);
        break;
    case MOMENT_SPASM:
        if (moment->strength >= 0) {
            text_add_format(to, _("Spasm, %d of 10"), moment->strength);
        } else {
            text_add(to, _("Spasm"));
        }
        break;
    default:
        break;
    }
}

static void moment_line(struct text_builder *to, const struct moment *moment) {
    struct text_builder places = {0}, ticks = {0};
    diary_words_places(&places, moment->places);
    diary_words_ticks(&ticks, moment->ticks);
    add(to, moment->kind == MOMENT_QUESTION ? moment->text : "");
    add(to, moment->kind == MOMENT_TASK ? _("task") : "");
    add(to, words_side(moment->side));
    add(to, places.text);
    add(to, ticks.text);
    add(to, moment->note);
    text_builder_free(&places);
    text_builder_free(&ticks);
}

void diary_entry_title(struct text_builder *to, const struct diary_entry *entry) {
    switch (entry->kind) {
    case REMOVAL_RATING:
        text_add_format(to, _("Twitching %d"), entry->rating.twitch);
        break;
    case REMOVAL_DAY:
        text_add(to, _("How the day was"));
        break;
    case REMOVAL_WEEK:
        text_add(to, _("How the week was"));
        break;
    case REMOVAL_EVENT:
        text_add(to, diary_label_event(entry->event.kind));
        break;
    case REMOVAL_MOMENT:
        moment_title(to, &entry->moment);
        break;
    case REMOVAL_SESSION:
        text_add(to, entry->session.title);
        break;
    default:
        break;
    }
}

static void rating_line(struct text_builder *to, const struct rating *rating) {
    struct text_builder places = {0};
    diary_words_places(&places, rating->places);
    add(to, words_side(rating->side));
    add(to, places.text);
    add(to, rating->note);
    text_builder_free(&places);
}

static void form_line(struct text_builder *to, const struct day_form *form) {
    for (int field = 0; field < FIELD_COUNT; field++) {
        if (form->fields[field] >= 0) {
            struct text_builder value = {0};
            text_add_format(&value, "%s ", diary_label_field((enum day_field)field));
            diary_label_value(&value, (enum day_field)field, form->fields[field]);
            add(to, value.text);
            text_builder_free(&value);
        }
    }
    for (int tick = 0; tick < TICK_COUNT; tick++) {
        if (form->ticks >> tick & 1) {
            add(to, diary_words_tick((enum day_tick)tick));
        }
    }
    add(to, form->note);
}

static void week_line(struct text_builder *to, const struct week_form *week) {
    add(to, week->severity >= 0 ? diary_label_severity(week->severity) : "");
    add(to, week->frequency >= 0 ? diary_label_frequency(week->frequency) : "");
    if (week->impact >= 0) {
        struct text_builder impact = {0};
        text_add_format(&impact, _("disturbed my week: %d"), week->impact);
        add(to, impact.text);
        text_builder_free(&impact);
    }
    add(to, week->note);
}

// Its begin is the day under which it stands.
static void event_line(struct text_builder *to, const struct event *event) {
    char until[DAY_WORDS_DATE_MAX];
    if (event->until_day != EVENT_OPEN && event->until_day != event->day) {
        text_add_format(to, _("until %s"), day_words_day(event->until_day, until));
    }
    if (event->rated) {
        struct text_builder effect = {0};
        text_add_format(&effect, _("worked %d %%"), event->effect);
        add(to, effect.text);
        text_builder_free(&effect);
    }
    add(to, event->note);
}

static void session_line(struct text_builder *to, const struct session_record *session) {
    char length[DAY_WORDS_LENGTH_MAX];
    bool whole = session->status == SESSION_COMPLETE;
    text_add(to, session->source[0] == 't' ? _("without the screen")
                 : whole                   ? _("whole")
                                           : _("a part"));
    add(to, day_words_length(session->played_ms, length));
    if (session->before >= 0 && session->after >= 0) {
        struct text_builder rated = {0};
        text_add_format(&rated, _("%d before, %d after"), session->before, session->after);
        add(to, rated.text);
        text_builder_free(&rated);
    }
    add(to, session->note);
}

void diary_entry_line(struct text_builder *to, const struct diary_entry *entry) {
    switch (entry->kind) {
    case REMOVAL_RATING:
        rating_line(to, &entry->rating);
        break;
    case REMOVAL_DAY:
        form_line(to, &entry->form);
        break;
    case REMOVAL_WEEK:
        week_line(to, &entry->week);
        break;
    case REMOVAL_EVENT:
        event_line(to, &entry->event);
        break;
    case REMOVAL_MOMENT:
        moment_line(to, &entry->moment);
        break;
    case REMOVAL_SESSION:
        session_line(to, &entry->session);
        break;
    default:
        break;
    }
}

const char *diary_entry_clock(struct wall at, char to[DIARY_TIME_MAX]) {
    enum { MINUTE_S = 60, HOUR_MIN = 60, DAY_MIN = 1440 };
    int64_t minute = at.utc_s / MINUTE_S + at.offset_min;
    int of_day = (int)((minute % DAY_MIN + DAY_MIN) % DAY_MIN);
    text_format(to, DIARY_TIME_MAX, "%d:%02d", of_day / HOUR_MIN, of_day % HOUR_MIN);
    return to;
}

static bool is_timed_session(const struct diary_entry *entry) {
    return entry->kind == REMOVAL_SESSION && adjustments_has_time(entry->session.options);
}

const char *diary_entry_time(const struct diary_entry *entry, char to[DIARY_TIME_MAX]) {
    const struct wall *at = entry->kind == REMOVAL_MOMENT ? &entry->moment.at
                            : is_timed_session(entry)     ? &entry->session.started
                            : entry->kind == REMOVAL_EVENT && entry->event.timed ? &entry->event.at
                                                                                 : NULL;
    to[0] = '\0';
    return at ? diary_entry_clock(*at, to) : to;
}
