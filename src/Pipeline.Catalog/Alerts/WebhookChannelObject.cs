namespace Pipeline.Catalog;

/// <summary>A notification integration for a webhook. It knows its secret by name alone.</summary>
/// <param name="Secret">The secret's name, <c>SCHEMA.NAME</c> or with its database.</param>
public sealed record WebhookChannelObject(QualifiedName Name, string ClassName, Webhook Service, string Secret) : CatalogObject(Name, ClassName)
{
    /// <summary>Null: the service's own.</summary>
    public string? Url { get; init; }
}

/// <summary>The services whose webhooks Snowflake calls.</summary>
public enum Webhook { Slack, Teams, PagerDuty }
