WITH read AS (
    SELECT region, community = '*' AS whole, assurance, CASE $families END AS family,
           planned_milli, done_milli, accepted_milli, before_milli, after_milli
    FROM $work_items
    WHERE year = 2023 AND work IN $with_family
)
SELECT region, whole, assurance, family, count(*) AS n,
       sum(planned_milli)::BIGINT AS planned, count(planned_milli) AS planned_known,
       sum(done_milli)::BIGINT AS done, count(done_milli) AS done_known,
       sum(accepted_milli)::BIGINT AS accepted, count(accepted_milli) AS accepted_known,
       sum(before_milli)::BIGINT AS before, count(before_milli) AS before_known,
       sum(after_milli)::BIGINT AS after, count(after_milli) AS after_known
FROM read
GROUP BY ALL;
