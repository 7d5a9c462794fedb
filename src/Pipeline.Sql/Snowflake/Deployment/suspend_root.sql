-- Tasks of {{ root.graph | comment }} change only while its root is suspended. {{ if root.stays_suspended }}This one stays so, as the model says.{{ else if root.starts_new }}A root that someone else suspended stays so.{{ else }}One that isn't running, or is new, stays so.{{ end }}
{{~ if !root.stays_suspended ~}}
CREATE TABLE IF NOT EXISTS {{ root.to_resume }} (
    TASK_NAME VARCHAR NOT NULL
)
    COMMENT = 'Roots that a deployment suspended and has to resume; empty but during one.';

EXECUTE IMMEDIATE
$$
DECLARE
    found NUMBER(19,0) DEFAULT 0;
BEGIN
    SHOW TASKS IN SCHEMA {{ root.schema }};

    SELECT COUNT(*)
    INTO :found
    FROM TABLE(RESULT_SCAN(LAST_QUERY_ID()))
    WHERE "name" = {{ root.bare_name | literal }}
        AND "state" = {{ if root.starts_new }}'suspended'{{ else }}'started'{{ end }};

    IF (found {{ if root.starts_new }}= 0{{ else }}> 0{{ end }}) THEN
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

{{~ end ~}}
ALTER TASK IF EXISTS {{ root.name }} SUSPEND;
