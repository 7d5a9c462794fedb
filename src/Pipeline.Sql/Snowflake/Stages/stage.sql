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
