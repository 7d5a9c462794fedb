{{~ for rename in table.renames ~}}
{{ rename }}

{{~ end ~}}
CREATE TABLE IF NOT EXISTS {{ table.name }} (
    {{~ for line in table.lines ~}}
    {{ line }}{{ if !for.last }},{{ end }}
    {{~ end ~}}
)
    {{~ if table.cluster_by ~}}
    CLUSTER BY ({{ table.cluster_by }})
    {{~ end ~}}
    {{~ if table.retention_days ~}}
    DATA_RETENTION_TIME_IN_DAYS = {{ table.retention_days }}
    {{~ end ~}}
    {{~ if table.change_tracking ~}}
    CHANGE_TRACKING = TRUE
    {{~ end ~}}
    {{~ if table.row_access ~}}
    {{ table.row_access }}
    {{~ end ~}}
    {{~ if table.comment ~}}
    COMMENT = {{ table.comment | literal }}
    {{~ end ~}}
;
