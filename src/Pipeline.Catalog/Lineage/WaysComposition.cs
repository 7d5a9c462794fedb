namespace Pipeline.Catalog.Lineage;

/// <summary>What ways amount to, and how they follow one another through the steps of a query.</summary>
public static class WaysComposition
{
    internal const Ways Direct = Ways.Identity | Ways.Transformation | Ways.Aggregation;

    private static readonly Ways[] Each = [.. ((Ways[])Enum.GetValues(typeof(Ways))).Where(w => w != Ways.None)];

    private static readonly Origins[] EachOrigin = [.. ((Origins[])Enum.GetValues(typeof(Origins))).Where(o => o != Origins.None)];

    /// <summary>Each single way of these.</summary>
    public static IEnumerable<Ways> Single(this Ways ways) => Each.Where(w => (ways & w) != 0);

    /// <summary>What an outer use makes of an inner one.</summary>
    /// <remarks>What only decides goes on deciding; what is used to decide decides. Of two that are values, the later in the order of <see cref="Ways"/> tells.</remarks>
    internal static Ways After(this Ways outer, Ways inner)
    {
        var all = outer & ~Direct;
        foreach (var o in Each)
        {
            if ((o & outer & Direct) == 0) continue;
            foreach (var i in Each)
            {
                if ((i & inner) != 0) all |= (i & Direct) == 0 || i > o ? i : o;
            }
        }

        return all;
    }

    /// <summary>Each single origin of these.</summary>
    public static IEnumerable<Origins> Single(this Origins origins) => EachOrigin.Where(o => (origins & o) != 0);

    /// <summary>The most of it.</summary>
    public static Contribution Contribution(this Ways ways) =>
        (ways & Ways.Identity) != 0 ? Lineage.Contribution.PassesThrough
        : (ways & Ways.Transformation) != 0 ? Lineage.Contribution.Transformed
        : (ways & Ways.Aggregation) != 0 ? Lineage.Contribution.Aggregated
        : Lineage.Contribution.OnlyFilters;
}
