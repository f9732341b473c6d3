// SPDX-License-Identifier: MIT
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "cli/columns.h"
#include "cli/stats.h"
#include "run/day_words.h"
#include "run/number_words.h"
#include "run/sign_words.h"
#include "run/status_words.h"

// `repose stats` in words (domain.md 7.4): what was done and how it was, never a mark. A figure
// that rests on too few days is not there at all.

enum { INDENT = 2, WEEKS_SHOWN = 12, WEEK_WIDTH = 22, MEDIAN_WIDTH = 6, NAME_WIDTH = 34 };

struct page {
    struct house *house;
    const struct figures *figures;
    int width;
};

static void head(const char *text) {
    printf("\n%s\n", text);
}

// Prints a paragraph under a head and empties it.
static void flush(const struct page *page, struct text_builder *text) {
    if (text->length > 0) {
        columns_wrap(
            stdout, &(struct columns_margin){.first = "  ", .indent = INDENT, .width = page->width},
            text->text);
    }
    text_builder_free(text);
}

// To one decimal, with the sign where one is wanted.
static const char *tenth(double value, bool sign, char to[TEXT_NUMBER_MAX]) {
    char digits[TEXT_NUMBER_MAX];
    double rounded = round(value * 10) / 10;
    number_words(fabs(rounded), digits);
    text_format(to, TEXT_NUMBER_MAX, "%s%s",
                rounded < 0           ? "−"
                : sign && rounded > 0 ? "+"
                                      : "",
                digits);
    return to;
}

// ---- what was done ----

static void add_sessions(struct text_builder *text, const struct figures *figures) {
    char length[DAY_WORDS_LENGTH_MAX];
    text_add_format(text,
                    text_translate_count("%d session, %s: %d complete, %d in part.",
                                         "%d sessions, %s: %d complete, %d in part.",
                                         (unsigned long)figures->sessions),
                    figures->sessions, day_words_length(figures->played_ms, length),
                    figures->complete, figures->partial);
    if (figures->well > 0) {
        text_add_format(text,
                        text_translate_count(" %d of them ended well, at the pull or when it was "
                                             "good.",
                                             " %d of them ended well, at the pull or when it was "
                                             "good.",
                                             (unsigned long)figures->well),
                        figures->well);
    }
    if (figures->ticked > 0) {
        text_add_format(text,
                        text_translate_count(" %d was ticked off.", " %d were ticked off.",
                                             (unsigned long)figures->ticked),
                        figures->ticked);
    }
}

static void print_done(const struct page *page) {
    const struct figures *figures = page->figures;
    struct text_builder text = {0};
    head(_("What was done"));
    if (figures->sessions > 0) {
        add_sessions(&text, figures);
    } else {
        text_add(&text, _("No session in this time."));
    }
    flush(page, &text);
    if (figures->week_asked && figures->last >= figures->today) {
        text_add_format(&text, _("This week %d of %d. In studies people manage about two thirds."),
                        figures->week_done, figures->week_due);
        flush(page, &text);
    }
    if (figures->adherence.given) {
        text_add_format(&text,
                        text_translate_count("In all this time %d of %d that was asked for.",
                                             "In all this time %d of %d that were asked for.",
                                             (unsigned long)figures->adherence.due),
                        figures->adherence.done, figures->adherence.due);
        flush(page, &text);
    }
    if (page->house->settings.streak && figures->streak > 0) {
        text_add_format(&text,
                        text_translate_count("%d day running with all that was asked for.",
                                             "%d days running with all that was asked for.",
                                             (unsigned long)figures->streak),
                        figures->streak);
        flush(page, &text);
    }
}

// ---- how the face was ----

static void print_weeks(const struct figures *figures) {
    int first = figures->week_count > WEEKS_SHOWN ? figures->week_count - WEEKS_SHOWN : 0;
    for (int i = first; i < figures->week_count; i++) {
        const struct week_value *week = &figures->weeks[i];
        char day[DAY_WORDS_DATE_MAX], text[DAY_WORDS_DATE_MAX + 16], value[TEXT_NUMBER_MAX];
        fputs("    ", stdout);
        // TRANSLATORS: a week, by its Monday: "from 16 November"
        text_format(text, sizeof text, _("from %s"), day_words_day_month(week->monday, day));
        columns_cell(stdout, text, WEEK_WIDTH);
        columns_cell(stdout, week->given ? number_words(week->value, value) : "–", MEDIAN_WIDTH);
        printf(text_translate_count("%d day\n", "%d days\n", (unsigned long)week->n), week->n);
    }
}

static void add_slope(struct text_builder *text, double per_week) {
    char points[TEXT_NUMBER_MAX];
    enum { LEVEL_TENTHS = 1 };
    bool level = fabs(round(per_week * 10)) < LEVEL_TENTHS;
    tenth(fabs(per_week), false, points);
    if (level) {
        text_add(text, _("The numbers of the last stretch stay about level."));
    } else if (per_week > 0) {
        text_add_format(text, _("The numbers of the last stretch rise by about %s a week."),
                        points);
    } else {
        text_add_format(text, _("The numbers of the last stretch fall by about %s a week."),
                        points);
    }
}

