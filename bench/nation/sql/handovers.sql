WITH read AS (
    SELECT region, coalesce(community = '*', false) AS whole, assurance,
           CASE WHEN handed IS NOT DISTINCT FROM false THEN false ELSE coalesce(handed_on <= $as_of, handed) END AS handed
    FROM $handovers
    WHERE year = 2023 AND asset IN $specialised
)
SELECT region, whole, assurance, count(*) AS n, count(*) FILTER (handed) AS handed, count(handed) AS handed_known
FROM read
GROUP BY ALL;
