#!/bin/bash
# Three hosts of one cluster on this machine, over one PostgreSQL, with one command; Ctrl-C ends them.
#   tools/cluster.sh "Host=localhost;Username=startup;Password=...;Database=startup" [hosts]
# Look at http://127.0.0.1:5081 (and 5082, 5083); the page 'Operations' shows who hosts what.
set -euo pipefail
cd "$(dirname "$0")/.."
connection=${1:?Give the connection string of a PostgreSQL database}
hosts=${2:-3}
Orleans=true dotnet build src/StartupOrchestrator.Server -v quiet
program=src/StartupOrchestrator.Server/bin/Debug/net10.0/StartupOrchestrator.Server
pids=()
trap 'kill "${pids[@]}" 2>/dev/null; wait' EXIT
for n in $(seq "$hosts"); do
  mkdir -p "data/host$n"
  "$program" --cluster --connection "$connection" --data "data/host$n" --urls "http://127.0.0.1:$((5080 + n))" &
  pids+=($!)
done
wait
