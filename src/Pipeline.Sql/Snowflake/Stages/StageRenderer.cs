using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

internal static class StageRenderer
{
    // Never replaced: pipes on the stage would stop, and its directory would be emptied.
    public static string Render(SnowflakeRenderer renderer, StageObject stage) => renderer.Fill("Stages/stage.sql", "stage", new View(
        renderer.Name(stage.Name), stage.Url, stage.Integration is null ? null : renderer.Name(stage.Integration),
        stage.Directory, stage.Format is null ? null : renderer.Name(stage.Format), stage.Comment));

    private sealed record View(string Name, string? Url, string? Integration, bool Directory, string? Format, string? Comment);
}
