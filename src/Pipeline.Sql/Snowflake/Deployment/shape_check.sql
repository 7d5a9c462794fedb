-- IF NOT EXISTS keeps a table of another shape. Stop here rather than load it.
EXECUTE IMMEDIATE
$$
DECLARE
    differences VARCHAR;
BEGIN
    WITH
        expected AS (
            SELECT
                COLUMN1 AS TABLE_SCHEMA,
                COLUMN2 AS TABLE_NAME,
                COLUMN3 AS COLUMN_NAME,
                COLUMN4 AS COLUMN_TYPE,
                COLUMN5 AS IS_NULLABLE
            FROM VALUES
                {{~ for column in check.columns ~}}
                {{ column }}{{ if !for.last }},{{ end }}
                {{~ end ~}}
        ),
        actual AS (
            SELECT
                live.TABLE_SCHEMA,
                live.TABLE_NAME,
                live.COLUMN_NAME,
                CASE
                    WHEN live.DATA_TYPE = 'NUMBER' THEN 'NUMBER(' || live.NUMERIC_PRECISION || ',' || live.NUMERIC_SCALE || ')'
                    WHEN live.DATA_TYPE = 'TEXT' THEN 'TEXT(' || live.CHARACTER_MAXIMUM_LENGTH || ')'
                    ELSE live.DATA_TYPE
                END AS COLUMN_TYPE,
                live.IS_NULLABLE
            FROM INFORMATION_SCHEMA.COLUMNS AS live
            WHERE EXISTS (
                SELECT 1
                FROM expected AS known
                WHERE known.TABLE_SCHEMA = live.TABLE_SCHEMA
                    AND known.TABLE_NAME = live.TABLE_NAME
            )
        )
    SELECT LISTAGG(
        COALESCE(expected.TABLE_SCHEMA || '.' || expected.TABLE_NAME, actual.TABLE_SCHEMA || '.' || actual.TABLE_NAME)
            || ': ' || COALESCE(expected.COLUMN_NAME, actual.COLUMN_NAME)
            || CASE
                WHEN actual.COLUMN_NAME IS NULL THEN ' is missing'
                WHEN expected.COLUMN_NAME IS NULL THEN ' is not in the model'
                ELSE ' is ' || actual.COLUMN_TYPE || ', in the model ' || expected.COLUMN_TYPE
            END,
        '; '
    ) WITHIN GROUP (ORDER BY COALESCE(expected.TABLE_NAME, actual.TABLE_NAME), COALESCE(expected.COLUMN_NAME, actual.COLUMN_NAME))
    INTO :differences
    FROM expected
    FULL JOIN actual
        ON actual.TABLE_SCHEMA = expected.TABLE_SCHEMA
            AND actual.TABLE_NAME = expected.TABLE_NAME
            AND actual.COLUMN_NAME = expected.COLUMN_NAME
    WHERE actual.COLUMN_NAME IS NULL
        OR expected.COLUMN_NAME IS NULL
        OR actual.IS_NULLABLE <> expected.IS_NULLABLE
        OR (actual.COLUMN_TYPE <> expected.COLUMN_TYPE AND expected.COLUMN_TYPE <> 'TEXT');

    -- An exception's message is a constant, so the block that raises it is made of the differences.
    IF (LENGTH(differences) > 0) THEN
        differences := LEFT(REGEXP_REPLACE(differences, '[^A-Za-z0-9_.,:;() ]', '?'), 1000);
        EXECUTE IMMEDIATE 'DECLARE shape_differs EXCEPTION (-20010, ''Tables differ from the model: ' || differences || '''); BEGIN RAISE shape_differs; END;';
    END IF;
END;
$$;
