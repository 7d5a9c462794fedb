CREATE OR REPLACE PROCEDURE {{ alert.procedure }}()
COPY GRANTS
RETURNS VARCHAR
LANGUAGE SQL
COMMENT = {{ alert.title | literal }}
EXECUTE AS OWNER
AS
$$
DECLARE
    notice_id VARCHAR DEFAULT UUID_STRING();
    title     VARCHAR DEFAULT {{ alert.title | literal }};
    message   VARCHAR;
    {{~ if alert.has_webhooks ~}}
    escaped   VARCHAR;
    {{~ end ~}}
BEGIN
    BEGIN TRANSACTION;

    {{ alert.log }}

    SELECT LEFT(LISTAGG(told.MESSAGE, '\n') WITHIN GROUP (ORDER BY told.SUBJECT), {{ alert.longest }})
    INTO :message
    FROM {{ alert.log_table }} AS told
    WHERE told.NOTICE_ID = :notice_id;

    IF (LENGTH(message) = 0) THEN
        COMMIT;
        RETURN 'Nothing to tell.';
    END IF;
    {{~ if alert.has_webhooks ~}}

    -- Snowflake puts the message between the quotes of a JSON text.
    SELECT TO_JSON(TO_VARIANT(:title || '\n' || :message))
    INTO :escaped;
    escaped := SUBSTR(escaped, 2, LENGTH(escaped) - 2);
    {{~ end ~}}
    {{~ for channel in alert.channels ~}}

    {{ channel }}
    {{~ end ~}}

    COMMIT;
    RETURN message;
EXCEPTION
    WHEN OTHER THEN
        -- Nobody was told, so the next evaluation tries again.
        ROLLBACK;
        RAISE;
END;
$$;
