WITH read AS (
    SELECT region, community, assurance, amount_fen, list_position($stages, stage) AS place,
           amount_fen IS NOT NULL AND assurance <> 'illustrative' AS real,
           CASE assurance WHEN 'recorded' THEN 0 WHEN 'stated' THEN 1 ELSE 2 END AS rank,
           stage IN ('预算', '概算') AS planned, stage IN ('决算', '审定') AS settled
    FROM $costings
    WHERE year = 2023 AND stage <> '送审' AND (determined_on <= $as_of OR determined_on IS NULL)
), costed AS (
    SELECT region, community,
           CASE WHEN bool_or(real) THEN arg_max(amount_fen, place) FILTER (real)
                ELSE arg_max(amount_fen, place) FILTER (amount_fen IS NOT NULL) END AS investment,
           CASE WHEN bool_or(real) THEN arg_max(amount_fen, place) FILTER (real AND planned)
                ELSE arg_max(amount_fen, place) FILTER (amount_fen IS NOT NULL AND planned) END AS planned,
           CASE WHEN bool_or(real) THEN arg_max(amount_fen, place) FILTER (real AND settled)
                ELSE arg_max(amount_fen, place) FILTER (amount_fen IS NOT NULL AND settled) END AS settled,
           ['recorded', 'stated', 'illustrative'][coalesce(max(rank) FILTER (real), max(rank)) + 1] AS assurance
    FROM read
    GROUP BY region, community
)
SELECT region, community = '*' AS whole, assurance, count(*) AS n,
       sum(investment)::BIGINT AS investment, count(investment) AS investment_known,
       sum(planned)::BIGINT AS planned, count(planned) AS planned_known,
       sum(settled)::BIGINT AS settled, count(settled) AS settled_known
FROM costed
GROUP BY ALL;
