{{~ if table.has_policies ~}}
-- CREATE OR ALTER takes no policies: nothing is refreshed until they are in force.
ALTER DYNAMIC TABLE IF EXISTS {{ table.name }} SUSPEND;

{{~ end ~}}
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
{{~ if table.has_policies ~}}

{{~ for statement in table.attached ~}}
{{ statement }}
{{~ end ~}}
ALTER DYNAMIC TABLE {{ table.name }} RESUME;
{{~ end ~}}
