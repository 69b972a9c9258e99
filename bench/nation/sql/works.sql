WITH done AS (
    SELECT region, community, done_milli, work IN $improvements AS improves,
           CASE assurance WHEN 'recorded' THEN 0 WHEN 'stated' THEN 1 ELSE 2 END AS rank
    FROM $work_items
    WHERE year = 2023 AND (work IN $improvements OR work IN $upgrades)
), said AS (
    SELECT region, community,
           max(done_milli) FILTER (improves) AS most_improved, max(done_milli) FILTER (NOT improves) AS most_upgraded,
           CASE WHEN most_improved > 0 THEN true
                WHEN most_improved = 0 AND NOT bool_or(done_milli IS NULL) FILTER (improves) THEN false END AS improved,
           CASE WHEN most_upgraded > 0 THEN true
                WHEN most_upgraded = 0 AND NOT bool_or(done_milli IS NULL) FILTER (NOT improves) THEN false END AS upgraded,
           ['recorded', 'stated', 'illustrative'][max(rank) + 1] AS assurance
    FROM done
    GROUP BY region, community
), beside AS (
    SELECT region, p.community, coalesce(s.assurance, p.assurance) AS assurance, improved, upgraded
    FROM plan p LEFT JOIN said s USING (region, community)
    UNION ALL
    SELECT region, community, assurance, improved, upgraded
    FROM said
    WHERE community = '*' AND region NOT IN (SELECT region FROM plan WHERE community = '*')
), weighed AS (
    SELECT region, community = '*' AS whole, assurance,
           CASE WHEN whole THEN size ELSE 1 END AS weight,
           (improved AND upgraded)::INT * weight AS reached,
           CASE WHEN whole AND weight > 1 AND reached > 0 THEN NULL ELSE reached END AS both_done
    FROM beside LEFT JOIN sizes USING (region)
)
SELECT region, whole, assurance, count(*) AS n,
       sum(both_done)::BIGINT AS both_done, count(both_done) AS both_done_known,
       sum(weight) FILTER (both_done IS NULL)::BIGINT AS both_done_bound,
       count(weight) FILTER (both_done IS NULL) AS both_done_bounded
FROM weighed
GROUP BY ALL;
