WITH read AS (
    SELECT region, false AS whole, assurance, kind = '绩效自评报告' AS ours,
           sent_on <= coalesce(due_on, $deadline) AND ours AS in_time
    FROM $filings
    WHERE year = 2023 AND (kind = '绩效自评报告' OR kind IS NULL)
)
SELECT region, whole, assurance, count(*) AS n, count(*) FILTER (ours) AS filings,
       count(*) FILTER (in_time) AS on_time, count(in_time) AS on_time_known
FROM read
GROUP BY ALL;
