// SPDX-License-Identifier: MIT
#include "run/profile_items.h"

#include <assert.h>
#include <string.h>

#include "run/date_read.h"

static const struct profile_item items[] = {
    {.key = "condition",
     .form = ITEM_SEVERAL,
     .head = N_("What a doctor has said"),
     .name = N_("What it is called"),
     .question = N_("What has a doctor told you?"),
     .decides = N_("This decides which routines are open. Several may be right; the careful one "
                   "counts."),
     .choices = {{"hfs", N_("Hemifacial spasm"), N_("one side of the face twitches")},
                 {"bsp", N_("Blepharospasm"), N_("both eyes blink or close too much")},
                 {"myok", N_("Lid twitch"), N_("only an eyelid flutters")},
                 {"synk", N_("Linked movements (synkinesis)"),
                  N_("after a palsy: one part moves along with another")},
                 {"palsy-weak", N_("Facial palsy that is coming back"),
                  N_("three months or longer ago, and it moves again")},
                 {"palsy-early", N_("Fresh facial palsy"),
                  N_("less than three months ago, or still floppy")},
                 {"unknown", N_("Not sure, or nobody has told me"), N_("the careful choice")}}},
    {.key = "affected",
     .form = ITEM_ONE,
     .name = N_("Side"),
     .question = N_("Lift the hand on the side that twitches or is weak. Which one is it?"),
     .decides = N_("Routines name this side, and the picture shows it as in a mirror."),
     .choices = {{"left", N_("Left"), NULL},
                 {"right", N_("Right"), NULL},
                 {"both", N_("Both"), N_("worth telling a doctor, if it is new")},
                 {NULL, N_("Not sure"), NULL}}},
    {.key = "cause",
     .form = ITEM_TEXT,
     .name = N_("Cause"),
     .question = N_("What cause were you told?"),
     .decides = N_("In your own words, for yourself and for your next visit. It opens and closes "
                   "nothing."),
     .choices = {{N_("A vessel that touches the nerve"), N_("A vessel that touches the nerve"),
                  NULL},
                 {N_("After Bell's palsy"), N_("After Bell's palsy"), NULL},
                 {N_("None was found"), N_("None was found"), NULL},
                 {NULL, N_("Not sure"), NULL}}},
    {.key = "neurologist",
     .form = ITEM_ONE,
     .name = N_("Neurologist"),
     .question = N_("Does a neurologist look after your face?"),
     .decides = N_("With a yes the card about warmth that is needed often stays away."),
     .choices = {{"yes", N_("Yes"), NULL}, {"no", N_("No"), NULL}, {NULL, N_("Not sure"), NULL}}},
    {.key = "onset",
     .form = ITEM_DATE,
     .head = N_("A palsy"),
     .name = N_("Beginning of the palsy"),
     .question = N_("When did the palsy begin?"),
     .decides = N_("What is asked of you later goes by this day. It opens and closes nothing by "
                   "itself."),
     .choices = {{NULL, N_("No palsy, or not sure when"), NULL}}},
    {.key = "floppy",
     .form = ITEM_ONE,
     .name = N_("Floppy face"),
     .question = N_("Does a part of your face, or an eyelid, hang and not move at all yet?"),
     .decides = N_("While it does, nothing there is exercised; some routines are only imagined."),
     .choices = {{"yes", N_("Yes"), N_("it does not move yet")},
                 {"no", N_("No"), N_("some movement is back, or was never gone")},
                 {NULL, N_("Not sure"), NULL}}},
    {.key = "answers",
     .form = ITEM_ANSWERS,
     .head = N_("Before the face moves"),
     .name = N_("Three answers"),
     .question = N_("Three answers before the first face movement"),
     .decides = N_("They decide with which movements you begin, and how gently. After 90 days "
                   "without one they are asked again."),
     .choices = {{"yes", N_("Yes"), NULL},
                 {"no", N_("No"), NULL},
                 {"unsure", N_("Not sure"), NULL}}},
    {.key = "surgery",
     .form = ITEM_DATE,
     .head = N_("Operation and injection"),
     .name = N_("Operation"),
     .question = N_("When was an operation on face, ear, skull or jaw?"),
     .decides = N_("From that day on everything on the face waits for your surgeon's word."),
     .choices = {{NULL, N_("None, or not sure"), NULL}}},
    {.key = "released",
     .form = ITEM_DATE,
     .name = N_("The surgeon's word"),
     .question = N_("From which day on has your surgeon allowed everything again?"),
     .decides = N_("From that day on the operation closes nothing any more."),
     .ahead = true,
     .choices = {{NULL, N_("Not yet, or not sure"), NULL}}},
    {.key = "toxin",
     .form = ITEM_DATE,
     .name = N_("Last injection"),
     .question = N_("When was the last injection of botulinum toxin in the face?"),
     .decides = N_("For a day after it massage and warmth rest. With the hour it opens sooner."),
     .choices = {{"", N_("None, or longer ago"), NULL}, {NULL, N_("Not sure"), NULL}}},
    {.key = "skin",
     .form = ITEM_ONE,
     .head = N_("To ask a doctor about first"),
     .name = N_("Feeling of the skin"),
     .question = N_("Does the skin of your face feel warm, cold and touch as usual?"),
     .decides = N_("Without that feeling neither warmth nor cold is safe."),
     .choices = {{"yes", N_("Yes"), NULL},
                 {"no", N_("No"), N_("somewhere it is numb or feels otherwise")},
                 {"unsure", N_("Not sure"), N_("the careful choice, as for no")}}},
    {.key = "asks",
     .form = ITEM_SEVERAL,
     .name = N_("What concerns you"),
     .question = N_("Which of these concern you?"),
     .decides = N_("Each one switches on a caution, some close a kind of routine until a doctor "
                   "says yes."),
     .choices = {{"asthma", N_("Asthma"), NULL},
                 {"copd", N_("COPD, a narrowing of the lungs"), NULL},
                 {"heart", N_("Heart trouble"), NULL},
                 {"pregnancy", N_("Pregnancy"), NULL},
                 {"stabbing-pain", N_("Stabbing pain in the face, by touch or cold"), NULL},
                 {"stroke", N_("A stroke ever, also one that passed"), NULL},
                 {"carotid", N_("A narrowed artery of the neck"), NULL},
                 {"cold-allergy", N_("Hives or white fingers by cold (Raynaud)"), NULL},
                 {"blood-thinners", N_("Medicine that thins the blood"), NULL},
                 {"", N_("None of these"), NULL},
                 {NULL, N_("Not sure"), NULL}}},
    {.key = "trick",
     .form = ITEM_TEXT,
     .head = N_("For the moment it grips"),
     .name = N_("Your own trick"),
     .question = N_("What helps when it grips?"),
     .decides = N_("It is read to you in “When it grips now”. Never a finger on the eye."),
     .choices = {{N_("A fingertip rests on the temple"), N_("A fingertip rests on the temple"),
                  NULL},
                 {N_("Humming softly"), N_("Humming softly"), NULL},
                 {N_("Looking a little down"), N_("Looking a little down"), NULL},
                 {NULL, N_("None yet, or not sure"), NULL}}},
};
enum { ITEMS = sizeof items / sizeof *items };

