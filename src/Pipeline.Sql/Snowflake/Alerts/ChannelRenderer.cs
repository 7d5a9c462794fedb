using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>Notification integrations for e-mail and webhooks. A secret is in none of them but by its name.</summary>
internal static class ChannelRenderer
{
    public static string Render(SnowflakeRenderer renderer, EmailChannelObject channel) => renderer.Fill(
        "Alerts/email_channel.sql", "channel", new EmailView(renderer.Name(channel.Name), renderer.Texts(channel.Recipients), channel.Comment));

    public static string Render(SnowflakeRenderer renderer, WebhookChannelObject channel) => renderer.Fill(
        "Alerts/webhook_channel.sql", "channel", new WebhookView(
            renderer.Name(channel.Name),
            channel.Url ?? WebhookBody.UrlOf(channel.Service) ?? throw new UnspellableException($"{channel.Service} has no address of its own; the channel says none."),
            string.Join(".", channel.Secret.Split('.').Select(part => renderer.Identifier(part.ToUpperInvariant()))),
            WebhookBody.Of(channel.Service), channel.Comment));

    /// <summary>The statement that tells the channel.</summary>
    public static string Send(SnowflakeRenderer renderer, QualifiedName name)
    {
        const string Notification = "SNOWFLAKE.NOTIFICATION.";
        var integration = renderer.Text(name.Name);
        var (message, target) = renderer.Catalog.Find(name) switch
        {
            EmailChannelObject email => ("TEXT_PLAIN(:message)", $"EMAIL_INTEGRATION_CONFIG({integration}, :title, ARRAY_CONSTRUCT({renderer.Texts(email.Recipients)}))"),
            WebhookChannelObject => ($"TEXT_PLAIN({Notification}SANITIZE_WEBHOOK_CONTENT(:escaped))", $"INTEGRATION({integration})"),
            SnsTopicObject => ("TEXT_PLAIN(:title || '\\n' || :message)", $"INTEGRATION({integration})"),
            _ => throw new UnspellableException($"{name} is no channel of the model."),
        };
        return $"""
            CALL SYSTEM$SEND_SNOWFLAKE_NOTIFICATION(
                {Notification}{message},
                {Notification}{target}
            );
            """.Replace("\r\n", "\n");
    }

    private sealed record EmailView(string Name, string Recipients, string? Comment);

    private sealed record WebhookView(string Name, string Url, string Secret, string Body, string? Comment);
}
