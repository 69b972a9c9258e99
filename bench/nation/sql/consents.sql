WITH votes AS (
    SELECT region, community, matter IN $plan_matters AS on_plan,
           CASE assurance WHEN 'recorded' THEN 0 WHEN 'stated' THEN 1 ELSE 2 END AS rank,
           coalesce(area_agreed_dm2 <= area_took_part_dm2 AND area_took_part_dm2 <= area_total_dm2
                    AND owners_agreed <= owners_took_part AND owners_took_part <= owners_total, true) AS sound,
           area_took_part_dm2 > 0 AND owners_took_part > 0
               AND area_took_part_dm2 * 3 >= area_total_dm2 * 2 AND owners_took_part * 3 >= owners_total * 2 AS quorum,
           CASE WHEN matter IN $special
                THEN area_agreed_dm2 * 4 >= area_took_part_dm2 * 3 AND owners_agreed * 4 >= owners_took_part * 3
                ELSE area_agreed_dm2 * 2 > area_took_part_dm2 AND owners_agreed * 2 > owners_took_part END AS agreed,
           CASE WHEN sound THEN quorum AND agreed END AS carried
    FROM $consents
    WHERE year = 2023 AND community IS NOT NULL AND matter IN $gate_matters
      AND (decided_on <= $as_of OR decided_on IS NULL)
    QUALIFY NOT coalesce(decided_on < max(decided_on) OVER (PARTITION BY region, community, matter), false)
), said AS (
    SELECT region, community,
           CASE WHEN bool_or(NOT carried) THEN false
                WHEN NOT bool_or(carried IS NULL) AND bool_or(on_plan) THEN true END AS consents,
           ['recorded', 'stated', 'illustrative'][max(rank) + 1] AS assurance
    FROM votes
    GROUP BY region, community
), beside AS (
    SELECT region, p.community, coalesce(s.assurance, p.assurance) AS assurance, consents
    FROM plan p LEFT JOIN said s USING (region, community)
    UNION ALL
    SELECT region, community, assurance, consents
    FROM said
    WHERE community = '*' AND region NOT IN (SELECT region FROM plan WHERE community = '*')
), weighed AS (
    SELECT region, community = '*' AS whole, assurance,
           CASE WHEN whole THEN size ELSE 1 END AS weight,
           consents::INT * weight AS passed, (NOT consents)::INT * weight AS failed
    FROM beside LEFT JOIN sizes USING (region)
)
SELECT region, whole, assurance, count(*) AS n,
       sum(passed)::BIGINT AS passed, count(passed) AS passed_known,
       sum(weight) FILTER (passed IS NULL)::BIGINT AS passed_bound,
       count(weight) FILTER (passed IS NULL) AS passed_bounded,
       sum(failed)::BIGINT AS failed
FROM weighed
GROUP BY ALL;
