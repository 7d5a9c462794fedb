-- The secret is made by a person, once: its value is in no file.
CREATE NOTIFICATION INTEGRATION IF NOT EXISTS {{ channel.name }}
    TYPE = WEBHOOK
    ENABLED = TRUE
    WEBHOOK_URL = {{ channel.url | literal }}
    WEBHOOK_SECRET = {{ channel.secret }}
    WEBHOOK_BODY_TEMPLATE = {{ channel.body | literal }}
    WEBHOOK_HEADERS = ('Content-Type' = 'application/json')
    {{~ if channel.comment ~}}
    COMMENT = {{ channel.comment | literal }}
    {{~ end ~}}
;

ALTER NOTIFICATION INTEGRATION {{ channel.name }} SET
    WEBHOOK_URL = {{ channel.url | literal }}
    WEBHOOK_SECRET = {{ channel.secret }}
    WEBHOOK_BODY_TEMPLATE = {{ channel.body | literal }}
    {{~ if channel.comment ~}}
    COMMENT = {{ channel.comment | literal }}
    {{~ end ~}}
;
