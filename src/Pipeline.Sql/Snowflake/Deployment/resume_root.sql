{{~ if root.stays_suspended ~}}
-- A suspended task counts as succeeded, so every child is resumed; the root stays suspended, as the model says.
{{~ else ~}}
-- A suspended task counts as succeeded, so every child is resumed; then the root, if the deployment was to start it again.
{{~ end ~}}
{{~ for child in root.children ~}}
ALTER TASK {{ child }} RESUME;
{{~ end ~}}
{{~ for child in root.suspended ~}}
ALTER TASK {{ child }} SUSPEND;
{{~ end ~}}
{{~ if !root.stays_suspended ~}}

EXECUTE IMMEDIATE
$$
DECLARE
    noted NUMBER(19,0) DEFAULT 0;
BEGIN
    SELECT COUNT(*)
    INTO :noted
    FROM {{ root.to_resume }} AS roots
    WHERE roots.TASK_NAME = {{ root.bare_name | literal }};

    IF (noted > 0) THEN
        ALTER TASK {{ root.name }} RESUME;

        DELETE FROM {{ root.to_resume }}
        WHERE TASK_NAME = {{ root.bare_name | literal }};
    END IF;
END;
$$;
{{~ end ~}}
