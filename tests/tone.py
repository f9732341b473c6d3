# SPDX-License-Identifier: MIT
"""What is said to a person, held against the words that nobody is told (domain.md 7.4).

tone.py EXCUSES PO...: reads catalogues of texts and prints each text with a word that is not
allowed and no excuse, and each excuse that nothing needs any more. Exit status 1 where there is any.

A language whose words are not listed here is held against "!" alone.
"""

import re
import sys

# Of all rooms: no exclamation mark, no promise, nothing that calms about a twitch, no mark.
EVERYWHERE = {
    "en": r"!|\b(?:missed|overdue|try harder|you should|cured?s?|heal(?:s|ed|ing)?|recovered"
    r"|harmless|thanks to|incomplete)\b",
    "de": r"!|\b(?:verpass\w*|versäum\w*|überfällig\w*|streng\w* Sie sich|Sie sollten|geheilt\w*"
    r"|heil(?:t|en|ung)\b|genesen|harmlos\w*|dank|unvollständig\w*)\b",
}
# Of the rooms that speak to a person about herself: what she did, did not do or rated.
TO_A_PERSON = {
    "en": r"\b(?:fail(?:s|ed|ure)?|should|must|not done|because of|only|still|again)\b",
    "de": r"\b(?:versag\w*|scheiter\w*|gescheitert|soll(?:te|ten|test)|nicht geschafft|leider"
    r"|wegen|nur|immer noch|wieder|erst (?:wieder|dann))\b",
}
ROOMS = re.compile(r"\bsrc/(?:app|run|report)/")


def entries(path):
    """The entries of a catalogue: (places, msgid, the texts in its language)."""
    found = []
    with open(path, encoding="utf-8") as file:
        blocks = file.read().split("\n\n")
    for block in blocks:
        places, texts, key = "", {}, None
        for line in block.split("\n"):
            if line.startswith("#:"):
                places += line[2:]
            elif line.startswith("#~"):
                break
            begin = re.match(r"(msgid_plural|msgid|msgstr(?:\[\d\])?) \"(.*)\"$", line)
            if begin:
                key = begin.group(1)
                texts[key] = begin.group(2)
            elif line.startswith('"') and key:
                texts[key] += line[1:-1]
        if texts.get("msgid"):
            texts = {key: text.replace('\\"', '"') for key, text in texts.items()}
            said = [text for key, text in texts.items() if key.startswith("msgstr")]
            own = [text for key, text in texts.items() if key.startswith("msgid")]
            found.append((places, texts["msgid"], own, said))
    return found


def words_in(texts, language, places):
    rules = [EVERYWHERE.get(language, "!")]
    if ROOMS.search(places) and language in TO_A_PERSON:
        rules.append(TO_A_PERSON[language])
    return sorted(
        {word.lower() for rule in rules for text in texts for word in re.findall(rule, text, re.I)}
    )


def excuses_of(path):
    """msgids that may hold such a word: lines behind a reason that begins with "#"."""
    listed, reason = {}, None
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("#"):
                reason = line[1:].strip()
            elif line:
                if not reason:
                    sys.exit(f"{path}: {line}: without a reason")
                listed[line] = reason
    return listed


def main(excuses_path, catalogues):
    excuses, needed, bad = excuses_of(excuses_path), set(), 0
    for path in catalogues:
        language = re.sub(r".*/|\.pot?$", "", path)
        for places, msgid, own, said in entries(path):
            words = words_in(own, "en", places) + words_in(said, language, places)
            if not words:
                continue
            excuse = next((text for text in excuses if msgid.startswith(text)), None)
            if excuse:
                needed.add(excuse)
            else:
                bad += 1
                print(f"{path}: {', '.join(words)}: {msgid}\n   {' / '.join(said)}\n  {places}")
    for excuse in sorted(set(excuses) - needed):
        bad += 1
        print(f"{excuses_path}: nothing needs it any more: {excuse}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
