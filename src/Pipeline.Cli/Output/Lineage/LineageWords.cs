using Pipeline.Catalog.Lineage;

namespace Pipeline.Cli.Output.Lineage;

/// <summary>The words for contributions, ways and origins.</summary>
internal static class LineageWords
{
    /// <summary>The most that it does; where it does more than one thing, all of them behind it.</summary>
    public static string Of(Ways ways)
    {
        var all = Each(ways).ToList();
        var strongest = Of(ways.Contribution());
        return all.Count == 1 && ways.Contribution() != Contribution.OnlyFilters ? strongest : $"{strongest} ({string.Join(", ", all)})";
    }

    public static string Of(Contribution contribution) => contribution switch
    {
        Contribution.PassesThrough => "passes through",
        Contribution.Transformed => "transformed",
        Contribution.Aggregated => "aggregated",
        _ => "only filters",
    };

    /// <summary>Each way by OpenLineage's word, in lower case.</summary>
    public static IEnumerable<string> Each(Ways ways) => ways.Single().Select(w => w == Ways.GroupBy ? "group by" : w.ToString().ToLowerInvariant());

    public static string Of(Origins origins) => string.Join(", ", new (Origins Origin, string Words)[]
    {
        (Origins.Sequence, "a number that the table gives to each new row"),
        (Origins.Audit, "told by the run that wrote the row"),
        (Origins.File, "a fact of the file"),
        (Origins.Rows, "tells of how many rows there are"),
        (Origins.Generated, "generated"),
        (Origins.Constant, "a constant"),
        (Origins.External, "filled by nothing in the model"),
    }.Where(o => (origins & o.Origin) != 0).Select(o => o.Words));
}
