CREATE OR ALTER DYNAMIC TABLE {{ table.name }} (
    {{~ for line in table.lines ~}}
    {{ line }}{{ if !for.last }},{{ end }}
    {{~ end ~}}
)
    {{~ if table.refreshed_by_task ~}}
    SCHEDULER = DISABLE
    {{~ else ~}}
    TARGET_LAG = {{ table.target_lag }}
    {{~ end ~}}
    WAREHOUSE = {{ table.warehouse }}
    REFRESH_MODE = {{ table.refresh_mode }}
    INITIALIZE = ON_SCHEDULE
    {{~ if table.comment ~}}
    COMMENT = {{ table.comment | literal }}
    {{~ end ~}}
AS
{{ table.query }};
