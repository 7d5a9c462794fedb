CREATE OR REPLACE {{ if view.secure }}SECURE {{ end }}MATERIALIZED VIEW {{ view.name }} COPY GRANTS (
    {{~ for line in view.lines ~}}
    {{ line }}{{ if !for.last }},{{ end }}
    {{~ end ~}}
)
    {{~ if view.comment ~}}
    COMMENT = {{ view.comment | literal }}
    {{~ end ~}}
    {{~ if view.row_access ~}}
    {{ view.row_access }}
    {{~ end ~}}
    {{~ if view.cluster_by ~}}
    CLUSTER BY ({{ view.cluster_by }})
    {{~ end ~}}
AS
{{ view.query }};
