-- SQLMesh's SCD_TYPE_2_BY_COLUMN, written from its description: the source and the open rows in a full outer join, and the whole table anew.
CREATE OR REPLACE TABLE DIM_MEMBER AS
WITH
    source AS (SELECT DISTINCT ON (MEMBER_ID) TRUE AS EXISTING, * EXCLUDE CHANGED_AT FROM {source}),
    closed AS (SELECT *, TRUE AS EXISTING FROM DIM_MEMBER WHERE VALID_TO IS NOT NULL),
    latest AS (SELECT *, TRUE AS EXISTING FROM DIM_MEMBER WHERE VALID_TO IS NULL),
    deleted AS (SELECT closed.* FROM closed LEFT JOIN latest ON latest.MEMBER_ID = closed.MEMBER_ID WHERE latest.VALID_FROM IS NULL),
    latest_deleted AS (SELECT MEMBER_ID, max(VALID_TO) AS VALID_TO FROM deleted GROUP BY MEMBER_ID),
    joined AS (
        SELECT source.EXISTING, latest.MEMBER_ID AS T_MEMBER_ID, {latest_columns}, latest.VALID_FROM AS T_VALID_FROM, latest.VALID_TO AS T_VALID_TO,
            source.MEMBER_ID, {source_columns}
        FROM latest FULL OUTER JOIN source ON source.MEMBER_ID = latest.MEMBER_ID
    ),
    updated_rows AS (
        SELECT coalesce(joined.T_MEMBER_ID, joined.MEMBER_ID) AS MEMBER_ID, {kept_columns},
            coalesce(joined.T_VALID_FROM, CASE WHEN latest_deleted.VALID_TO > {now} THEN latest_deleted.VALID_TO ELSE {now} END) AS VALID_FROM,
            CASE WHEN joined.EXISTING IS NULL OR (joined.T_MEMBER_ID IS NOT NULL AND ({columns_differ})) THEN {now} ELSE joined.T_VALID_TO END AS VALID_TO
        FROM joined LEFT JOIN latest_deleted ON latest_deleted.MEMBER_ID = joined.MEMBER_ID
    ),
    inserted_rows AS (
        SELECT joined.MEMBER_ID, {new_columns}, {now} AS VALID_FROM, NULL::TIMESTAMP AS VALID_TO
        FROM joined WHERE joined.EXISTING AND joined.T_MEMBER_ID IS NOT NULL AND ({columns_differ})
    )
SELECT * EXCLUDE EXISTING FROM closed
UNION ALL
SELECT * FROM updated_rows
UNION ALL
SELECT * FROM inserted_rows;
