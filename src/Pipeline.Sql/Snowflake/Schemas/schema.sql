CREATE {{ if schema.transient }}TRANSIENT {{ end }}SCHEMA IF NOT EXISTS {{ schema.name }}
    {{~ if schema.managed_access ~}}
    WITH MANAGED ACCESS
    {{~ end ~}}
    DATA_RETENTION_TIME_IN_DAYS = {{ schema.retention_days }}
    MAX_DATA_EXTENSION_TIME_IN_DAYS = {{ schema.max_extension_days }}
    {{~ if schema.comment ~}}
    COMMENT = {{ schema.comment | literal }}
    {{~ end ~}}
;

-- What has changed since, for one that was there before.
ALTER SCHEMA {{ schema.name }} SET
    DATA_RETENTION_TIME_IN_DAYS = {{ schema.retention_days }}
    MAX_DATA_EXTENSION_TIME_IN_DAYS = {{ schema.max_extension_days }}
    {{~ if schema.comment ~}}
    COMMENT = {{ schema.comment | literal }}
    {{~ end ~}}
;
{{~ if schema.managed_access ~}}

ALTER SCHEMA {{ schema.name }} ENABLE MANAGED ACCESS;
{{~ end ~}}
