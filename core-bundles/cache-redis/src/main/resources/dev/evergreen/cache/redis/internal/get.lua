-- The value of an entry, unless one of its tags has another version by now or none.
-- KEYS[1] the entry; ARGV[1] what the keys of tags begin with
local entry = redis.call('HGETALL', KEYS[1])
local value = false
for i = 1, #entry, 2 do
  if entry[i] == 'v' then
    value = entry[i + 1]
  elseif redis.call('GET', ARGV[1] .. string.sub(entry[i], 2)) ~= entry[i + 1] then
    redis.call('UNLINK', KEYS[1])
    return false
  end
end
return value
