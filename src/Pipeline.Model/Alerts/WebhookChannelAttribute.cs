namespace Pipeline.Model;

/// <summary>A webhook of a service that Snowflake calls.</summary>
/// <remarks>
/// <para>Becomes CREATE NOTIFICATION INTEGRATION IF NOT EXISTS with TYPE = WEBHOOK. The model knows the secret by its name alone: a person makes it once in each
/// account by CREATE SECRET .. TYPE = GENERIC_STRING, and no file, log or message ever holds its value. Where it isn't there yet the deployment fails after all
/// else is deployed, and runs through once it is.</para>
/// <para>Of Slack it is what follows https://hooks.slack.com/services/, of PagerDuty the routing key, of Teams what the URL says SNOWFLAKE_WEBHOOK_SECRET for.</para>
/// See <see href="https://docs.snowflake.com/en/sql-reference/sql/create-notification-integration-webhooks">CREATE NOTIFICATION INTEGRATION (webhooks)</see>.
/// </remarks>
/// <example><code>[WebhookChannel(Webhook.Slack, Secret = "MONITORING.SLACK_WEBHOOK")] public sealed class DataQualityChannel;</code></example>
/// <param name="service">The service.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WebhookChannelAttribute(Webhook service) : KindAttribute
{
    /// <summary>The service.</summary>
    public Webhook Service => service;

    /// <summary>The name of the secret, with its schema; may hold <c>${name}</c> of the environment.</summary>
    public required string Secret { get; init; }

    /// <summary>The address, with SNOWFLAKE_WEBHOOK_SECRET in the secret's place; needed for Teams, whose addresses have no common part.</summary>
    public string? Url { get; init; }
}
