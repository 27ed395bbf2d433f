-- Which field a list of cases is sorted by. $sort: name of a field known to ordered_selection.
set variable case_sort = $sort;
