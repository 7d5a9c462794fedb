using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>A pipe, which can't be altered: its comment ends with a fingerprint of what it does, by which a deployment knows whether it still does that.</summary>
internal static class PipeRenderer
{
    public static string Render(SnowflakeRenderer renderer, PipeObject pipe)
    {
        var copy = CopyOf(renderer, pipe);
        return renderer.Fill("Pipes/pipe.sql", "pipe", new View(
            renderer.Name(pipe.Name), pipe.SnsTopic, pipe.ErrorsTo is { } topic ? renderer.Identifier(topic.Name) : null,
            Fingerprint.Append(pipe.Comment, FingerprintOf(renderer, pipe)), copy));
    }

    /// <summary>What the pipe's comment ends with.</summary>
    public static string FingerprintOf(SnowflakeRenderer renderer, PipeObject pipe) => Fingerprint.Of(CopyOf(renderer, pipe) + "\n" + pipe.SnsTopic);

    private static string CopyOf(SnowflakeRenderer renderer, PipeObject pipe)
    {
        if (pipe.Copy is null || renderer.Catalog.Find<TableObject>(pipe.Table) is not { } table)
        {
            throw new UnspellableException($"The pipe fills {pipe.Table}, which has no [CopyFrom<..>].");
        }

        return new CopyStatement(renderer, table, pipe.Copy).Write();
    }

    private sealed record View(string Name, string? SnsTopic, string? ErrorIntegration, string Comment, string Copy);
}