int profile_item_count(void) {
    return ITEMS;
}

const struct profile_item *profile_item(int index) {
    assert(index >= 0 && index < ITEMS);
    return &items[index];
}

int profile_item_find(const char *key) {
    for (int i = 0; i < ITEMS; i++) {
        if (strcmp(items[i].key, key) == 0) {
            return i;
        }
    }
    return -1;
}

int profile_item_choice_count(const struct profile_item *item) {
    int count = 0;
    while (count < ITEM_CHOICES_MAX && item->choices[count].text) {
        count++;
    }
    return count;
}

// The word may be what a doctor has said, or what other answers amount to.
static const char *key_of_word(const struct profile *profile, enum profile_word word) {
    if (word == PROFILE_TOXIN_24H) {
        return "toxin";
    }
    if (word == PROFILE_UNKNOWN || profile->conditions & 1u << word) {
        return "condition";
    }
    bool floppy = profile->floppy == REPLY_YES || profile->floppy == REPLY_UNSURE;
    return word == PROFILE_PALSY_EARLY && floppy ? "floppy" : "answers";
}

static const char *key_behind(const struct profile *profile, const struct gating *gating) {
    switch (gating->reason) {
    case REASON_SKIN:
        return "skin";
    case REASON_FLOPPY:
        return "floppy";
    case REASON_SURGERY:
        return "released";
    case REASON_STABBING_PAIN:
    case REASON_STROKE:
    case REASON_COLD_ALLERGY:
    case REASON_BREATH_HOLD:
        return "asks";
    case REASON_ANSWER_INJECTED:
        return "toxin";
    case REASON_WORD:
        return key_of_word(profile, gating->word);
    default:
        return "";
    }
}

