-- Takes the themes of an earlier reading away.
delete from theme_label;
