#!/bin/bash
# The long form of the tests: hundreds of kills, cuts and stops, thousands of commands and seeds. Takes hours; nothing
# else should run on the machine.   tools/long-form.sh [share, 1 = whole] [Crash|Storage.Conformance|Workflows.Tests ...]
# What each test said stands in artifacts/long-form; the last lines sum it up.
set -uo pipefail
cd "$(dirname "$0")/.."
export STARTUP_LONG=1 STARTUP_SHARE=${1:-1}
shift || true
projects=("$@")
[ ${#projects[@]} -gt 0 ] || projects=(Storage.Conformance Crash Workflows.Tests)
folder=artifacts/long-form
mkdir -p "$folder"
status=0
for project in "${projects[@]}"; do
  name=StartupOrchestrator.$project
  dotnet build "tests/$name" -c Release -v quiet || exit 1
  dotnet "tests/$name/bin/Release/net10.0/$name.dll" -parallel none -showLiveOutput </dev/null >"$folder/$project.txt" 2>&1 || status=1
done
grep -hE "\[OUTPUT\]|\[FAIL\]|Total:" "$folder"/*.txt
exit $status
