// SPDX-License-Identifier: MIT
#include "run/notice_words.h"

#include "base/text.h"

const char *notice_words_above(const struct notice *notice) {
    return notice->kind == NOTICE_SIGN ? sign_words_urgency(sign_rows[notice->sign.id].urgency)
                                       : "";
}

void notice_words_title(struct text_builder *text, const struct notice *notice) {
    switch (notice->kind) {
    case NOTICE_SIGN:
        text_add(text, sign_words_title(notice->sign.id));
        break;
    case NOTICE_FORTNIGHT:
        // TRANSLATORS: %s is the title of a fortnight
        text_add_format(text, _("“%s” is done"), notice->title);
        break;
    case NOTICE_NEW_PLAN:
        text_add(text, _("Your plan has changed"));
        break;
    case NOTICE_TOO_MUCH:
        text_add(text, _("Too much? Make it smaller"));
        break;
    case NOTICE_NONE:
    case NOTICE_KINDS:
        break;
    }
}

static void say_fortnight(struct text_builder *text, const struct notice *notice) {
    text_add_format(text, _("%d of %d."), notice->done, notice->due);
    if (notice->paused > 0) {
        text_add(text, " ");
        text_add_format(
            text,
            text_translate_count("%d rest day.", "%d rest days.", (unsigned long)notice->paused),
            notice->paused);
    }
    text_add(text, " ");
    text_add(text, _("How would you like to go on?"));
}

static void say_too_much(struct text_builder *text, const struct notice *notice) {
    const struct plan_less *less = &notice->less;
    if (less->after > 0) {
        text_add_format(text, _("“%s” could ask for less: %s, %d a day in place of %d."),
                        notice->title, less->name, less->after, less->before);
    } else {
        text_add_format(text, _("“%s” could ask for less, without %s."), notice->title, less->name);
    }
    text_add(text, " ");
    text_add(text, notice->therapist
                       ? _("It is your therapist's plan: a note for the next appointment says what "
                           "you have changed.")
                       : _("A note for the next appointment says what you have changed."));
}

void notice_words_say(struct text_builder *text, const struct notice *notice) {
    switch (notice->kind) {
    case NOTICE_SIGN:
        sign_words_say(text, &notice->sign);
        break;
    case NOTICE_FORTNIGHT:
        say_fortnight(text, notice);
        break;
    case NOTICE_NEW_PLAN:
        text_add(text, notice->title);
        break;
    case NOTICE_TOO_MUCH:
        say_too_much(text, notice);
        break;
    case NOTICE_NONE:
    case NOTICE_KINDS:
        break;
    }
}

void notice_words_facts(struct sign_sentences *facts, const struct notice *notice) {
    *facts = (struct sign_sentences){.count = 0};
    if (notice->kind == NOTICE_SIGN) {
        sign_words_facts(facts, &notice->sign);
    }
}

const char *notice_words_answer(enum notice_answer answer) {
    switch (answer) {
    case NOTICE_DOCTOR:
        return sign_words_doctor();
    case NOTICE_AWAY:
        return sign_words_away();
    case NOTICE_APPOINTMENT:
        return _("Note the next appointment");
    case NOTICE_AGAIN:
        return _("Another two weeks");
    case NOTICE_STOP:
        return _("That was enough");
    case NOTICE_SEEN:
        return _("Seen, thank you");
    case NOTICE_LESS:
        return _("Make it smaller");
    case NOTICE_REST:
        return _("Rest today");
    case NOTICE_ANSWERS:
        break;
    }
    return "";
}

const char *notice_words_kept(enum notice_answer answer) {
    switch (answer) {
    case NOTICE_DOCTOR:
        return _("Kept. A doctor knows of it.");
    case NOTICE_AWAY:
        return _("Put away.");
    case NOTICE_AGAIN:
        return _("It has begun. It stands on Today.");
    case NOTICE_STOP:
        return _("Nothing is asked for now. Everything stays open.");
    case NOTICE_LESS:
        return _("It asks for less from now on.");
    case NOTICE_REST:
        return _("Today is a rest day.");
    case NOTICE_APPOINTMENT:
    case NOTICE_SEEN:
    case NOTICE_ANSWERS:
        break;
    }
    return _("Kept.");
}
