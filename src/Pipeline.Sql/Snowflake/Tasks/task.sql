CREATE OR ALTER TASK {{ task.name }}
    WAREHOUSE = {{ task.warehouse }}
    {{~ if task.schedule ~}}
    SCHEDULE = {{ task.schedule | literal }}
    {{~ end ~}}
    {{~ if task.overlap ~}}
    {{ task.overlap }}
    {{~ end ~}}
    TIMEZONE = 'UTC'
    {{~ if task.timeout_milliseconds > 0 ~}}
    USER_TASK_TIMEOUT_MS = {{ task.timeout_milliseconds }}
    {{~ end ~}}
    {{~ if task.is_root ~}}
    SUSPEND_TASK_AFTER_NUM_FAILURES = {{ task.suspend_after_failures }}
    {{~ end ~}}
    {{~ if task.comment ~}}
    COMMENT = {{ task.comment | literal }}
    {{~ end ~}}
    {{~ if task.finalizes ~}}
    FINALIZE = {{ task.finalizes }}
    {{~ end ~}}
    {{~ if task.retries > 0 ~}}
    TASK_AUTO_RETRY_ATTEMPTS = {{ task.retries }}
    {{~ end ~}}
    {{~ if task.after ~}}
    AFTER {{ task.after }}
    {{~ end ~}}
    {{~ if task.when ~}}
    WHEN {{ task.when }}
    {{~ end ~}}
AS
{{~ if task.runs_nothing ~}}
SELECT 1;
{{~ else ~}}
EXECUTE IMMEDIATE
$$
DECLARE
    run_id       VARCHAR;
    scheduled_at TIMESTAMP_NTZ(6);
    {{~ if task.returns_rows ~}}
    result       VARCHAR;
    rows_loaded  NUMBER(19,0) DEFAULT 0;
    {{~ end ~}}
BEGIN
    -- Both stay the same when the graph is retried.
    SELECT
        SYSTEM$TASK_RUNTIME_INFO('CURRENT_TASK_GRAPH_RUN_GROUP_ID'),
        CONVERT_TIMEZONE('UTC', TO_TIMESTAMP_TZ(SYSTEM$TASK_RUNTIME_INFO('CURRENT_TASK_GRAPH_ORIGINAL_SCHEDULED_TIMESTAMP')))::TIMESTAMP_NTZ(6)
    INTO :run_id, :scheduled_at;

    {{~ for call in task.calls ~}}
    {{~ if task.returns_rows && call.returns_rows ~}}
    {{ call.statement }} INTO :result;
    rows_loaded := rows_loaded + GET(PARSE_JSON(result), 'rows_loaded')::NUMBER(19,0);
    {{~ else ~}}
    {{ call.statement }};
    {{~ end ~}}
    {{~ end ~}}
    {{~ if task.returns_rows ~}}

    -- What waits for this task asks how many rows it brought.
    result := rows_loaded::VARCHAR;
    CALL SYSTEM$SET_RETURN_VALUE(:result);
    {{~ end ~}}
END;
$$;
{{~ end ~}}
{{~ if task.trigger_seconds ~}}

-- CREATE OR ALTER doesn't take it.
ALTER TASK {{ task.name }} SET USER_TASK_MINIMUM_TRIGGER_INTERVAL_IN_SECONDS = {{ task.trigger_seconds }};
{{~ end ~}}