static void print_status(const struct page *page) {
    const struct figures *figures = page->figures;
    struct text_builder text = {0};
    status_words_quiet(&text, &figures->quiet);
    flush(page, &text);
    status_words_quiet_note(&text, &figures->quiet);
    flush(page, &text);
    if (figures->cycle_day >= 0) {
        status_words_week(&text, figures->cycle_day, &figures->compared);
        flush(page, &text);
    }
    if (figures->cycle_day >= 0 && figures->compared.given) {
        status_words_compared(&text, &figures->compared);
        flush(page, &text);
    }
}

static void print_face(const struct page *page) {
    const struct figures *figures = page->figures;
    struct text_builder text = {0};
    char median[TEXT_NUMBER_MAX];
    head(_("How the face was, at its worst in a day (0 to 10)"));
    if (figures->rated == 0) {
        text_add(&text, _("No number in this time."));
        flush(page, &text);
    } else {
        text_add_format(&text,
                        text_translate_count("%d day with a number, in the middle %s.",
                                             "%d days with a number, in the middle %s.",
                                             (unsigned long)figures->rated),
                        figures->rated, number_words(figures->median, median));
        if (figures->week_count > 1) {
            text_add(&text, " ");
            text_add(&text, _("By weeks, each from four days on:"));
        }
        flush(page, &text);
        if (figures->week_count > 1) {
            print_weeks(figures);
        }
    }
    // While an injection is present its days are compared instead.
    if (figures->slope_given && figures->cycle_day < 0) {
        add_slope(&text, figures->slope_per_week);
        flush(page, &text);
    }
    print_status(page);
}

// ---- around sessions ----

static const char *title_of(const struct house *house, const char *id) {
    const struct catalog_entry *entry = catalog_find(&house->catalog, id);
    if (strcmp(id, FIGURES_CHAIN) == 0) {
        return _("Several in a row");
    }
    return entry && !entry->error ? entry->routine.title : id;
}

static void print_change(const struct page *page, const struct routine_figures *routine) {
    const struct change *change = &routine->change;
    char mean[TEXT_NUMBER_MAX], low[TEXT_NUMBER_MAX], high[TEXT_NUMBER_MAX];
    fputs("    ", stdout);
    columns_cell(stdout, title_of(page->house, routine->id), NAME_WIDTH);
    printf(text_translate_count("  %s (%s to %s), %d time\n", "  %s (%s to %s), %d times\n",
                                (unsigned long)change->n),
           tenth(change->mean, true, mean), tenth(change->low, true, low),
           tenth(change->high, true, high), change->n);
}

static void print_changes(const struct page *page) {
    const struct figures *figures = page->figures;
    struct text_builder text = {0};
    bool any = false;
    for (int i = 0; i < figures->routine_count; i++) {
        any = any || figures->routines[i].change.given;
    }
    if (!any) {
        return;
    }
    house_read_catalog(page->house);
    head(_("Around sessions"));
    text_add(&text, _("The number after less the number before: the mean, and in brackets where it "
                      "lies with 95 in 100. It is what happened around a session, not because of "
                      "it."));
    flush(page, &text);
    for (int i = 0; i < figures->routine_count; i++) {
        if (figures->routines[i].change.given) {
            print_change(page, &figures->routines[i]);
        }
    }
}

// ---- signs ----

static void print_sign(const struct page *page, const struct sign *sign) {
    struct sign_sentences facts = {0};
    struct text_builder text = {0};
    const char *urgency = sign_words_urgency(sign_rows[sign->id].urgency);
    text_add(&text, sign_words_title(sign->id));
    if (*urgency) {
        text_add_format(&text, " (%s)", urgency);
    }
    text_add(&text, ".");
    sign_words_facts(&facts, sign);
    for (int i = 0; i < facts.count; i++) {
        text_add_format(&text, " %s", facts.sentences[i].text);
    }
    sign_sentences_free(&facts);
    text_add(&text, " ");
    sign_words_say(&text, sign);
    flush(page, &text);
}

static void print_signs(const struct page *page, const struct raised_signs *raised) {
    if (raised->count > 0) {
        head(_("When a doctor should hear of it"));
    }
    for (int i = 0; i < raised->count; i++) {
        print_sign(page, &raised->signs[i]);
    }
}

void stats_print(struct house *house, const struct figures *figures,
                 const struct raised_signs *raised) {
    const struct page page = {.house = house, .figures = figures, .width = columns_width()};
    char first[DAY_WORDS_DATE_MAX], last[DAY_WORDS_DATE_MAX];
    printf(_("From %s to %s"), day_words_day(figures->first, first),
           day_words_day(figures->last, last));
    putchar('\n');
    print_done(&page);
    print_face(&page);
    print_changes(&page);
    print_signs(&page, raised);
}
