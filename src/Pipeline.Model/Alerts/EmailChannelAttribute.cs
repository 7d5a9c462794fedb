namespace Pipeline.Model;

/// <summary>E-mail to users of the account.</summary>
/// <remarks>
/// Becomes CREATE NOTIFICATION INTEGRATION IF NOT EXISTS with TYPE = EMAIL. Snowflake sends to verified addresses of users of the account alone, to 50 at most.
/// See <see href="https://docs.snowflake.com/en/sql-reference/sql/create-notification-integration-email">CREATE NOTIFICATION INTEGRATION (email)</see>.
/// </remarks>
/// <example><code>[EmailChannel("${alerts.email}")] public sealed class OpsMail;</code></example>
/// <param name="recipients">The addresses; each may hold <c>${name}</c> of the environment.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EmailChannelAttribute(params string[] recipients) : KindAttribute
{
    /// <summary>The addresses.</summary>
    public string[] Recipients => recipients;
}
