# Sourced by tests/run: runs steps, one after the other or beside each other, counts what they report, and sums up in one line.
#
# A step may print a line "#counts <passed> <failed>"; one that prints none counts as one test. Whatever it printed, a step
# that ends badly, or whose count is zero, has failed.

passed=0
failed=0
failed_steps=()

step() { # step <title> <command> [argument …]
  local title=$1 output=build/step.log from=$SECONDS status
  shift
  printf '\n== %s\n' "$title"
  # Not in a condition, where bash would ignore that a command inside of the step fails.
  set +e
  (set -eu -o pipefail && "$@") 2>&1 | tee $output | grep --line-buffered -v '^#counts'
  status=${PIPESTATUS[0]}
  set -e
  report "$title" $output "$status" $((SECONDS - from))
}

# A step beside those that follow: for what keeps one core busy, or less. What it said is printed when it is collected.
beside_titles=()
beside_jobs=()

beside() { # beside <title> <command> [argument …]
  local output=build/beside-${#beside_jobs[@]}.log from=$SECONDS
  beside_titles+=("$1")
  shift
  set -m # a process group of its own, to be ended as a whole if the run is
  (
    set +e
    (set -eu -o pipefail && "$@") >$output 2>&1
    echo "$? $((SECONDS - from))" >$output.end
  ) </dev/null &
  set +m
  beside_jobs+=($!)
  trap end_beside EXIT
  trap 'exit 130' INT TERM
}

end_beside() {
  local job
  for job in ${beside_jobs[@]+"${beside_jobs[@]}"}; do kill -- "-$job" 2>/dev/null || true; done
}

collect() { # collect: waits for every step that was begun with beside
  local index title output status seconds
  for index in ${beside_jobs[@]+"${!beside_jobs[@]}"}; do
    title=${beside_titles[index]} output=build/beside-$index.log
    wait "${beside_jobs[index]}" || true
    read -r status seconds <$output.end
    printf '\n== %s (beside the steps above)\n' "$title"
    grep -v '^#counts' $output || true
    report "$title" $output "$status" "$seconds"
    rm -f $output.end
  done
  beside_titles=()
  beside_jobs=()
}

report() { # report <title> <what it printed> <status> <seconds>
  local title=$1 output=$2 status=$3 seconds=$4 good bad
  read -r good bad <<<"$(awk '/^#counts /{good += $2; bad += $3; seen = 1} END {print seen ? good " " bad : "none none"}' "$output")"
  if [ "$good" = none ]; then
    good=$((status == 0)) bad=$((status != 0))
  elif [ "$bad" -eq 0 ] && { [ "$status" -ne 0 ] || [ "$good" -eq 0 ]; }; then
    echo "The step ended with status $status after $good passed tests."
    bad=1
  fi
  passed=$((passed + good))
  failed=$((failed + bad))
  [ "$bad" -eq 0 ] || failed_steps+=("$title")
  printf -- '-- %s: %d passed, %d failed, %d s\n' "$([ "$bad" -eq 0 ] && echo ok || echo FAILED)" "$good" "$bad" "$seconds"
}

finish() {
  echo
  local title
  for title in ${failed_steps[@]+"${failed_steps[@]}"}; do echo "FAILED: $title"; done
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ]
}

# Shows what a command printed only where it failed: its errors, or its last words where it names none.
quietly() {
  local log=build/quiet-$BASHPID.log
  if "$@" >$log 2>&1; then
    rm -f $log
    return
  fi
  grep -m 20 -A 3 -E '(error|Error|ERROR)\b.*:' $log || tail -n 30 $log
  echo "(all of it: $log)"
  return 1
}

# node's own runner, summed up: what failed is printed in full, what passed is a number.
node_tests() { # node_tests <file …>
  [ -e "$1" ] || { echo "There are no tests to run."; return 1; }
  local status=0
  node --enable-source-maps --test --test-concurrency="$jobs" --test-reporter=spec --test-reporter-destination=build/node-tests.log \
    --test-reporter=tap --test-reporter-destination=build/node-tests.tap "$@" || status=$?
  [ $status -eq 0 ] || sed -n '/failing tests:/,$p' build/node-tests.log | sed -n 1,200p
  awk '/^# pass /{good = $3} /^# (fail|cancelled) /{bad += $3} /^# (skipped|todo) /{if ($3) print $2 ": " $3}
    END {print "#counts", good + 0, bad + 0}' build/node-tests.tap
  return $status
}
