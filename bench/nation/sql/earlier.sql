WITH read AS (
    SELECT region, community = '*' AS whole, assurance,
           CASE WHEN whole THEN communities ELSE 1 END AS weight,
           coalesce(finished_on <= $as_of, stage IN $done)::INT * weight AS ended,
           CASE WHEN whole THEN coalesce(communities_finished, ended) ELSE ended END AS finished
    FROM $renovations
    WHERE year = 2022
)
SELECT region, whole, assurance, count(*) AS n,
       sum(weight)::BIGINT AS planned, count(weight) AS planned_known,
       sum(finished)::BIGINT AS finished, count(finished) AS finished_known,
       sum(weight) FILTER (finished IS NULL)::BIGINT AS finished_bound,
       count(weight) FILTER (finished IS NULL) AS finished_bounded
FROM read
GROUP BY ALL;
