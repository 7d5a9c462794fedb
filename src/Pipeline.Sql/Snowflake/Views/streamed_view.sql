CREATE {{ if view.secure }}SECURE {{ end }}VIEW IF NOT EXISTS {{ view.name }} (
    {{~ for line in view.lines ~}}
    {{ line }}{{ if !for.last }},{{ end }}
    {{~ end ~}}
)
    {{~ if view.row_access ~}}
    {{ view.row_access }}
    {{~ end ~}}
    CHANGE_TRACKING = TRUE
    COMMENT = {{ view.comment | literal }}
AS
{{ view.query }};
