WITH said AS (
    SELECT region, community, assurance, party_organisation, owners_committee, property_service, maintenance_fund, merged
    FROM $governance
    WHERE year = 2023
), beside AS (
    SELECT region, p.community, coalesce(s.assurance, p.assurance) AS assurance, area_package,
           party_organisation, owners_committee, property_service, maintenance_fund, merged
    FROM plan p LEFT JOIN said s USING (region, community)
    UNION ALL
    SELECT region, community, assurance, NULL,
           party_organisation, owners_committee, property_service, maintenance_fund, merged
    FROM said
    WHERE community = '*' AND region NOT IN (SELECT region FROM plan WHERE community = '*')
), weighed AS (
    SELECT region, community = '*' AS whole, assurance,
           CASE WHEN whole THEN size ELSE 1 END AS weight,
           CASE WHEN area_package IS NOT NULL THEN 1 ELSE merged::INT END * weight AS linked,
           party_organisation::INT * weight AS party,
           owners_committee::INT * weight AS owners,
           property_service::INT * weight AS service,
           maintenance_fund::INT * weight AS fund
    FROM beside LEFT JOIN sizes USING (region)
)
SELECT region, whole, assurance, count(*) AS n,
       sum(linked)::BIGINT AS linked, count(linked) AS linked_known,
       sum(weight) FILTER (linked IS NULL)::BIGINT AS linked_bound,
       count(weight) FILTER (linked IS NULL) AS linked_bounded,
       sum(party)::BIGINT AS party, count(party) AS party_known,
       sum(weight) FILTER (party IS NULL)::BIGINT AS party_bound,
       count(weight) FILTER (party IS NULL) AS party_bounded,
       sum(owners)::BIGINT AS owners, count(owners) AS owners_known,
       sum(weight) FILTER (owners IS NULL)::BIGINT AS owners_bound,
       count(weight) FILTER (owners IS NULL) AS owners_bounded,
       sum(service)::BIGINT AS service, count(service) AS service_known,
       sum(weight) FILTER (service IS NULL)::BIGINT AS service_bound,
       count(weight) FILTER (service IS NULL) AS service_bounded,
       sum(fund)::BIGINT AS fund, count(fund) AS fund_known,
       sum(weight) FILTER (fund IS NULL)::BIGINT AS fund_bound,
       count(weight) FILTER (fund IS NULL) AS fund_bounded
FROM weighed
GROUP BY ALL;
