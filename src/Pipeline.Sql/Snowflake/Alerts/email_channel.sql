CREATE NOTIFICATION INTEGRATION IF NOT EXISTS {{ channel.name }}
    TYPE = EMAIL
    ENABLED = TRUE
    ALLOWED_RECIPIENTS = ({{ channel.recipients }})
    {{~ if channel.comment ~}}
    COMMENT = {{ channel.comment | literal }}
    {{~ end ~}}
;

ALTER NOTIFICATION INTEGRATION {{ channel.name }} SET
    ALLOWED_RECIPIENTS = ({{ channel.recipients }})
    {{~ if channel.comment ~}}
    COMMENT = {{ channel.comment | literal }}
    {{~ end ~}}
;
