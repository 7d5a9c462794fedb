using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>The procedure that runs the loads of one table: a frame around their statements.</summary>
internal static class LoadProcedureRenderer
{
    public static string Render(SnowflakeRenderer renderer, CatalogObject origin, IReadOnlyList<LoweredLoad> loads)
    {
        var statements = loads.SelectMany(l => l.Transaction).ToList();
        var counters = loads.SelectMany(l => l.Counters).Distinct().ToList();
        var failures = loads.SelectMany(l => l.OnFailure).Distinct();
        return SnowflakeQuoting.WithBody(renderer.Fill("Procedures/load_procedure.sql", "procedure", new View(
            renderer.Name(loads[0].Procedure),
            string.Join(" ", loads.Select(l => l.Comment).Where(c => !string.IsNullOrEmpty(c)).Distinct()),
            Padded(counters),
            Padded(Times(loads)),
            statements.OfType<RaiseStatement>().Select(FailureView.Of).Distinct().ToEquatableArray(),
            loads.Select(l => new LoadView(
                Scripts(renderer, l.Prepare, l.At),
                l.Offsets.Select(o => new OffsetView(renderer.Name(o.Stream), o.ReadFrom.Name)).ToEquatableArray(),
                l.Streams.Count > 0,
                Scripts(renderer, l.Transaction, l.At))).ToEquatableArray(),
            Scripts(renderer, failures, origin.At),
            ProcedureSummary.Of(renderer, counters))));
    }

    private static List<string> Times(IReadOnlyList<LoweredLoad> loads) => loads.All(l => l.Streams.Count == 0) ? []
        : [LoadVariables.ReadUntil.Name, .. loads.SelectMany(l => l.Offsets).Select(o => o.ReadFrom.Name).Distinct()];

    private static EquatableArray<string> Padded(List<string> counters)
    {
        var width = counters.Count == 0 ? 0 : counters.Max(c => c.Length);
        return counters.Select(c => c.PadRight(width)).ToEquatableArray();
    }

    private static EquatableArray<string> Scripts(SnowflakeRenderer renderer, IEnumerable<Statement> statements, SourcePlace? at) =>
        statements.Select(s => ProcedureScript.Write(renderer.Dialect, s, at)).ToEquatableArray();

    private sealed record View(
        string Name, string Comment, EquatableArray<string> Counters, EquatableArray<string> Times, EquatableArray<FailureView> Failures, EquatableArray<LoadView> Loads,
        EquatableArray<string> OnFailure, string Summary);

    private sealed record LoadView(EquatableArray<string> Prepare, EquatableArray<OffsetView> Offsets, bool ReadsStreams, EquatableArray<string> Transaction);

    private sealed record OffsetView(string Stream, string Variable);
}
