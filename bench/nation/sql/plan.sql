-- 本年度计划：每个小区一行，或全县一行；各县计划几个小区。下面几条语句都要用，先各算一遍。
CREATE OR REPLACE TEMP TABLE plan AS
SELECT region, community, assurance, stage, area_package, communities_accepted,
       CASE WHEN community = '*' THEN communities ELSE 1 END AS number,
       coalesce(households_actual, households_planned) AS households
FROM $renovations
WHERE year = 2023;

CREATE OR REPLACE TEMP TABLE sizes AS
WITH ranked AS (
    SELECT *, CASE assurance WHEN 'recorded' THEN 0 WHEN 'stated' THEN 1 WHEN 'illustrative' THEN 2 END AS rank
    FROM plan
), sides AS (
    SELECT region,
           count(*) FILTER (community <> '*') AS single,
           max(rank) FILTER (community <> '*') AS single_rank,
           max(number) FILTER (community = '*') AS stated,
           max(rank) FILTER (community = '*' AND number IS NOT NULL) AS stated_rank
    FROM ranked
    GROUP BY region
)
SELECT region,
       CASE WHEN single > 0 AND coalesce(single_rank <= stated_rank, true) THEN single ELSE stated END AS size
FROM sides;
