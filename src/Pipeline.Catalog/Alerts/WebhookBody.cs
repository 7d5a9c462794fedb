namespace Pipeline.Catalog;

/// <summary>What is posted to a webhook: the service's words around the message.</summary>
public static class WebhookBody
{
    /// <summary>Snowflake puts the secret here.</summary>
    public const string Secret = "SNOWFLAKE_WEBHOOK_SECRET";

    /// <summary>Snowflake puts the message here; in a JSON text it must be escaped before.</summary>
    public const string Message = "SNOWFLAKE_WEBHOOK_MESSAGE";

    public static string Of(Webhook service) => service switch
    {
        Webhook.Slack => """{"text":"SNOWFLAKE_WEBHOOK_MESSAGE"}""",
        Webhook.Teams => """{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.4","body":[{"type":"TextBlock","wrap":true,"text":"SNOWFLAKE_WEBHOOK_MESSAGE"}]}}]}""",
        _ => """{"routing_key":"SNOWFLAKE_WEBHOOK_SECRET","event_action":"trigger","payload":{"summary":"SNOWFLAKE_WEBHOOK_MESSAGE","source":"Snowflake","severity":"critical"}}""",
    };

    /// <summary>The domains in which a service's addresses lie; of other addresses Snowflake calls none.</summary>
    /// <remarks>See <see href="https://docs.snowflake.com/en/user-guide/notifications/webhook-notifications">Webhook notifications</see>.</remarks>
    public static IReadOnlyList<string> HostsOf(Webhook service) => service switch
    {
        Webhook.Slack => ["slack.com", "slack-gov.com"],
        Webhook.Teams => ["logic.azure.com", "powerplatform.com", "office.com"],
        _ => ["pagerduty.com"],
    };

    /// <summary>The address where the model says none; null for a service whose addresses have no common part.</summary>
    public static string? UrlOf(Webhook service) => service switch
    {
        Webhook.Slack => "https://hooks.slack.com/services/" + Secret,
        Webhook.PagerDuty => "https://events.pagerduty.com/v2/enqueue",
        _ => null,
    };
}
