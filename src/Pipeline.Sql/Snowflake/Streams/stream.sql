{{~ for rename in stream.renames ~}}
{{ rename }}

{{~ end ~}}
CREATE STREAM IF NOT EXISTS {{ stream.name }}
    ON {{ stream.source_kind }} {{ stream.source }}
    {{~ if stream.append_only ~}}
    APPEND_ONLY = TRUE
    {{~ end ~}}
    {{~ if stream.insert_only ~}}
    INSERT_ONLY = TRUE
    {{~ end ~}}
    {{~ if stream.show_initial_rows ~}}
    SHOW_INITIAL_ROWS = TRUE
    {{~ end ~}}
    {{~ if stream.comment ~}}
    COMMENT = {{ stream.comment | literal }}
    {{~ end ~}}
;
