-- Asks for one address over and over, with a tag if one is given, and prints what it measured as JSON.
function init(args)
  if args[1] then wrk.headers["If-None-Match"] = args[1] end
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\nRESULT {"requests":%d,"microseconds":%d,"failed":%d,"p50":%d,"p99":%d}\n',
    summary.requests, summary.duration,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end
