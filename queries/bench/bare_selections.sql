-- Which days does the bare measurement look at? Session variables fold like literals.
set variable bare = {
	'since': $since::date, 'until': $until::date,
	'before_since': $before_since::date, 'before_until': $before_until::date
};
