-- Gives a place back, or the one in the line.
-- KEYS: holders inside, in line, in line by their patience; ARGV: holder
for i = 1, 3 do
  redis.call('ZREM', KEYS[i], ARGV[1])
end
return 1
