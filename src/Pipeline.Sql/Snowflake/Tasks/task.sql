CREATE OR ALTER TASK {{ task.name }}
    WAREHOUSE = {{ task.warehouse }}
    {{~ if task.schedule ~}}
    SCHEDULE = {{ task.schedule | literal }}
    {{~ end ~}}
    {{~ if task.is_root ~}}
    ALLOW_OVERLAPPING_EXECUTION = FALSE
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
BEGIN
    -- Both stay the same when the graph is retried.
    SELECT
        SYSTEM$TASK_RUNTIME_INFO('CURRENT_TASK_GRAPH_RUN_GROUP_ID'),
        CONVERT_TIMEZONE('UTC', TO_TIMESTAMP_TZ(SYSTEM$TASK_RUNTIME_INFO('CURRENT_TASK_GRAPH_ORIGINAL_SCHEDULED_TIMESTAMP')))::TIMESTAMP_NTZ(6)
    INTO :run_id, :scheduled_at;

    {{~ for call in task.calls ~}}
    {{ call }};
    {{~ end ~}}
END;
$$;
{{~ end ~}}
