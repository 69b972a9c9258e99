WITH attempts AS (
    SELECT region, community, coalesce(passed, nullif(first_time, false)) AS passed, passed AND first_time AS first_time,
           CASE assurance WHEN 'recorded' THEN 0 WHEN 'stated' THEN 1 ELSE 2 END AS rank
    FROM (SELECT * REPLACE (coalesce(passed, nullif(first_time, false)) AS passed) FROM $acceptances)
    WHERE year = 2023 AND community IS NOT NULL AND (accepted_on <= $as_of OR accepted_on IS NULL)
), said AS (
    SELECT region, community, count(*) AS attempts,
           CASE WHEN bool_or(passed) THEN true WHEN bool_or(passed IS NULL) THEN NULL ELSE false END AS passed,
           CASE WHEN bool_or(NOT first_time) THEN false WHEN bool_or(first_time IS NULL) THEN NULL ELSE true
           END AS first_time,
           ['recorded', 'stated', 'illustrative'][max(rank) + 1] AS assurance
    FROM attempts
    GROUP BY region, community
), beside AS (
    SELECT region, p.community, coalesce(s.assurance, p.assurance) AS assurance, stage IN $accepted AS reached,
           communities_accepted, households, attempts, passed, first_time
    FROM plan p LEFT JOIN said s USING (region, community)
    UNION ALL
    SELECT region, community, assurance, NULL, NULL, NULL, attempts, passed, first_time
    FROM said
    WHERE community = '*' AND region NOT IN (SELECT region FROM plan WHERE community = '*')
), weighed AS (
    SELECT region, community = '*' AS whole, assurance, households,
           CASE WHEN whole THEN size ELSE 1 END AS weight,
           coalesce(passed, reached)::INT * weight AS by_community,
           CASE WHEN whole THEN coalesce(communities_accepted, by_community) ELSE by_community END AS accepted,
           CASE WHEN accepted = weight THEN households WHEN accepted = 0 THEN 0 END AS living,
           CASE WHEN attempts IS NULL AND NOT reached THEN 0 ELSE weight END AS due,
           CASE WHEN due = 0 THEN 0 ELSE first_time::INT * due END AS first_time
    FROM beside LEFT JOIN sizes USING (region)
)
SELECT region, whole, assurance, count(*) AS n,
       sum(accepted)::BIGINT AS accepted, count(accepted) AS accepted_known,
       sum(weight) FILTER (accepted IS NULL)::BIGINT AS accepted_bound,
       count(weight) FILTER (accepted IS NULL) AS accepted_bounded,
       sum(living)::BIGINT AS living, count(living) AS living_known,
       sum(households) FILTER (living IS NULL)::BIGINT AS living_bound,
       count(households) FILTER (living IS NULL) AS living_bounded,
       sum(due)::BIGINT AS due, count(due) AS due_known,
       sum(first_time)::BIGINT AS first_time, count(first_time) AS first_time_known,
       sum(due) FILTER (first_time IS NULL)::BIGINT AS first_time_bound,
       count(due) FILTER (first_time IS NULL) AS first_time_bounded
FROM weighed
GROUP BY ALL;
