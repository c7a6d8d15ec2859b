# From CTest's JUnit report to the lines that people and .ci/run read. Fails where a test failed.

# A test skips itself by saying "muster-skip: why"; any other reason not to run is a failure.
/<testcase / {
  ++tests
  state = "passed"
}
/<failure / { state = "failed" }
/<skipped / { state = index($0, "SKIP_REGULAR_EXPRESSION_MATCHED") ? "skipped" : "failed" }
/muster-skip: / && state == "skipped" && !said {
  reason = $0
  sub(/.*muster-skip: /, "", reason)
  sub(/<\/system-out>.*/, "", reason)
  gsub(/&lt;/, "<", reason)
  gsub(/&gt;/, ">", reason)
  gsub(/&quot;/, "\"", reason)
  gsub(/&amp;/, "\\&", reason)
  said = 1
}
/<\/testcase>/ {
  if (state == "skipped") {
    if (!said) reason = "no reason given"
    if (!(reason in skips)) reasons[++kinds] = reason
    ++skips[reason]
  }
  ++counts[state]
  said = 0
}
END {
  for (i = 1; i <= kinds; ++i) printf "%d skipped: %s\n", skips[reasons[i]], reasons[i]
  failed = counts["failed"] + 0
  if (tests == 0) failed = 1
  printf "%d passed, %d failed\n", counts["passed"], failed
  exit failed != 0
}
