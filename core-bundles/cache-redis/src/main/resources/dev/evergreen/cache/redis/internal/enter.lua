-- Takes a place or stands in line for one, on the server's clock; all times in microseconds.
-- KEYS: holders inside by the end of their leases, holders in line by the time they came, holders in line by the end of their
-- patience; ARGV: holder, places, lease, patience. Answers whether there is a place, and how many stand before the holder.
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local function number(value)
  return string.format('%.0f', value)
end
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', number(now))
for _, gone in ipairs(redis.call('ZRANGEBYSCORE', KEYS[3], '-inf', number(now), 'LIMIT', 0, 1000)) do
  redis.call('ZREM', KEYS[2], gone)
  redis.call('ZREM', KEYS[3], gone)
end
local holder = ARGV[1]
local ahead = redis.call('ZRANK', KEYS[2], holder) or redis.call('ZCARD', KEYS[2])
if redis.call('ZSCORE', KEYS[1], holder) or ahead < tonumber(ARGV[2]) - redis.call('ZCARD', KEYS[1]) then
  redis.call('ZADD', KEYS[1], number(now + tonumber(ARGV[3])), holder)
  redis.call('ZREM', KEYS[2], holder)
  redis.call('ZREM', KEYS[3], holder)
  -- The key lives as long as the longest lease in it.
  if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[3]) / 1000 then
    redis.call('PEXPIRE', KEYS[1], math.ceil(tonumber(ARGV[3]) / 1000) + 1000)
  end
  return { 1, 0 }
end
if tonumber(ARGV[4]) > 0 then
  redis.call('ZADD', KEYS[2], 'NX', number(now), holder)
  redis.call('ZADD', KEYS[3], number(now + tonumber(ARGV[4])), holder)
  for i = 2, 3 do
    if redis.call('PTTL', KEYS[i]) < tonumber(ARGV[4]) / 1000 then
      redis.call('PEXPIRE', KEYS[i], math.ceil(tonumber(ARGV[4]) / 1000) + 1000)
    end
  end
end
return { 0, ahead }
