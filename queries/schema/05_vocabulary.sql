-- Words every question speaks, defined once per engine, so that one text runs on both. Additive words
-- take the column they count: DuckDB binds a macro when it is made and refuses free column names.

create or replace macro cases() as count(*);
create or replace macro rated(score) as count(score);
create or replace macro score_sum(score) as coalesce(sum(score), 0)::double;
create or replace macro score_square_sum(score) as coalesce(sum(score::integer * score), 0)::double;
create or replace macro satisfied(score) as count(*) filter (where score >= 4);
create or replace macro dissatisfied(score) as count(*) filter (where score <= 2);
-- Days a case must be old before it is judged whether it was reopened; as in measures/control-measures.ts.
create or replace macro reopen_days() as 30;
create or replace macro median_of(x) as quantile_cont(x, 0.5);
create or replace macro quantile_of(x, p) as quantile_cont(x, p);
-- Several at once: the values are kept and ordered only once.
create or replace macro quantiles_of(x, ps) as quantile_cont(x, ps);
create or replace macro latest_of(x, instant) as arg_max(x, instant);
create or replace macro minutes_between(a, b) as date_diff('second', a, b) / 60.0;
-- An instant (UTC) as wall-clock time of a zone, and the other way.
create or replace macro local_of(instant, zone) as timezone(zone, timezone('UTC', instant));
create or replace macro instant_of(wall, zone) as timezone('UTC', timezone(zone, wall));
create or replace macro day_of(instant, zone) as local_of(instant, zone)::date;
create or replace macro contains_text(haystack, needle) as contains(lower(haystack), lower(needle));
create or replace macro list_of(x) as list(x);
-- A case counts as open at the end of a day when it ended later, or has not ended as the log tells.
create or replace macro open_at_end_of(state, ended_day, on_day) as
	case when ended_day is null then state = 'open' else ended_day > on_day end;
-- First day of the period a day lies in ('all': all days together, it says nothing), from the day and what is
-- kept of its week and month.
create or replace macro period_start(step, day, week, month) as case step
	when 'day' then day
	when 'week' then week
	when 'quarter' then date_trunc('quarter', day)::date
	when 'year' then date_trunc('year', day)::date
	when 'all' then date '2000-01-01'
	else month
end;
-- The dimension a reader chose, by its name ('none': null); the columns stand in the order of case-fields.ts.
create or replace macro value_of(
	dimension, channel, category, subcategory, nature, priority, severity, department, team, agent,
	product, product_category, shop, region, city, customer_type, status, track, finding, resolution,
	customer_answer
) as case dimension
	when 'none' then null
	when 'channel' then channel
	when 'category' then category
	when 'subcategory' then subcategory
	when 'nature' then nature
	when 'priority' then priority
	when 'severity' then severity
	when 'department' then department
	when 'team' then team
	when 'agent' then agent
	when 'product' then product
	when 'product_category' then product_category
	when 'shop' then shop
	when 'region' then region
	when 'city' then city
	when 'customer_type' then customer_type
	when 'status' then status
	when 'track' then track
	when 'finding' then finding
	when 'resolution' then resolution
	when 'customer_answer' then customer_answer
	else error('not a dimension')
end;
-- Terms read out of a narrative: |退款|没收到| holds two.
create or replace macro words_of(text) as string_split(trim(text, '|'), '|');
create or replace macro has_words(text, wanted) as list_has_all(words_of(text), wanted);
