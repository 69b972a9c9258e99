WITH read AS (
    SELECT region, false AS whole, assurance, kind,
           CASE WHEN present IS NOT DISTINCT FROM false THEN false ELSE coalesce(issued_on <= $as_of, present) END AS present
    FROM $institutions
    WHERE year = 2023
)
SELECT region, whole, assurance, kind, count(*) AS n,
       count(*) FILTER (present) AS present, count(present) AS present_known
FROM read
GROUP BY ALL;
