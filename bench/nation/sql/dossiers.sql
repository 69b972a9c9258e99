WITH beside AS (
    SELECT region, p.community, coalesce(c.assurance, p.assurance) AS assurance,
           dossier_basic AND dossier_wish AND dossier_plan AND dossier_progress AND dossier_pictures AS complete
    FROM plan p LEFT JOIN $communities c USING (region, community)
    UNION ALL
    SELECT region, community, assurance,
           dossier_basic AND dossier_wish AND dossier_plan AND dossier_progress AND dossier_pictures
    FROM $communities
    WHERE community = '*' AND region NOT IN (SELECT region FROM plan WHERE community = '*')
), weighed AS (
    SELECT region, community = '*' AS whole, assurance,
           CASE WHEN whole THEN size ELSE 1 END AS weight, complete::INT * weight AS complete
    FROM beside LEFT JOIN sizes USING (region)
)
SELECT region, whole, assurance, count(*) AS n,
       sum(complete)::BIGINT AS complete, count(complete) AS complete_known,
       sum(weight) FILTER (complete IS NULL)::BIGINT AS complete_bound,
       count(weight) FILTER (complete IS NULL) AS complete_bounded
FROM weighed
GROUP BY ALL;
