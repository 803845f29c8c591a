# Sourced by tests/run: runs steps one after the other, counts what they report, and sums up in one line.
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
  local good bad
  read -r good bad <<<"$(awk '/^#counts /{good += $2; bad += $3; seen = 1} END {print seen ? good " " bad : "none none"}' $output)"
  if [ "$good" = none ]; then
    good=$((status == 0)) bad=$((status != 0))
  elif [ "$bad" -eq 0 ] && { [ "$status" -ne 0 ] || [ "$good" -eq 0 ]; }; then
    echo "The step ended with status $status after $good passed tests."
    bad=1
  fi
  passed=$((passed + good))
  failed=$((failed + bad))
  [ "$bad" -eq 0 ] || failed_steps+=("$title")
  printf -- '-- %s: %d passed, %d failed, %d s\n' "$([ "$bad" -eq 0 ] && echo ok || echo FAILED)" "$good" "$bad" $((SECONDS - from))
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
  local log=build/quiet.log
  "$@" >$log 2>&1 && return
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
