-- The cases a filter means. A request puts its named filters into the session variable `filter`
-- (`set_filter.sql`); it is read when a statement is planned, so its values fold to constants, tests
-- of absent lists disappear and row groups are pruned as for a hand-written literal query.
-- A name that was not set is an error, never "all". Nothing reads `complaint` past these views.

-- '' in a list of wanted values stands for the blank group.
create or replace macro chosen(wanted, value) as
	wanted is null or list_contains(wanted, coalesce(value, ''));

create or replace macro within_span(value, low, high) as
	(low is null or value >= low) and (high is null or value < high);

create or replace macro fact_fits(wanted, unwanted, fact, value) as
	(wanted is null or not list_contains(wanted, fact) or value is not null)
	and (unwanted is null or not list_contains(unwanted, fact) or value is null);

-- The last day the log tells about; the month it lies in is running unless it is that month's last.
create or replace macro as_of_day() as day_in(getvariable('filter'), 'as_of_day');
-- How often a case was reopened, once it had time to come back; null before.
create or replace macro reopens_told(received_day, reopened_count) as
	case when received_day <= as_of_day() - reopen_days() then reopened_count end;

create or replace macro cases_within(f) as table
	select *
	from complaint
	where
		case when f is null then error('this named filter was not set') else true end
		and within_span(received_day, day_in(f, 'since'), day_in(f, 'until'))
		and within_span(received_day, day_in(f, 'within_since'), day_in(f, 'within_until'))
		and (texts_in(f, 'source') is null or list_contains(texts_in(f, 'source'), source))
		and chosen(texts_in(f, 'channel'), channel)
		and chosen(texts_in(f, 'category'), category)
		and chosen(texts_in(f, 'subcategory'), subcategory)
		and chosen(texts_in(f, 'nature'), nature)
		and chosen(texts_in(f, 'priority'), priority)
		and chosen(texts_in(f, 'severity'), severity)
		and chosen(texts_in(f, 'department'), department)
		and chosen(texts_in(f, 'team'), team)
		and chosen(texts_in(f, 'agent'), agent)
		and chosen(texts_in(f, 'product'), product)
		and chosen(texts_in(f, 'product_category'), product_category)
		and chosen(texts_in(f, 'shop'), shop)
		and chosen(texts_in(f, 'region'), region)
		and chosen(texts_in(f, 'city'), city)
		and chosen(texts_in(f, 'customer_type'), customer_type)
		and chosen(texts_in(f, 'status'), status)
		and chosen(texts_in(f, 'track'), track)
		and chosen(texts_in(f, 'finding'), finding)
		and chosen(texts_in(f, 'resolution'), resolution)
		and chosen(texts_in(f, 'customer_answer'), customer_answer)
		and chosen(texts_in(f, 'customer'), customer)
		and (numbers_in(f, 'score') is null or list_contains(numbers_in(f, 'score'), coalesce(satisfaction, 0)))
		and (texts_in(f, 'state') is null or list_contains(texts_in(f, 'state'), state))
		and fact_fits(texts_in(f, 'having'), texts_in(f, 'lacking'), 'first_response', first_response_minutes)
		and fact_fits(texts_in(f, 'having'), texts_in(f, 'lacking'), 'resolution', resolution_minutes)
		and fact_fits(
			texts_in(f, 'having'), texts_in(f, 'lacking'), 'resolution_or_open',
			case when state = 'open' then coalesce(resolution_minutes, 0) else resolution_minutes end
		)
		and fact_fits(texts_in(f, 'having'), texts_in(f, 'lacking'), 'satisfaction', satisfaction)
		and fact_fits(texts_in(f, 'having'), texts_in(f, 'lacking'), 'admissible', admissible)
		and fact_fits(texts_in(f, 'having'), texts_in(f, 'lacking'), 'cost', cost)
		and fact_fits(texts_in(f, 'having'), texts_in(f, 'lacking'), 'amount', amount)
		and fact_fits(texts_in(f, 'having'), texts_in(f, 'lacking'), 'narrative', narrative)
		and fact_fits(texts_in(f, 'having'), texts_in(f, 'lacking'), 'customer', customer)
		and fact_fits(texts_in(f, 'having'), texts_in(f, 'lacking'), 'reopens_told', reopens_told(received_day, reopened_count))
		and fact_fits(texts_in(f, 'having'), texts_in(f, 'lacking'), 'clear_finding', is_upheld(finding))
		and fact_fits(texts_in(f, 'having'), texts_in(f, 'lacking'), 'nps', nps)
		and fact_fits(texts_in(f, 'having'), texts_in(f, 'lacking'), 'promoter', case when nps >= 9 then 1 end)
		and fact_fits(texts_in(f, 'having'), texts_in(f, 'lacking'), 'passive', case when nps in (7, 8) then 1 end)
		and fact_fits(texts_in(f, 'having'), texts_in(f, 'lacking'), 'detractor', case when nps <= 6 then 1 end)
		and fact_fits(texts_in(f, 'having'), texts_in(f, 'lacking'), 'timeliness_score', satisfaction_timeliness)
		and fact_fits(texts_in(f, 'having'), texts_in(f, 'lacking'), 'solution_score', satisfaction_solution)
		and fact_fits(texts_in(f, 'having'), texts_in(f, 'lacking'), 'openness_score', satisfaction_openness)
		and fact_fits(texts_in(f, 'having'), texts_in(f, 'lacking'), 'follow_up_score', satisfaction_follow_up)
		and fact_fits(texts_in(f, 'having'), texts_in(f, 'lacking'), 'timeliness_satisfied', case when satisfaction_timeliness >= 4 then 1 end)
		and fact_fits(texts_in(f, 'having'), texts_in(f, 'lacking'), 'solution_satisfied', case when satisfaction_solution >= 4 then 1 end)
		and fact_fits(texts_in(f, 'having'), texts_in(f, 'lacking'), 'openness_satisfied', case when satisfaction_openness >= 4 then 1 end)
		and fact_fits(texts_in(f, 'having'), texts_in(f, 'lacking'), 'follow_up_satisfied', case when satisfaction_follow_up >= 4 then 1 end)
		and fact_fits(texts_in(f, 'having'), texts_in(f, 'lacking'), 'contradicting_flag', contradicting_flag(source, target_at, ended_at, on_time))
		and fact_fits(texts_in(f, 'having'), texts_in(f, 'lacking'), 'first_response_working', first_response_working_minutes)
		and fact_fits(
			texts_in(f, 'having'), texts_in(f, 'lacking'), 'resolution_working_or_open',
			case when state = 'open' then coalesce(resolution_working_minutes, 0) else resolution_working_minutes end
		)
		and fact_fits(texts_in(f, 'having'), texts_in(f, 'lacking'), 'handling_minutes', handling_minutes)
		and within_span(first_response_minutes, number_in(f, 'first_response_from'), number_in(f, 'first_response_below'))
		and within_span(resolution_minutes, number_in(f, 'resolution_from'), number_in(f, 'resolution_below'))
		and within_span(first_response_working_minutes, number_in(f, 'worked_to_response_from'), number_in(f, 'worked_to_response_below'))
		and within_span(resolution_working_minutes, number_in(f, 'worked_to_resolution_from'), number_in(f, 'worked_to_resolution_below'))
		and chosen(texts_in(f, 'limit_registered'), registered_outcome)
		and chosen(texts_in(f, 'limit_first_response'), first_response_outcome)
		and chosen(texts_in(f, 'limit_dispatched'), dispatched_outcome)
		and chosen(texts_in(f, 'limit_accepted'), accepted_outcome)
		and chosen(texts_in(f, 'limit_investigated'), investigated_outcome)
		and chosen(texts_in(f, 'limit_proposed'), proposed_outcome)
		and chosen(texts_in(f, 'limit_communicated'), communicated_outcome)
		and chosen(texts_in(f, 'limit_resolved'), resolved_outcome)
		and chosen(texts_in(f, 'limit_closed'), closed_outcome)
		and chosen(texts_in(f, 'limit_followed_up'), followed_up_outcome)
		and chosen(texts_in(f, 'limit_own_target'), own_target_outcome(source, state, target_at, ended_at))
		and (
			day_in(f, 'open_on') is null
			or (received_day <= day_in(f, 'open_on') and open_at_end_of(state, ended_day, day_in(f, 'open_on')))
		)
		-- Logs that say nothing about that day any more.
		and (texts_in(f, 'silent') is null or not list_contains(texts_in(f, 'silent'), source))
		and (number_in(f, 'load') is null or load_id = number_in(f, 'load'))
		and (text_in(f, 'warning') is null or list_contains(warnings, text_in(f, 'warning')))
		and (
			text_in(f, 'search') is null
			or contains_text(case_no, narrow_text(text_in(f, 'search')))
			or contains_text(order_no, narrow_text(text_in(f, 'search')))
			or contains_text(narrative, text_in(f, 'search'))
			or contains_text(narrative, narrow_text(text_in(f, 'search')))
			or contains_text(narrative, wide_text(text_in(f, 'search')))
		)
		and (texts_in(f, 'word') is null or has_words(words, texts_in(f, 'word')))
		and (
			-- 0 stands for narratives like no theme.
			integers_in(f, 'theme') is null
			or (words is not null and list_contains(integers_in(f, 'theme'), coalesce(theme, 0)))
		)
		and (number_in(f, 'twins') is null or twins = number_in(f, 'twins'))
		and (
			text_in(f, 'extra_path') is null
			or coalesce(json_extract_string(extra, text_in(f, 'extra_path')), '') = text_in(f, 'extra_value')
		);

