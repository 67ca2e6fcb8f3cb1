-- Books permits by the generic cell rate algorithm (ITU-T I.371) on the server's clock; all times in microseconds.
-- KEYS[1] the theoretical arrival time; ARGV: cost, tolerance, patience. Answers whether they are booked, and the wait.
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local arrival = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), now) + tonumber(ARGV[1])
local wait = math.max(0, arrival - tonumber(ARGV[2]) - now)
if wait > tonumber(ARGV[3]) then
  return { 0, wait }
end
redis.call('SET', KEYS[1], string.format('%.0f', arrival), 'PX', math.ceil((arrival - now) / 1000) + 1000)
return { 1, wait }
