-- Which way a list of cases is sorted. $descending: true for largest or latest first.
set variable case_descending = $descending::boolean;
