-- 更正一笔的，事项、小区随所更正的那一笔；说不清更正哪一笔的，每一事项都可能，金额未知。
WITH counted AS (
    SELECT region, community, kind, source, amount_fen, assurance, corrects
    FROM $fund_moves
    WHERE year = 2023 AND (moved_on <= $as_of OR moved_on IS NULL)
), corrections AS (
    SELECT region, c.assurance, c.amount_fen, f.kind AS kind,
           coalesce(f.community, c.community) AS community, coalesce(c.source, f.source) AS source
    FROM (FROM counted WHERE kind = '调整') c
    LEFT JOIN (SELECT region, id AS corrects, kind, source, community FROM $fund_moves WHERE kind <> '调整') f
    USING (region, corrects)
), entries AS (
    SELECT region, community, kind, source, amount_fen, assurance FROM counted WHERE kind <> '调整'
    UNION ALL
    SELECT region, community, kind, source, amount_fen, assurance FROM corrections WHERE kind IS NOT NULL
    UNION ALL
    SELECT region, community, unnest($kinds) AS kind, source, NULL, assurance FROM corrections WHERE kind IS NULL
)
SELECT region, coalesce(community = '*', false) AS whole, assurance, count(*) AS n,
       sum(amount_fen) FILTER (kind = '下达')::BIGINT AS allocated, count(amount_fen) FILTER (kind = '下达') AS allocated_known,
       count(*) FILTER (kind = '下达') AS allocated_rows,
       sum(amount_fen) FILTER (kind = '到位')::BIGINT AS received, count(amount_fen) FILTER (kind = '到位') AS received_known,
       count(*) FILTER (kind = '到位') AS received_rows,
       sum(amount_fen) FILTER (kind = '拨付')::BIGINT AS passed_on, count(amount_fen) FILTER (kind = '拨付') AS passed_on_known,
       count(*) FILTER (kind = '拨付') AS passed_on_rows,
       sum(amount_fen) FILTER (kind = '支付')::BIGINT AS paid, count(amount_fen) FILTER (kind = '支付') AS paid_known,
       count(*) FILTER (kind = '支付') AS paid_rows,
       sum(amount_fen) FILTER (kind = '结转')::BIGINT AS carried_over, count(amount_fen) FILTER (kind = '结转') AS carried_over_known,
       count(*) FILTER (kind = '结转') AS carried_over_rows,
       sum(amount_fen) FILTER (kind = '收回')::BIGINT AS recovered, count(amount_fen) FILTER (kind = '收回') AS recovered_known,
       count(*) FILTER (kind = '收回') AS recovered_rows,
       sum(amount_fen) FILTER (kind = '到位' AND source IN $bond)::BIGINT AS bond, count(amount_fen) FILTER (kind = '到位' AND source IN $bond) AS bond_known,
       count(*) FILTER (kind = '到位' AND (source IN $bond OR source IS NULL)) AS bond_rows,
       sum(amount_fen) FILTER (kind = '到位' AND source IN $utility)::BIGINT AS utility, count(amount_fen) FILTER (kind = '到位' AND source IN $utility) AS utility_known,
       count(*) FILTER (kind = '到位' AND (source IN $utility OR source IS NULL)) AS utility_rows,
       sum(amount_fen) FILTER (kind = '到位' AND source IN $resident)::BIGINT AS resident, count(amount_fen) FILTER (kind = '到位' AND source IN $resident) AS resident_known,
       count(*) FILTER (kind = '到位' AND (source IN $resident OR source IS NULL)) AS resident_rows,
       sum(amount_fen) FILTER (kind = '到位' AND source IN $social)::BIGINT AS social, count(amount_fen) FILTER (kind = '到位' AND source IN $social) AS social_known,
       count(*) FILTER (kind = '到位' AND (source IN $social OR source IS NULL)) AS social_rows,
       sum(amount_fen) FILTER (kind = '到位' AND source IN $other)::BIGINT AS other, count(amount_fen) FILTER (kind = '到位' AND source IN $other) AS other_known,
       count(*) FILTER (kind = '到位' AND (source IN $other OR source IS NULL)) AS other_rows,
       sum(amount_fen) FILTER (kind = '到位' AND source IN $local_budget)::BIGINT AS local, count(amount_fen) FILTER (kind = '到位' AND source IN $local_budget) AS local_known,
       count(*) FILTER (kind = '到位' AND (source IN $local_budget OR source IS NULL)) AS local_rows,
       sum(amount_fen) FILTER (kind = '到位' AND source IN $upper)::BIGINT AS upper, count(amount_fen) FILTER (kind = '到位' AND source IN $upper) AS upper_known,
       count(*) FILTER (kind = '到位' AND (source IN $upper OR source IS NULL)) AS upper_rows,
       sum(amount_fen) FILTER (kind = '到位' AND source IN $above)::BIGINT AS above, count(amount_fen) FILTER (kind = '到位' AND source IN $above) AS above_known,
       count(*) FILTER (kind = '到位' AND (source IN $above OR source IS NULL)) AS above_rows,
       sum(amount_fen) FILTER (kind = '支付' AND source IN $above)::BIGINT AS above_used, count(amount_fen) FILTER (kind = '支付' AND source IN $above) AS above_used_known,
       count(*) FILTER (kind = '支付' AND (source IN $above OR source IS NULL)) AS above_used_rows
FROM entries
GROUP BY ALL;