int profile_item_behind(const struct profile *profile, const struct gating *gating) {
    return profile_item_find(key_behind(profile, gating));
}

// What stands for nothing: the choice that is not asked again, or "not sure".
static const char *empty_words(const struct profile_item *item, bool asked) {
    const char *found = N_("Not sure");
    for (int i = 0; i < profile_item_choice_count(item); i++) {
        const char *value = item->choices[i].value;
        if (asked ? value && *value == '\0' : !value) {
            found = item->choices[i].text;
        }
    }
    return _(found);
}

static const char *choice_words(const struct profile_item *item, const char *value, size_t length) {
    for (int i = 0; i < profile_item_choice_count(item); i++) {
        const char *known = item->choices[i].value;
        if (known && strlen(known) == length && strncmp(known, value, length) == 0) {
            return _(item->choices[i].text);
        }
    }
    return NULL;
}

// The words of a list in the form's order are those of the store. Others' words stay as they are.
static void list_words(struct text_builder *text, const struct profile_item *item,
                       const char *list) {
    while (*list) {
        size_t length = strcspn(list, ",");
        const char *known = choice_words(item, list, length);
        text_add(text, text->length > 0 ? "; " : "");
        if (known) {
            text_add(text, known);
        } else {
            text_add_bytes(text, list, length);
        }
        list += length + (list[length] == ',');
    }
}

void profile_item_words(struct text_builder *text, const struct profile_item *item,
                        const char *value, bool asked, struct wall now) {
    char date[DATE_WORDS_MAX];
    if (*value == '\0') {
        text_add(text, empty_words(item, asked));
        return;
    }
    switch (item->form) {
    case ITEM_DATE:
        date_words(value, now, date);
        text_add(text, *date ? date : value);
        break;
    case ITEM_TEXT:
        text_add(text, value);
        break;
    default:
        list_words(text, item, value);
        break;
    }
}

bool profile_list_holds(const char *list, const char *word) {
    size_t length = strlen(word);
    while (*list) {
        size_t span = strcspn(list, ",");
        if (span == length && strncmp(list, word, length) == 0) {
            return true;
        }
        list += span + (list[span] == ',');
    }
    return false;
}

static bool is_unknown(const char *word, size_t length) {
    return length == strlen("unknown") && strncmp(word, "unknown", length) == 0;
}

void profile_list_turn(struct text_builder *to, const char *list, const char *word) {
    size_t length = strlen(word);
    bool alone = is_unknown(word, length);
    bool held = profile_list_holds(list, word);
    while (*list && !alone) {
        size_t span = strcspn(list, ",");
        bool same = span == length && strncmp(list, word, length) == 0;
        if (!same && !is_unknown(list, span)) {
            text_add(to, to->length > 0 ? "," : "");
            text_add_bytes(to, list, span);
        }
        list += span + (list[span] == ',');
    }
    if (!held) {
        text_add_format(to, "%s%s", to->length > 0 ? "," : "", word);
    }
    text_add(to, ""); // never NULL
}
