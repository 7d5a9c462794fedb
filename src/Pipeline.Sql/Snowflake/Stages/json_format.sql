CREATE OR ALTER FILE FORMAT {{ format.name }}
    TYPE = JSON
    COMPRESSION = {{ format.compression }}
    STRIP_OUTER_ARRAY = {{ format.strip_outer_array }}
    STRIP_NULL_VALUES = {{ format.strip_null_values }}
    {{~ if format.comment ~}}
    COMMENT = {{ format.comment | literal }}
    {{~ end ~}}
;
