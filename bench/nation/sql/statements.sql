WITH long AS (
    SELECT region, community = '*' AS whole,
           CASE assurance WHEN 'recorded' THEN 0 WHEN 'stated' THEN 1 ELSE 2 END AS rank,
           unnest(['小区数', '楼栋数', '户数', '改造面积']) AS subject,
           unnest([CASE WHEN whole THEN communities ELSE 1 END, buildings_planned, households_planned, area_planned_dm2])
           AS value
    FROM $renovations
    WHERE year = 2023
), sides AS (
    SELECT region, subject,
           count(*) FILTER (NOT whole) AS rows, count(value) FILTER (NOT whole) AS known,
           sum(value) FILTER (NOT whole) AS single, max(rank) FILTER (NOT whole AND value IS NOT NULL) AS single_rank,
           sum(value) FILTER (whole) AS stated, max(rank) FILTER (whole AND value IS NOT NULL) AS stated_rank
    FROM long
    GROUP BY region, subject
), totals AS (
    SELECT region, subject,
           CASE WHEN stated IS NOT NULL AND (known = 0 OR stated_rank < single_rank) THEN stated
                WHEN rows = known THEN single END AS total
    FROM sides
), read AS (
    SELECT region, false AS whole, assurance, total,
           replace(replace(value, ',', ''), '，', '') AS plain,
           CASE WHEN regexp_matches(plain, '^[0-9]{1,8}(\.[0-9]{1,4})?$$') THEN replace(plain, '.', '')::BIGINT END AS digits,
           (10 ** length(split_part(plain, '.', 2)))::BIGINT AS power,
           CASE WHEN subject <> '改造面积'
                THEN CASE WHEN unit IS NULL OR unit IN $units_one THEN 1 WHEN unit IN $units_10k THEN 10000 END
                ELSE CASE WHEN unit IS NULL OR unit IN $units_10k_m2 THEN 1000000 WHEN unit IN $units_m2 THEN 100 END
           END AS factor,
           abs(total * power - digits * factor) * 2 <= factor AS agrees
    FROM $statements LEFT JOIN totals USING (region, subject)
    WHERE year = 2023 AND subject IN ('小区数', '楼栋数', '户数', '改造面积') AND NOT coalesce(contains(scope, '实际'), false)
)
SELECT region, whole, assurance, count(*) AS n, count(*) FILTER (NOT agrees) AS different, count(agrees) AS compared
FROM read
GROUP BY ALL;
