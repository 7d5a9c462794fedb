-- Tasks of {{ root.graph }} change only while its root is suspended. A root that someone else suspended stays so.
CREATE TABLE IF NOT EXISTS {{ root.to_resume }} (
    TASK_NAME VARCHAR NOT NULL
)
    COMMENT = 'Roots that a deployment suspended and has to resume; empty but during one.';

EXECUTE IMMEDIATE
$$
DECLARE
    suspended NUMBER(19,0) DEFAULT 0;
BEGIN
    SHOW TASKS IN SCHEMA {{ root.schema }};

    SELECT COUNT(*)
    INTO :suspended
    FROM TABLE(RESULT_SCAN(LAST_QUERY_ID()))
    WHERE "name" = {{ root.bare_name | literal }}
        AND "state" = 'suspended';

    IF (suspended = 0) THEN
        INSERT INTO {{ root.to_resume }} (
            TASK_NAME
        )
        SELECT {{ root.bare_name | literal }}
        WHERE NOT EXISTS (
            SELECT 1
            FROM {{ root.to_resume }} AS noted
            WHERE noted.TASK_NAME = {{ root.bare_name | literal }}
        );
    END IF;
END;
$$;

ALTER TASK IF EXISTS {{ root.name }} SUSPEND;
