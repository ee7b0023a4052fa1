#!/usr/bin/env bash
# Brings translations/*.ts up to date with the sources and with the option tables (which the studio shows in the reader's language).
#   tools/update_translations.sh [path/to/potstill-cli]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
cli=${1:-build/dev/app/cli/potstill-cli}
lupdate=$(command -v lupdate || echo /usr/lib/qt6/bin/lupdate)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$cli" settings --json | python3 -c '
import json, sys
texts = dict()
def note(node):
    if isinstance(node, list):
        for item in node: note(item)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key in ("label", "help", "unit", "title") and value: texts[value] = None
            elif key not in ("default", "settings") or "presets" in node: note(value)
note(json.load(sys.stdin))
print("#include <QtGlobal>")
for text in texts: print("static const char* _ = QT_TRANSLATE_NOOP(\"Options\", %s);" % json.dumps(text, ensure_ascii=False))
' >"$work/options.cpp"
for code in de zh_CN; do
  "$lupdate" -silent -I . -no-obsolete -locations none -source-language en -target-language $code -tr-function-alias QT_TRANSLATE_NOOP+=FINDING_TEXT app widgets engine/rating "$work/options.cpp" -ts translations/potstill_$code.ts
done
# English needs its plural forms alone.
"$lupdate" -silent -I . -no-obsolete -pluralonly -locations none -source-language en -target-language en app widgets -ts translations/potstill_en.ts
grep -c "<source>" translations/*.ts
grep -c 'type="unfinished"' translations/*.ts || true
