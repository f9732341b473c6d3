// SPDX-License-Identifier: MIT
#include "run/question_rows.h"

#include "base/text.h"

#define YES_NO_UNSURE                                                                              \
    { N_("Yes"), N_("No"), N_("Not sure") }
enum { YES_NO_UNSURE_COUNT = 3 };

const struct question_row question_rows[QUESTION_ROWS] = {
    {{"weak", N_("Is a part of your face weak or hanging, or was it in the last three months?"),
      YES_NO_UNSURE, YES_NO_UNSURE_COUNT},
     BEFORE_FACE,
     "answers",
     {"yes", "no", "unsure"},
     NULL},
    {{"narrows", N_("When you smile or purse your lips, does an eye narrow by itself?"),
      YES_NO_UNSURE, YES_NO_UNSURE_COUNT},
     BEFORE_FACE,
     "answers",
     {"yes", "no", "unsure"},
     NULL},
    {{"injected",
      N_("An injection in the face in the last day, or an operation on face, ear, skull or jaw "
         "that "
         "the surgeon has not released yet?"),
      YES_NO_UNSURE, YES_NO_UNSURE_COUNT},
     BEFORE_FACE,
     "answers",
     {"yes", "no", "unsure"},
     NULL},
    {{"breath",
      N_("Holding the breath does not suit everybody. Does one of these concern you?"),
      {N_("Asthma"), N_("COPD, a narrowing of the lungs"), N_("Heart trouble"), N_("Pregnancy"),
       N_("None of these"), N_("Not sure")},
      6},
     BEFORE_HOLD,
     "asks",
     {"asthma", "copd", "heart", "pregnancy", NULL, NULL},
     "C2"},
    {{"skin", N_("Does the skin of your face feel warm, cold and touch as usual?"), YES_NO_UNSURE,
      YES_NO_UNSURE_COUNT},
     BEFORE_WARM | BEFORE_COLD,
     "skin",
     {"yes", "no", "unsure"},
     "C17"},
    {{"injection",
      N_("An injection of botulinum toxin in the face?"),
      {N_("Yes, today"), N_("Yes, yesterday"), N_("No, or longer ago"), N_("Not sure")},
      4},
     BEFORE_MASSAGE,
     "toxin",
     {"0", "1", NULL, NULL},
     "C8"},
    {{"stabbing", N_("Does touch or cold set off a sudden, stabbing pain in your face?"),
      YES_NO_UNSURE, YES_NO_UNSURE_COUNT},
     BEFORE_WARM | BEFORE_COLD | BEFORE_MASSAGE,
     "asks",
     {"stabbing-pain", NULL, NULL},
     "C17"},
    {{"stroke",
      N_("Does one of these concern you?"),
      {N_("A stroke ever, also one that passed"), N_("A narrowed artery of the neck"),
       N_("Medicine that thins the blood"), N_("None of these"), N_("Not sure")},
      5},
     BEFORE_MASSAGE,
     "asks",
     {"stroke", "carotid", "blood-thinners", NULL, NULL},
     "C15"},
    {{"cold", N_("Does cold give you hives, or white, numb fingers (Raynaud)?"), YES_NO_UNSURE,
      YES_NO_UNSURE_COUNT},
     BEFORE_COLD,
     "asks",
     {"cold-allergy", NULL, NULL},
     "C18"},
    {{"side",
      N_("Which side of your face is it? Lift the hand on that side."),
      {N_("Left"), N_("Right"), N_("Both sides"), N_("Not sure")},
      4},
     BEFORE_SIDE,
     "affected",
     {"left", "right", "both", NULL},
     NULL},
};
const struct question_row *question_row_of(const struct question *question) {
    const struct question_row *row = question_rows;
    while (&row->question != question) {
        row++;
    }
    return row;
}

void question_mark(const struct question_row *row, char to[QUESTION_MARK_MAX]) {
    text_format(to, QUESTION_MARK_MAX, "asked.%s", row->question.id);
}
