-- What did the last reading of narratives find? Grain: one row, none before the first.
select
	reading,
	model,
	read_at,
	sources,
	seconds,
	narratives::double as narratives,
	left_out::double as left_out,
	clusters,
	silhouette,
	judged::double as judged,
	right_guesses::double as right_guesses,
	unclassified::double as unclassified,
	commonest
from text_reading
order by reading desc
limit 1;
