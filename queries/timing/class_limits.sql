-- Which limit holds for cases alike in all that limits ask for? Grain: one row a class, stage and span
-- of days; the first in rank that fits.
create or replace temp table class_limit as
with class as (
	select distinct
		source,
		case when getvariable('timing')['priority'] then priority end as priority,
		case when getvariable('timing')['track'] then track end as track,
		case when getvariable('timing')['category'] then category end as category,
		case when getvariable('timing')['category'] then subcategory end as subcategory,
		case when getvariable('timing')['channel'] then channel end as channel
	from (
		select source, priority, track, category, subcategory, channel
		from case_to_time
		union all
		select source, earlier_priority.priority, track, category, subcategory, channel
		from earlier_priority
		join case_to_time using (row_id)
	)
),
spoken as (
	select
		class.*,
		list_filter([folded_word(class.priority), meaning.level], lambda word: word is not null)
			as priorities,
		[folded_word(track)] as tracks,
		list_filter([folded_word(category), folded_word(subcategory)], lambda word: word is not null)
			as categories,
		[folded_word(channel)] as channels
	from class
	left join priority_meaning as meaning
		on meaning.source = class.source
		and meaning.word = folded_word(class.priority)
),
arranged as (
	select spoken.*, policy, calendar
	from spoken
	join source_arranged(getvariable('timing')['generation']) using (source)
),
fitting as (
	select
		arranged.source,
		arranged.priority,
		arranged.track,
		arranged.category,
		arranged.subcategory,
		arranged.channel,
		timing_limit.*
	from arranged
	join timing_limit
		on timing_limit.generation = getvariable('timing')['generation']
		and timing_limit.policy = arranged.policy
		and timing_limit.calendar = arranged.calendar
		and (timing_limit.priority is null or list_has_any(timing_limit.priority, priorities))
		and (timing_limit.track is null or list_has_any(timing_limit.track, tracks))
		and (timing_limit.category is null or list_has_any(timing_limit.category, categories))
		and (timing_limit.channel is null or list_has_any(timing_limit.channel, channels))
)
select
	source,
	priority,
	track,
	category,
	subcategory,
	channel,
	stage,
	since,
	until,
	arg_min(starts, rank) as starts,
	arg_min(seconds, rank) as seconds,
	arg_min(working, rank) as working,
	any_value(calendar) as calendar
from fitting
group by source, priority, track, category, subcategory, channel, stage, since, until;