create or replace view selection as from cases_within(getvariable('filter') -> 'selection');
create or replace view selection_before as from cases_within(getvariable('filter') -> 'before');
-- The same choice on all days the log has, for trends and for what is open at the end of a day.
create or replace view selection_ever as from cases_within(getvariable('filter') -> 'ever');
create or replace view selection_against as from cases_within(getvariable('filter') -> 'against');
create or replace view selection_part as from cases_within(getvariable('filter') -> 'part');

-- Until which day each log is counted in what is open; logs not named, or without a day, always are.
create or replace macro told_until() as table
	select key as source, (value ->> '$')::date as told_until
	from json_each(getvariable('filter') -> 'told_until');
-- Days of the period asked about and of the one it is compared with, half-open.
create or replace macro period_since() as day_in(getvariable('filter') -> 'selection', 'since');
create or replace macro period_until() as day_in(getvariable('filter') -> 'selection', 'until');
create or replace macro before_since() as day_in(getvariable('filter') -> 'before', 'since');
create or replace macro before_until() as day_in(getvariable('filter') -> 'before', 'until');

-- Orders know only day, shop and product category: of a filter these three hold, the rest narrows the
-- complaints alone.
create or replace macro orders_within(f) as table
	select *
	from orders
	where
		case when f is null then error('this named filter was not set') else true end
		and within_span(day, day_in(f, 'since'), day_in(f, 'until'))
		and within_span(day, day_in(f, 'within_since'), day_in(f, 'within_until'))
		and chosen(texts_in(f, 'shop'), shop)
		and chosen(texts_in(f, 'product_category'), product_category)
		and (
			texts_in(f, 'order_source') is null
			or list_contains(texts_in(f, 'order_source'), source)
		);

create or replace view order_selection as from orders_within(getvariable('filter') -> 'selection');
create or replace view order_selection_before as from orders_within(getvariable('filter') -> 'before');
create or replace view order_selection_ever as from orders_within(getvariable('filter') -> 'ever');
