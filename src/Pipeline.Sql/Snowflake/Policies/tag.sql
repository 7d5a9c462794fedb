CREATE TAG IF NOT EXISTS {{ tag.name }}
    {{~ if tag.allowed_values ~}}
    ALLOWED_VALUES {{ tag.allowed_values }}
    {{~ end ~}}
    {{~ if tag.comment ~}}
    COMMENT = {{ tag.comment | literal }}
    {{~ end ~}}
;
