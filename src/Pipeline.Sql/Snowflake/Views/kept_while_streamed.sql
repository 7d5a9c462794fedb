-- Never replaced: the streams on it would go stale. Where it isn't what the model says, stop here rather than load by it.
EXECUTE IMMEDIATE
$$
DECLARE
    live NUMBER(19,0) DEFAULT 0;
    unchanged NUMBER(19,0) DEFAULT 0;
    view_differs EXCEPTION (-20015, {{ view.message | literal }});
BEGIN
    SHOW VIEWS IN SCHEMA {{ view.schema }};

    SELECT
        COUNT(*),
        COUNT_IF(ENDSWITH("comment", {{ view.fingerprint | literal }}))
    INTO :live, :unchanged
    FROM TABLE(RESULT_SCAN(LAST_QUERY_ID()))
    WHERE "name" = {{ view.bare_name | literal }};

    IF (live = 0) THEN
{{ view.create }}
    ELSEIF (unchanged = 0) THEN
        RAISE view_differs;
    ELSE
        ALTER VIEW {{ view.name }} SET COMMENT = {{ view.comment | literal }};
    END IF;
END;
$$;
