WITH read AS (
    SELECT region, coalesce(community = '*', false) AS whole, assurance, source IN $above AS above,
           least(moved_on, $as_of) - received_on > $pass_on_days AS long,
           CASE WHEN moved_on IS NULL AND long THEN NULL ELSE long END AND above AS late
    FROM $fund_moves
    WHERE year = 2023 AND kind = '下达' AND (source IN $above OR source IS NULL)
      AND (received_on <= $as_of OR received_on IS NULL)
)
SELECT region, whole, assurance, count(*) AS n,
       count(*) FILTER (above) AS instalments,
       count(*) FILTER (late) AS late, count(late) AS late_known
FROM read
GROUP BY ALL;
