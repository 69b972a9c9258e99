SELECT region, community = '*' AS whole, assurance, count(*) AS n,
       sum(households)::BIGINT AS households, count(households) AS households_known,
       sum(valid)::BIGINT AS valid, count(valid) AS valid_known,
       sum(satisfied)::BIGINT AS satisfied, count(satisfied) AS satisfied_known,
       sum(valid) FILTER (satisfied IS NULL)::BIGINT AS satisfied_bound,
       count(valid) FILTER (satisfied IS NULL) AS satisfied_bounded
FROM $survey_frames
WHERE year = 2023 AND (surveyed_on <= $as_of OR surveyed_on IS NULL)
GROUP BY ALL;
