CREATE OR ALTER FILE FORMAT {{ format.name }}
    TYPE = CSV
    COMPRESSION = {{ format.compression }}
    FIELD_DELIMITER = {{ format.field_delimiter | literal }}
    {{~ if format.by_header ~}}
    PARSE_HEADER = TRUE
    ERROR_ON_COLUMN_COUNT_MISMATCH = FALSE
    {{~ else ~}}
    SKIP_HEADER = {{ format.skip_header }}
    {{~ end ~}}
    FIELD_OPTIONALLY_ENCLOSED_BY = {{ format.enclosed_by }}
    ESCAPE_UNENCLOSED_FIELD = NONE
    NULL_IF = ({{ format.null_if }})
    EMPTY_FIELD_AS_NULL = TRUE
    TRIM_SPACE = {{ format.trim_space }}
    {{~ if format.comment ~}}
    COMMENT = {{ format.comment | literal }}
    {{~ end ~}}
;
