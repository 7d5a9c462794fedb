namespace Pipeline.Catalog.Lineage;

/// <summary>The ways in which a column contributes to another: into its value, or to which rows and values there are.</summary>
/// <remarks>The same distinctions as OpenLineage's transformation subtypes.</remarks>
[Flags]
public enum Ways
{
    None = 0,

    /// <summary>The value is taken as it is, or with another width alone.</summary>
    Identity = 1,

    /// <summary>The value is computed from it, row by row.</summary>
    Transformation = 2,

    /// <summary>The value is computed from it over several rows.</summary>
    Aggregation = 4,

    /// <summary>A condition on rows reads it.</summary>
    Filter = 8,

    /// <summary>Rows are found by it.</summary>
    Join = 16,

    /// <summary>Rows are put together by it.</summary>
    GroupBy = 32,

    /// <summary>Rows are put in order by it.</summary>
    Sort = 64,

    /// <summary>A window is parted or ordered by it.</summary>
    Window = 128,

    /// <summary>It decides which of several values is taken.</summary>
    Conditional = 256,
}
