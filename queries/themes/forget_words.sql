-- Takes what an earlier reading found off the cases.
update complaint
set words = null, theme = null, theme_fit = null, twins = null
where words is not null;
