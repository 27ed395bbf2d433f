-- Writes the names of themes. $labels: JSON list of {theme, words}.
insert into theme_label by name
select unnest(from_json($labels::json, '[{"theme": "BIGINT", "words": "VARCHAR"}]'), recursive := true);
