using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>The block that stops a deployment where a live pipe does something else than the model's.</summary>
internal static class PipeCheckRenderer
{
    /// <returns>Null where the model has no pipe.</returns>
    public static string? Render(SnowflakeRenderer renderer)
    {
        var pipes = renderer.Catalog.All<PipeObject>()
            .Select(p => "(" + renderer.Texts([p.Name.Schema ?? "", p.Name.Name, PipeRenderer.FingerprintOf(renderer, p)]) + ")").ToEquatableArray();
        return pipes.Count == 0 ? null : SnowflakeQuoting.WithBody(renderer.Fill("Pipes/pipe_check.sql", "check", new View(pipes)));
    }

    private sealed record View(EquatableArray<string> Pipes);
}
