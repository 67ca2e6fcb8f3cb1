-- Stores an entry with the present versions of its tags; a tag without one gets a version that never was.
-- KEYS[1] the entry; ARGV: what the keys of tags begin with, the value, milliseconds to live, a new version, the tags
redis.call('UNLINK', KEYS[1])
local fields = { 'v', ARGV[2] }
local live = tonumber(ARGV[3])
for i = 5, #ARGV do
  local tag = ARGV[1] .. ARGV[i]
  local version = redis.call('GET', tag)
  if not version then
    version = ARGV[4]
    redis.call('SET', tag, version, 'PX', live + 1000)
  elseif redis.call('PTTL', tag) < live + 1000 then
    -- A tag outlives its entries.
    redis.call('PEXPIRE', tag, live + 1000)
  end
  fields[#fields + 1] = 't' .. ARGV[i]
  fields[#fields + 1] = version
end
redis.call('HSET', KEYS[1], unpack(fields))
redis.call('PEXPIRE', KEYS[1], live)
return 1
