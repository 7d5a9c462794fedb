-- Never replaced: its grants would be lost, and the streams on it would be stale.
CREATE EXTERNAL TABLE IF NOT EXISTS {{ table.name }} (
    {{~ for line in table.lines ~}}
    {{ line }}{{ if !for.last }},{{ end }}
    {{~ end ~}}
)
    {{~ if table.partition_by ~}}
    PARTITION BY ({{ table.partition_by }})
    {{~ end ~}}
    LOCATION = {{ table.location }}
    {{~ if !table.auto_refresh ~}}
    REFRESH_ON_CREATE = FALSE
    {{~ end ~}}
    AUTO_REFRESH = {{ if table.auto_refresh }}TRUE{{ else }}FALSE{{ end }}
    {{~ if table.pattern ~}}
    PATTERN = {{ table.pattern | literal }}
    {{~ end ~}}
    FILE_FORMAT = (FORMAT_NAME = {{ table.format | literal }})
    {{~ if table.sns_topic ~}}
    AWS_SNS_TOPIC = {{ table.sns_topic | literal }}
    {{~ end ~}}
    COMMENT = {{ table.comment | literal }}
;
