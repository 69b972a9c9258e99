WITH read AS (
    SELECT region, coalesce(community = '*', false) AS whole, assurance,
           CASE WHEN kind IN $urgent THEN $urgent_weight ELSE 1 END AS counts,
           CASE WHEN solved IS NOT DISTINCT FROM false THEN false ELSE coalesce(solved_on <= $as_of, solved) END AS solved
    FROM $problems
    WHERE year = 2023 AND (found_on <= $as_of OR found_on IS NULL)
)
SELECT region, whole, assurance, count(*) AS n, sum(counts)::BIGINT AS confirmed,
       sum(counts) FILTER (solved)::BIGINT AS solved, count(solved) AS solved_known,
       sum(counts) FILTER (solved IS NULL)::BIGINT AS solved_bound
FROM read
GROUP BY ALL;
