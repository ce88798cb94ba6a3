#!/bin/sh
# Adds up the result files of all test projects and prints one line; fails when a project left none.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
results=$root/artifacts/test-results
projects=$(ls "$root"/tests/*/*.csproj | grep -vcE 'Benchmarks|Testing\.csproj')
passed=0 failed=0 skipped=0 files=0
for file in "$results"/*.trx; do
  [ -e "$file" ] || continue
  counters=$(grep -o '<Counters [^>]*>' "$file")
  value() { echo "$counters" | sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p"; }
  p=$(value passed) t=$(value total) e=$(value executed)
  f=$((e - p))
  # A test host that died leaves "Failed" without a failed test, sometimes without any test.
  grep -q '<ResultSummary outcome="Failed"' "$file" && [ "$f" -eq 0 ] && f=1
  passed=$((passed + p)); skipped=$((skipped + t - e)); failed=$((failed + f)); files=$((files + 1))
done
# The console names a skipped test without its reason: give the reasons here.
sed -n '/outcome="NotExecuted"/,/<\/UnitTestResult>/s/.*<Message>\(.*\)<\/Message>.*/skipped: \1/p' "$results"/*.trx | sort | uniq -c
[ "$files" -ge "$projects" ] || { echo "only $files of $projects test projects left results" >&2; failed=$((failed + 1)); }
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
