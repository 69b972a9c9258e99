WITH read AS (
    SELECT region, false AS whole, assurance, severity,
           CASE WHEN mended IS NOT DISTINCT FROM false THEN false ELSE coalesce(mended_on <= $as_of, mended) END AS mended
    FROM $audit_findings
    WHERE year = 2023 AND (found_on <= $as_of OR found_on IS NULL)
)
SELECT region, whole, assurance, count(*) AS n,
       count(*) FILTER (severity IN $found) AS findings,
       count(*) FILTER (severity = '严重') AS serious,
       count(*) FILTER (mended AND severity IN $found) AS mended,
       count(mended) FILTER (severity IN $found) AS mended_known
FROM read
GROUP BY ALL;
