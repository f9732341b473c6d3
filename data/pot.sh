#!/bin/sh
# Gathers the texts shown to people from the sources: sh data/pot.sh FILE.pot
#
# _() and N_() mark a text; what reports a fault (error_set and its like) translates its own format,
# so that core, which knows no language, may hand up a plain sentence.
set -eu

target=$1
part=$(mktemp "${TMPDIR:-/tmp}/repose-pot-XXXXXX")
trap 'rm -f "$part" "$part.po"' EXIT

find src -name '*.c' | LC_ALL=C sort >"$part"
xgettext --from-code=UTF-8 --language=C --add-comments=TRANSLATORS: --add-location=file \
    --package-name=repose --copyright-holder='the authors of repose' --exclude-file=po/symbols.pot \
    --keyword --keyword=_ --keyword=N_ --keyword=text_translate_count:1,2 --keyword=text_translate_sense:1c,2 \
    --keyword=error_set:3 --keyword=log_warning:1 \
    --keyword=faults_add:5 --keyword=group_fault:3 --keyword=group_warning:3 \
    --keyword=group_node_fault:4 --keyword=faults_text:2 --keyword=stop_at_limit:3 \
    --keyword=scanner_fault:3 --keyword=scanner_mere_fault:3 --keyword=scanner_guess:3 \
    --keyword=syntax_guess:3 --keyword=syntax_mere_fault:3 \
    --keyword=statement_open:2 --keyword=statement_script:2 --keyword=statement_number:2 \
    --flag=error_set:3:c-format --flag=faults_add:5:c-format --flag=faults_text:2:c-format --flag=group_fault:3:c-format \
    --flag=group_warning:3:c-format --flag=group_node_fault:4:c-format --flag=log_warning:1:c-format \
    --files-from="$part" --output="$part.po"
# A date would change the file where no text has changed.
sed -i.old '/^"POT-Creation-Date/d; s/^"PO-Revision-Date: YEAR.*/"PO-Revision-Date: \\n"/' "$part.po"
rm -f "$part.po.old"
mv "$part.po" "$target"
chmod 644 "$target"
