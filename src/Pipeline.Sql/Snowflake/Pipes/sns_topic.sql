CREATE NOTIFICATION INTEGRATION IF NOT EXISTS {{ topic.name }}
    ENABLED = TRUE
    DIRECTION = OUTBOUND
    TYPE = QUEUE
    NOTIFICATION_PROVIDER = AWS_SNS
    AWS_SNS_TOPIC_ARN = {{ topic.arn | literal }}
    AWS_SNS_ROLE_ARN = {{ topic.role_arn | literal }}
    {{~ if topic.comment ~}}
    COMMENT = {{ topic.comment | literal }}
    {{~ end ~}}
;
