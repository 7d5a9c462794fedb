CREATE OR REPLACE {{ if view.secure }}SECURE {{ end }}VIEW {{ view.name }} (
    {{~ for line in view.lines ~}}
    {{ line }}{{ if !for.last }},{{ end }}
    {{~ end ~}}
)
    {{~ if view.row_access ~}}
    {{ view.row_access }}
    {{~ end ~}}
    COPY GRANTS
    {{~ if view.comment ~}}
    COMMENT = {{ view.comment | literal }}
    {{~ end ~}}
AS
{{ view.query }};
