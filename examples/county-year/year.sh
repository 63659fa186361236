#!/usr/bin/env bash
# A year of an assessment office: forms out, forms back, results, publication. Into a folder of its own:
#   bash examples/county-year/year.sh FOLDER
# `banfa` is the built program of this repository; installed, it is `npx banfa`.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
measure=$root/policies/guangxi/measure.banfa
banfa() { node "$root/dist/cli/main.js" "$@"; }
depart() { node "$here/fill.mjs" "$@"; }

mkdir -p "$1"
cd "$1"

echo "1. January: who is assessed, and a form for each department"
depart roster roster.csv
banfa template "$measure" --by-source forms --data 包点领导=roster.csv --year 2018

echo "2. The departments hand their forms back; what is wrong is named by sheet and cell, the rest is computed"
depart forms forms returned
returned=()
for form in returned/*.xlsx; do returned+=(--data "$form"); done
given=(--year 2018 --date 2019-01-10 --params "$here/parameters.yaml" --history "$here/first-year.json")
status=0
banfa run "$measure" "${returned[@]}" "${given[@]}" --mark-errors marked --out first.xlsx > first.txt 2> first-problems.txt || status=$?
[ "$status" = 1 ]
cat first-problems.txt

echo "3. Two departments are asked again; now everything is settled"
depart mended forms returned
banfa run "$measure" "${returned[@]}" "${given[@]}" --strict --out result.json

echo "4. What is published: the result to read and as a workbook, and the measure that it follows"
mkdir -p publish
banfa run "$measure" "${returned[@]}" "${given[@]}" --out publish/result.xlsx > /dev/null
banfa report "$measure" "${returned[@]}" "${given[@]}" --by 县 --out publish/result.html
banfa doc "$measure" --out publish/measure.html

echo "5. Next year, result.json is the history: --history result.json"
