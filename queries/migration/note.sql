-- Notes a migration that was just applied.
insert into schema_migration values ($number, $name);
