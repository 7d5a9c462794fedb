CREATE RESOURCE MONITOR IF NOT EXISTS {{ monitor.name }} WITH
    CREDIT_QUOTA = {{ monitor.credit_quota }}
    FREQUENCY = {{ monitor.frequency }}
    START_TIMESTAMP = IMMEDIATELY
    TRIGGERS
    {{~ for trigger in monitor.triggers ~}}
        {{ trigger }}
    {{~ end ~}}
;

-- What has changed since. Its period stays: another start would count from zero.
ALTER RESOURCE MONITOR {{ monitor.name }} SET
    CREDIT_QUOTA = {{ monitor.credit_quota }}
    TRIGGERS
    {{~ for trigger in monitor.triggers ~}}
        {{ trigger }}
    {{~ end ~}}
;
{{~ if monitor.of_account ~}}

-- It counts all warehouses of the account.
ALTER ACCOUNT SET RESOURCE_MONITOR = {{ monitor.name }};
{{~ end ~}}
