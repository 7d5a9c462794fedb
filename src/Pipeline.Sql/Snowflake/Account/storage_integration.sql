CREATE STORAGE INTEGRATION IF NOT EXISTS {{ integration.name }}
    TYPE = EXTERNAL_STAGE
    STORAGE_PROVIDER = 'S3'
    ENABLED = TRUE
    STORAGE_AWS_ROLE_ARN = {{ integration.role_arn | literal }}
    {{~ if integration.external_id ~}}
    STORAGE_AWS_EXTERNAL_ID = {{ integration.external_id | literal }}
    {{~ end ~}}
    STORAGE_ALLOWED_LOCATIONS = ({{ integration.allowed_locations }})
    {{~ if integration.blocked_locations ~}}
    STORAGE_BLOCKED_LOCATIONS = ({{ integration.blocked_locations }})
    {{~ end ~}}
    {{~ if integration.comment ~}}
    COMMENT = {{ integration.comment | literal }}
    {{~ end ~}}
;

-- What has changed since, for one that was there before. Never replaced: its stages would lose it, and AWS would see another identity.
ALTER STORAGE INTEGRATION {{ integration.name }} SET
    ENABLED = TRUE
    STORAGE_AWS_ROLE_ARN = {{ integration.role_arn | literal }}
    STORAGE_ALLOWED_LOCATIONS = ({{ integration.allowed_locations }})
    {{~ if integration.blocked_locations ~}}
    STORAGE_BLOCKED_LOCATIONS = ({{ integration.blocked_locations }})
    {{~ end ~}}
    {{~ if integration.comment ~}}
    COMMENT = {{ integration.comment | literal }}
    {{~ end ~}}
;
