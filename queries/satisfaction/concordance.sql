-- Of any two cases, how often did the one that waited longer score higher, and how often lower?
-- Grain: one row: all that Kendall's correlation needs of waits. `concordance` is pairs that agree less
-- pairs that do not; with t cases at one wait, `tied_pairs` is Σt(t − 1)/2, `tied_linear` Σt(t − 1)(2t +
-- 5), `tied_triples` Σt(t − 1)(t − 2). Parameters: $clock first_response or resolution; $time wall
-- (clock) or working. Left out: unrated cases, and those without a time or with a negative one. Sums are
-- doubles, and exact up to 10⁸ cases.
with timed as (
	select
		wait_of(
			$clock, $time, first_response_minutes, resolution_minutes, first_response_working_minutes,
			resolution_working_minutes
		) as minutes,
		satisfaction as score
	from selection
),
wait as (
	select
		minutes,
		cases()::double as t,
		count(*) filter (where score = 1)::double as t1,
		count(*) filter (where score = 2)::double as t2,
		count(*) filter (where score = 3)::double as t3,
		count(*) filter (where score = 4)::double as t4,
		count(*) filter (where score = 5)::double as t5
	from timed
	where minutes >= 0 and score is not null
	group by minutes
),
-- `u…`: cases of a score that waited up to as long. Those that waited exactly as long cancel out below.
placed as (
	select
		*,
		sum(t1) over shorter as u1,
		sum(t2) over shorter as u2,
		sum(t3) over shorter as u3,
		sum(t4) over shorter as u4,
		sum(t5) over shorter as u5
	from wait
	window shorter as (order by minutes rows between unbounded preceding and current row)
)
select
	coalesce(sum(
		t1 * (-u2 - u3 - u4 - u5)
		+ t2 * (u1 - u3 - u4 - u5)
		+ t3 * (u1 + u2 - u4 - u5)
		+ t4 * (u1 + u2 + u3 - u5)
		+ t5 * (u1 + u2 + u3 + u4)
	), 0) as concordance,
	coalesce(sum(t * (t - 1) / 2), 0) as tied_pairs,
	coalesce(sum(t * (t - 1) * (2 * t + 5)), 0) as tied_linear,
	coalesce(sum(t * (t - 1) * (t - 2)), 0) as tied_triples
from placed;
