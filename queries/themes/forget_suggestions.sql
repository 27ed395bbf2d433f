-- Takes the proposals of an earlier reading away.
delete from category_suggestion;
