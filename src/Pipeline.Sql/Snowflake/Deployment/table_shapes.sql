-- A table that was there before keeps its shape by IF NOT EXISTS: what the model adds, widens, opens to nulls or comments is altered here.
-- Nothing is dropped or narrowed. What differs otherwise stops the deployment before anything is altered; a column that the model hasn't stays.
EXECUTE IMMEDIATE
$$
DECLARE
    differences VARCHAR;
    alterations VARCHAR;
BEGIN
    WITH
        model_tables AS (
            SELECT
                COLUMN1 AS TABLE_SCHEMA,
                COLUMN2 AS TABLE_NAME,
                COLUMN3 AS TABLE_COMMENT,
                COLUMN4 AS RETENTION_DAYS,
                COLUMN5 AS CLUSTERING_KEY
            FROM VALUES
                {{~ for table in shapes.tables ~}}
                {{ table }}{{ if !for.last }},{{ end }}
                {{~ end ~}}
        ),
        model_columns AS (
            SELECT
                COLUMN1 AS TABLE_SCHEMA,
                COLUMN2 AS TABLE_NAME,
                COLUMN3 AS COLUMN_NAME,
                COLUMN4 AS COLUMN_TYPE,
                SPLIT_PART(COLUMN4, '(', 1) AS TYPE_NAME,
                COALESCE(TRY_TO_NUMBER(REGEXP_SUBSTR(COLUMN4, '[0-9]+')), 16777216) AS TYPE_SIZE,
                TRY_TO_NUMBER(REGEXP_SUBSTR(COLUMN4, '[0-9]+', 1, 2)) AS TYPE_SCALE,
                COLUMN5 AS IS_NULLABLE,
                COLUMN6 AS ADDED_WITH,
                COLUMN7 AS COLUMN_COMMENT
            FROM VALUES
                {{~ for column in shapes.columns ~}}
                {{ column }}{{ if !for.last }},{{ end }}
                {{~ end ~}}
        ),
        live_tables AS (
            SELECT
                live.TABLE_SCHEMA,
                live.TABLE_NAME,
                live.ROW_COUNT,
                live.COMMENT AS TABLE_COMMENT,
                live.RETENTION_TIME AS RETENTION_DAYS,
                REGEXP_REPLACE(live.CLUSTERING_KEY, '^LINEAR|[ ()"]', '') AS CLUSTERING_KEY
            FROM INFORMATION_SCHEMA.TABLES AS live
            INNER JOIN model_tables AS model
                ON model.TABLE_SCHEMA = live.TABLE_SCHEMA
                    AND model.TABLE_NAME = live.TABLE_NAME
        ),
        live_columns AS (
            SELECT
                live.TABLE_SCHEMA,
                live.TABLE_NAME,
                live.COLUMN_NAME,
                IFF(live.DATA_TYPE = 'TEXT', 'VARCHAR', live.DATA_TYPE) AS TYPE_NAME,
                IFF(live.DATA_TYPE = 'TEXT', live.CHARACTER_MAXIMUM_LENGTH, live.NUMERIC_PRECISION) AS TYPE_SIZE,
                live.NUMERIC_SCALE AS TYPE_SCALE,
                live.IS_NULLABLE,
                live.COLUMN_DEFAULT IS NOT NULL OR live.IS_IDENTITY = 'YES' AS FILLS_ITSELF,
                live.COMMENT AS COLUMN_COMMENT
            FROM INFORMATION_SCHEMA.COLUMNS AS live
            INNER JOIN live_tables AS known
                ON known.TABLE_SCHEMA = live.TABLE_SCHEMA
                    AND known.TABLE_NAME = live.TABLE_NAME
        ),
        compared AS (
            SELECT
                COALESCE(model.TABLE_SCHEMA, live.TABLE_SCHEMA) AS TABLE_SCHEMA,
                COALESCE(model.TABLE_NAME, live.TABLE_NAME) AS TABLE_NAME,
                COALESCE(model.COLUMN_NAME, live.COLUMN_NAME) AS COLUMN_NAME,
                '"' || REPLACE(COALESCE(model.COLUMN_NAME, live.COLUMN_NAME), '"', '""') || '"' AS QUOTED_COLUMN,
                model.COLUMN_NAME IS NULL AS IS_LEFT_OVER,
                live.COLUMN_NAME IS NULL AS IS_MISSING,
                model.COLUMN_TYPE,
                CASE live.TYPE_NAME
                    WHEN 'VARCHAR' THEN 'VARCHAR(' || live.TYPE_SIZE || ')'
                    WHEN 'NUMBER' THEN 'NUMBER(' || live.TYPE_SIZE || ',' || live.TYPE_SCALE || ')'
                    ELSE live.TYPE_NAME
                END AS LIVE_TYPE,
                live.TYPE_NAME <> model.TYPE_NAME
                    OR (live.TYPE_NAME = 'NUMBER' AND live.TYPE_SCALE <> model.TYPE_SCALE) AS IS_OF_ANOTHER_TYPE,
                live.TYPE_NAME IN ('VARCHAR', 'NUMBER') AND live.TYPE_SIZE < model.TYPE_SIZE AS IS_NARROWER,
                model.IS_NULLABLE,
                live.IS_NULLABLE AS IS_LIVE_NULLABLE,
                live.FILLS_ITSELF,
                model.ADDED_WITH,
                '''' || REPLACE(REPLACE(model.COLUMN_COMMENT, '\\', '\\\\'), '''', '''''') || '''' AS QUOTED_COMMENT,
                model.COLUMN_COMMENT <> '' AS IS_COMMENTED,
                model.COLUMN_COMMENT <> '' AND model.COLUMN_COMMENT IS DISTINCT FROM live.COLUMN_COMMENT AS IS_COMMENTED_OTHERWISE
            FROM model_columns AS model
            FULL JOIN live_columns AS live
                ON live.TABLE_SCHEMA = model.TABLE_SCHEMA
                    AND live.TABLE_NAME = model.TABLE_NAME
                    AND live.COLUMN_NAME = model.COLUMN_NAME
        ),
        differing AS (
            SELECT
                compared.TABLE_SCHEMA || '.' || compared.TABLE_NAME || ': ' || compared.COLUMN_NAME || CASE
                    WHEN compared.IS_MISSING THEN ' is missing, and rows that are there would have no value in it'
                    WHEN compared.IS_OF_ANOTHER_TYPE THEN ' is ' || compared.LIVE_TYPE || ', in the model ' || compared.COLUMN_TYPE
                    ELSE ' takes null, in the model it does not'
                END AS DIFFERENCE
            FROM compared
            INNER JOIN live_tables AS live
                ON live.TABLE_SCHEMA = compared.TABLE_SCHEMA
                    AND live.TABLE_NAME = compared.TABLE_NAME
            WHERE (compared.IS_MISSING AND compared.IS_NULLABLE = 'NO' AND NOT STARTSWITH(compared.ADDED_WITH, 'DEFAULT ') AND live.ROW_COUNT > 0)
                OR compared.IS_OF_ANOTHER_TYPE
                OR (compared.IS_NULLABLE = 'NO' AND compared.IS_LIVE_NULLABLE = 'YES')
        ),
        altering AS (
            SELECT
                1 AS STEP_NUMBER,
                live.TABLE_SCHEMA,
                live.TABLE_NAME,
                '' AS COLUMN_NAME,
                'SET COMMENT = ''' || REPLACE(REPLACE(model.TABLE_COMMENT, '\\', '\\\\'), '''', '''''') || '''' AS ALTERATION
            FROM live_tables AS live
            INNER JOIN model_tables AS model
                ON model.TABLE_SCHEMA = live.TABLE_SCHEMA
                    AND model.TABLE_NAME = live.TABLE_NAME
            WHERE model.TABLE_COMMENT <> ''
                AND model.TABLE_COMMENT IS DISTINCT FROM live.TABLE_COMMENT
            UNION ALL
            SELECT
                2,
                live.TABLE_SCHEMA,
                live.TABLE_NAME,
                '',
                'SET DATA_RETENTION_TIME_IN_DAYS = ' || model.RETENTION_DAYS
            FROM live_tables AS live
            INNER JOIN model_tables AS model
                ON model.TABLE_SCHEMA = live.TABLE_SCHEMA
                    AND model.TABLE_NAME = live.TABLE_NAME
            WHERE live.RETENTION_DAYS < model.RETENTION_DAYS
            UNION ALL
            -- A mask may read other columns, so what has none comes first.
            SELECT
                IFF(CONTAINS(compared.ADDED_WITH, 'MASKING POLICY'), 4, 3),
                compared.TABLE_SCHEMA,
                compared.TABLE_NAME,
                compared.COLUMN_NAME,
                'ADD COLUMN ' || compared.QUOTED_COLUMN || ' ' || compared.COLUMN_TYPE
                    || IFF(compared.ADDED_WITH = '', '', ' ' || compared.ADDED_WITH)
                    || IFF(compared.IS_COMMENTED, ' COMMENT ' || compared.QUOTED_COMMENT, '')
            FROM compared
            WHERE compared.IS_MISSING
            UNION ALL
            SELECT
                5,
                compared.TABLE_SCHEMA,
                compared.TABLE_NAME,
                compared.COLUMN_NAME,
                'ALTER COLUMN ' || compared.QUOTED_COLUMN || ' SET DATA TYPE ' || compared.COLUMN_TYPE
            FROM compared
            WHERE compared.IS_NARROWER
            UNION ALL
            -- No load fills a column that the model hasn't.
            SELECT
                6,
                compared.TABLE_SCHEMA,
                compared.TABLE_NAME,
                compared.COLUMN_NAME,
                'ALTER COLUMN ' || compared.QUOTED_COLUMN || ' DROP NOT NULL'
            FROM compared
            WHERE compared.IS_LIVE_NULLABLE = 'NO'
                AND (compared.IS_NULLABLE = 'YES' OR (compared.IS_LEFT_OVER AND NOT compared.FILLS_ITSELF))
            UNION ALL
            SELECT
                7,
                compared.TABLE_SCHEMA,
                compared.TABLE_NAME,
                compared.COLUMN_NAME,
                'ALTER COLUMN ' || compared.QUOTED_COLUMN || ' COMMENT ' || compared.QUOTED_COMMENT
            FROM compared
            WHERE NOT compared.IS_MISSING
                AND compared.IS_COMMENTED_OTHERWISE
            UNION ALL
            SELECT
                8,
                live.TABLE_SCHEMA,
                live.TABLE_NAME,
                '',
                'CLUSTER BY (' || model.CLUSTERING_KEY || ')'
            FROM live_tables AS live
            INNER JOIN model_tables AS model
                ON model.TABLE_SCHEMA = live.TABLE_SCHEMA
                    AND model.TABLE_NAME = live.TABLE_NAME
            WHERE model.CLUSTERING_KEY <> ''
                AND REGEXP_REPLACE(model.CLUSTERING_KEY, '[ "]', '') IS DISTINCT FROM live.CLUSTERING_KEY
        ),
        -- INTO takes no query among what it selects, so each list is a step.
        all_differences AS (
            SELECT LISTAGG(differing.DIFFERENCE, '; ') WITHIN GROUP (ORDER BY differing.DIFFERENCE) AS DIFFERENCES
            FROM differing
        ),
        all_alterations AS (
            SELECT
                LISTAGG(
                    'ALTER TABLE "' || REPLACE(altering.TABLE_SCHEMA, '"', '""') || '"."' || REPLACE(altering.TABLE_NAME, '"', '""') || '" ' || altering.ALTERATION || ';',
                    ' '
                ) WITHIN GROUP (ORDER BY altering.TABLE_SCHEMA, altering.TABLE_NAME, altering.STEP_NUMBER, altering.COLUMN_NAME) AS ALTERATIONS
            FROM altering
        )
    SELECT
        all_differences.DIFFERENCES,
        all_alterations.ALTERATIONS
    INTO :differences, :alterations
    FROM all_differences
    CROSS JOIN all_alterations;

    -- An exception's message is a constant, so the block that raises it is made of the differences.
    IF (LENGTH(differences) > 0) THEN
        differences := LEFT(REGEXP_REPLACE(differences, '[^A-Za-z0-9_.,:;() ]', '?'), 1000);
        EXECUTE IMMEDIATE 'DECLARE shape_differs EXCEPTION (-20010, ''Tables differ from the model: ' || differences || '''); BEGIN RAISE shape_differs; END;';
    ELSEIF (LENGTH(alterations) > 0) THEN
        EXECUTE IMMEDIATE 'BEGIN ' || alterations || ' END;';
    END IF;

    RETURN alterations;
END;
$$;
