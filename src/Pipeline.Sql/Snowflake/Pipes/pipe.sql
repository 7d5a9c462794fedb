-- Never replaced: a new pipe has forgotten which files it loaded.
CREATE PIPE IF NOT EXISTS {{ pipe.name }}
    AUTO_INGEST = TRUE
    {{~ if pipe.error_integration ~}}
    ERROR_INTEGRATION = {{ pipe.error_integration }}
    {{~ end ~}}
    {{~ if pipe.sns_topic ~}}
    AWS_SNS_TOPIC = {{ pipe.sns_topic | literal }}
    {{~ end ~}}
    COMMENT = {{ pipe.comment | literal }}
AS
{{ pipe.copy }}
;
