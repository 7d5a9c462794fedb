namespace Pipeline.Catalog.Lineage;

/// <summary>What ways amount to, and how they follow one another through the steps of a query.</summary>
public static class WaysComposition
{
    internal const Ways Direct = Ways.Identity | Ways.Transformation | Ways.Aggregation;

    /// <summary>Each single way of these.</summary>
    public static IEnumerable<Ways> Single(this Ways ways) => ((Ways[])Enum.GetValues(typeof(Ways))).Where(w => (ways & w) != 0);

    /// <summary>What an outer use makes of an inner one.</summary>
    /// <remarks>What only decides goes on deciding; what is used to decide decides. Of two that are values, the later in the order of <see cref="Ways"/> tells.</remarks>
    internal static Ways After(this Ways outer, Ways inner)
    {
        var all = Ways.None;
        foreach (var o in outer.Single())
        {
            if ((o & Direct) == 0) all |= o;
            else foreach (var i in inner.Single()) all |= (i & Direct) == 0 || i > o ? i : o;
        }

        return all;
    }

    /// <summary>Each single origin of these.</summary>
    public static IEnumerable<Origins> Single(this Origins origins) =>
        ((Origins[])Enum.GetValues(typeof(Origins))).Where(o => o != Origins.None && (origins & o) != 0);

    /// <summary>The most of it.</summary>
    public static Contribution Contribution(this Ways ways) =>
        (ways & Ways.Identity) != 0 ? Lineage.Contribution.PassesThrough
        : (ways & Ways.Transformation) != 0 ? Lineage.Contribution.Transformed
        : (ways & Ways.Aggregation) != 0 ? Lineage.Contribution.Aggregated
        : Lineage.Contribution.OnlyFilters;
}
