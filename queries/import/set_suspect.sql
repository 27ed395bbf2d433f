-- The field the next check looks at. $field: a field of the case table.
set variable suspect = $field::varchar;
