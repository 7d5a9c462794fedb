-- A backfill of {{ backfill.target }} by `pipeline backfill`, to be reviewed and run by hand; run it whole, in one session.
--
-- Reads     {{ backfill.source }} where {{ backfill.range }}
{{~ if backfill.keys != "" ~}}
--           and all other rows with the same {{ backfill.keys }}, so that the newest state of each is known
{{~ end ~}}
{{~ for name in backfill.reads ~}}
--           {{ name }}
{{~ end ~}}
{{~ for name in backfill.writes ~}}
-- {{ if for.first }}Writes   {{ else }}         {{ end }} {{ name }}
{{~ end ~}}
-- Streams   none is read, so that every offset stays; those on {{ backfill.target }} show what was corrected to the loads after it.
-- Rows      that are right already stay untouched; a row that is in {{ backfill.target }} and not in {{ backfill.source }} stays too. A second run changes nothing.
{{~ for root in backfill.roots ~}}
-- {{ if for.first }}Before   {{ else }}         {{ end }} ALTER TASK {{ root }} SUSPEND;   after it: RESUME
{{~ end ~}}
{{~ if backfill.role != "" ~}}
-- Role      {{ backfill.role }}, or one that includes it: to others policies hide rows or values, and what is hidden would be stored.
{{~ end ~}}
-- Undo      within the table's retention, with the STARTED_AT that the script returns. The table stays the same object, so that its streams and grants do.
--           It takes back what was written since by others too.
{{~ for undo in backfill.undo ~}}
--           INSERT OVERWRITE INTO {{ undo.table }} ({{ undo.columns }})
--               SELECT {{ undo.columns }} FROM {{ undo.table }} AT (TIMESTAMP => '<STARTED_AT> +0000'::TIMESTAMP_TZ);
{{~ end ~}}

EXECUTE IMMEDIATE
$$
DECLARE
    run_id        VARCHAR          DEFAULT 'BACKFILL_' || UUID_STRING();
    scheduled_at  TIMESTAMP_NTZ(6) DEFAULT SYSDATE();
    started_at    TIMESTAMP_NTZ(6) DEFAULT SYSDATE();
    error_message VARCHAR;
    error_detail  VARCHAR          DEFAULT '';
    rows_before   NUMBER(19,0)     DEFAULT 0;
    rows_after    NUMBER(19,0)     DEFAULT 0;

    {{~ for counter in backfill.counters ~}}
    {{ counter }} NUMBER(19,0) DEFAULT 0;
    {{~ end ~}}
    {{~ for failure in backfill.failures ~}}
    {{~ if for.first ~}}

    {{~ end ~}}
    {{ failure.name }} EXCEPTION ({{ failure.code }}, {{ failure.message | literal }});
    {{~ end ~}}
BEGIN
    {{~ for statement in backfill.prepare ~}}
    {{~ if for.first ~}}
    -- Batches are made before the transaction: a CREATE inside would commit it.
    {{~ end ~}}
    {{ statement }}

    {{~ end ~}}
    BEGIN TRANSACTION;

    SELECT COUNT(*) INTO :rows_before FROM {{ backfill.target }};

    {{~ for statement in backfill.transaction ~}}
    {{ statement }}

    {{~ end ~}}
    SELECT COUNT(*) INTO :rows_after FROM {{ backfill.target }};

    COMMIT;

    {{ backfill.summary }};
EXCEPTION
    WHEN OTHER THEN
        error_message := SQLERRM || error_detail;

        ROLLBACK;

        BEGIN TRANSACTION;

        {{~ for statement in backfill.on_failure ~}}
        {{ statement }}

        {{~ end ~}}
        COMMIT;

        RAISE;
END;
$$;
