{{~ if database.variable ~}}
{{ database.variable }}

{{~ end ~}}
CREATE {{ if database.transient }}TRANSIENT {{ end }}DATABASE IF NOT EXISTS {{ database.name }}
    DATA_RETENTION_TIME_IN_DAYS = {{ database.retention_days }}
    MAX_DATA_EXTENSION_TIME_IN_DAYS = {{ database.max_extension_days }}
    {{~ if database.comment ~}}
    COMMENT = {{ database.comment | literal }}
    {{~ end ~}}
;

-- What has changed since, for one that was there before.
ALTER DATABASE {{ database.name }} SET
    DATA_RETENTION_TIME_IN_DAYS = {{ database.retention_days }}
    MAX_DATA_EXTENSION_TIME_IN_DAYS = {{ database.max_extension_days }}
    {{~ if database.comment ~}}
    COMMENT = {{ database.comment | literal }}
    {{~ end ~}}
;

-- All that follows lies in it.
USE DATABASE {{ database.name }};
