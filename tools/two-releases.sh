#!/bin/bash
# A rolling upgrade, tried: builds the server of an earlier revision beside this tree and lets both work over one
# PostgreSQL, without a cluster and as one (Orleans=true).
#   tools/two-releases.sh REVISION
set -euo pipefail
cd "$(dirname "$0")/.."
revision=${1:?Give the revision of the release before, for example HEAD~20}
folder=$(mktemp -d)
trap 'git worktree remove --force "$folder/before"; rm -rf "$folder"' EXIT
git worktree add --quiet --detach "$folder/before" "$revision"
export Orleans=true
dotnet build "$folder/before/src/StartupOrchestrator.Server" -c Release -v quiet
export STARTUP_OTHER_RELEASE="$folder/before/src/StartupOrchestrator.Server/bin/Release/net10.0/StartupOrchestrator.Server"
dotnet build tests/StartupOrchestrator.Crash -c Release -v quiet
dotnet tests/StartupOrchestrator.Crash/bin/Release/net10.0/StartupOrchestrator.Crash.dll -class StartupOrchestrator.Crash.Machines.TwoReleasesTests -showLiveOutput
