-- What are the themes called? Grain: one row a theme; its words, most typical first, with bars between them.
select theme::double as theme, words as label
from theme_label
order by theme;
