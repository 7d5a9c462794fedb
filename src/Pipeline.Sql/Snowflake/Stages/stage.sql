CREATE STAGE IF NOT EXISTS {{ stage.name }}
    {{~ if stage.url ~}}
    URL = {{ stage.url | literal }}
    {{~ end ~}}
    {{~ if stage.integration ~}}
    STORAGE_INTEGRATION = {{ stage.integration }}
    {{~ end ~}}
    {{~ if stage.directory ~}}
    DIRECTORY = (ENABLE = TRUE)
    {{~ end ~}}
    {{~ if stage.format ~}}
    FILE_FORMAT = (FORMAT_NAME = {{ stage.format | literal }})
    {{~ end ~}}
    {{~ if stage.comment ~}}
    COMMENT = {{ stage.comment | literal }}
    {{~ end ~}}
;
{{~ if stage.format || stage.comment ~}}

-- What has changed since, for one that was there before. Not its place: pipes on it would have to be made anew.
ALTER STAGE {{ stage.name }} SET
    {{~ if stage.format ~}}
    FILE_FORMAT = (FORMAT_NAME = {{ stage.format | literal }})
    {{~ end ~}}
    {{~ if stage.comment ~}}
    COMMENT = {{ stage.comment | literal }}
    {{~ end ~}}
;
{{~ end ~}}
