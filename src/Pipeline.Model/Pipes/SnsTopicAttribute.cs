namespace Pipeline.Model;

/// <summary>An SNS topic that the account may publish to, such as for the errors of pipes.</summary>
/// <remarks>
/// Becomes CREATE NOTIFICATION INTEGRATION IF NOT EXISTS with TYPE = QUEUE, DIRECTION = OUTBOUND and AWS_SNS. It is never replaced: a new one gets
/// a new identity in AWS, and the topic would no longer trust it.
/// See <see href="https://docs.snowflake.com/en/sql-reference/sql/create-notification-integration-queue-outbound-aws">CREATE NOTIFICATION INTEGRATION (outbound, Amazon SNS)</see>.
/// </remarks>
/// <example><code>[SnsTopic("${sns.pipe_errors}", RoleArn = "${sns.role_arn}")] public sealed class PipeErrors;</code></example>
/// <param name="arn">The topic's ARN; may hold <c>${name}</c> of the environment.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SnsTopicAttribute(string arn) : KindAttribute
{
    /// <summary>The topic's ARN.</summary>
    public string Arn => arn;

    /// <summary>The role in the cloud that Snowflake takes on to publish; may hold <c>${name}</c> of the environment.</summary>
    public required string RoleArn { get; init; }
}
