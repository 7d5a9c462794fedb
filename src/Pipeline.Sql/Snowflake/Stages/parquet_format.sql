CREATE OR ALTER FILE FORMAT {{ format.name }}
    TYPE = PARQUET
    COMPRESSION = {{ format.compression }}
    BINARY_AS_TEXT = {{ format.binary_as_text }}
    USE_LOGICAL_TYPE = TRUE
    {{~ if format.comment ~}}
    COMMENT = {{ format.comment | literal }}
    {{~ end ~}}
;
