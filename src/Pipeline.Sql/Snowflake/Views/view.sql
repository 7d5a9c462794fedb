{{~ if view.is_streamed ~}}
-- Not replaced: the streams on it would go stale. To change its query, drop it and its streams first.
CREATE {{ if view.secure }}SECURE {{ end }}VIEW IF NOT EXISTS {{ view.name }} (
{{~ else ~}}
CREATE OR REPLACE {{ if view.secure }}SECURE {{ end }}VIEW {{ view.name }} (
{{~ end ~}}
    {{~ for line in view.lines ~}}
    {{ line }}{{ if !for.last }},{{ end }}
    {{~ end ~}}
)
    {{~ if view.row_access ~}}
    {{ view.row_access }}
    {{~ end ~}}
    {{~ if view.is_streamed ~}}
    CHANGE_TRACKING = TRUE
    {{~ else ~}}
    COPY GRANTS
    {{~ end ~}}
    {{~ if view.comment ~}}
    COMMENT = {{ view.comment | literal }}
    {{~ end ~}}
AS
{{ view.query }};
{{~ for statement in view.attached ~}}

{{ statement }}
{{~ end ~}}
