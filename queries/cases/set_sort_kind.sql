-- Whether the field a list of cases is sorted by is a number. $is_number: true or false.
set variable case_sort_is_number = $is_number::boolean;
