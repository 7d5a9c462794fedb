namespace Pipeline.Model;

/// <summary>The services whose webhooks Snowflake calls.</summary>
public enum Webhook
{
    /// <summary>Slack: a message in a channel.</summary>
    Slack,

    /// <summary>Microsoft Teams: a card in a channel.</summary>
    Teams,

    /// <summary>PagerDuty: an incident.</summary>
    PagerDuty,
}
