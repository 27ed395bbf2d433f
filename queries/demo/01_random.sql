-- Which random numbers does the demo log draw? Macros only, no table.
-- Every draw is a hash of (seed, number of the thing, salt): no generator state, so the same seed
-- gives the same log whatever the number of threads, and nothing depends on the clock.
-- Parameter: variable `seed` (integer). One integer is hashed because DuckDB combines the hashes of
-- several arguments by xor, which would make two salts of one case perfectly dependent.
-- Salts are 0-127, each used for one purpose only (a normal uses its salt and the next).

set variable base = (hash(getvariable('seed')::bigint) >> 2)::bigint;

create macro bits(n, salt) as hash(getvariable('base')::bigint + (n)::bigint * 128 + salt);

-- Uniform in [0, 1).
create macro draw(n, salt) as (bits(n, salt) >> 11)::double / 9007199254740992.0;

-- A whole number from 0 to size - 1.
create macro pick(n, salt, size) as (bits(n, salt) % (size)::ubigint)::bigint;

-- Standard normal (Box-Muller).
create macro normal(n, salt) as
	sqrt(-2 * ln(draw(n, salt) + 1e-16)) * cos(2 * pi() * draw(n, salt + 1));

-- Choices of the plan, which belong to no case: numbers below zero are theirs.
create macro choice(salt, size) as pick(-1, salt, size);

-- Seconds since 1970 of a wall-clock day; the log knows no other zone, and Shanghai no summer time.
create macro seconds_of(day) as date_diff('day', date '1970-01-01', day)::bigint * 86400;
create macro instant(seconds) as make_timestamp(seconds * 1000000);

-- The desk that works every day 08-21 h: what falls into the night waits for the morning.
create macro awake(s, u) as case
	when s % 86400 >= 75600 then (s // 86400 + 1) * 86400 + 28800 + (u * 5400)::bigint
	when s % 86400 < 28800 then (s // 86400) * 86400 + 28800 + (u * 5400)::bigint
	else s
end;

-- The office that works Monday to Friday 09-18 h.
create macro office_day(day) as day + case (day + 3) % 7 when 5 then 2 when 6 then 1 else 0 end;
create macro office(s, u) as case
	when office_day(s // 86400 + (s % 86400 >= 64800)::bigint) = s // 86400 and s % 86400 >= 32400
		then s
	else office_day(s // 86400 + (s % 86400 >= 64800)::bigint) * 86400 + 32400 + (u * 5400)::bigint
end;
