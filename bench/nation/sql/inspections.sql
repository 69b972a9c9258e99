SELECT region, coalesce(community = '*', false) AS whole, assurance, count(*) AS n,
       count(*) FILTER (upheld) AS upheld, count(upheld) AS upheld_known
FROM $inspections
WHERE year = 2023 AND (inspected_on <= $as_of OR inspected_on IS NULL)
GROUP BY ALL;
