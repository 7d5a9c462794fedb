using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

internal static class SnsTopicRenderer
{
    // Never replaced: a new integration gets a new identity in AWS.
    public static string Render(SnowflakeRenderer renderer, SnsTopicObject topic) => renderer.Fill(
        "Pipes/sns_topic.sql", "topic", new View(renderer.Name(topic.Name), topic.Arn, topic.RoleArn, topic.Comment));

    private sealed record View(string Name, string Arn, string RoleArn, string? Comment);
}
