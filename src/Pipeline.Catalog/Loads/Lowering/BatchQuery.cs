namespace Pipeline.Catalog;

/// <summary>The load's query with all that lowering needs to know of each row: its values, its checks, and where it came from.</summary>
/// <param name="Steps">The steps of the query; the last is <see cref="Rows"/>.</param>
/// <param name="Rows">The name of the step with one row per row that the query gives.</param>
/// <param name="Columns">The target's columns that the query sets.</param>
/// <param name="Checks">The conditions that reject a row, in the order tried; they read <see cref="Rows"/> under its alias.</param>
/// <param name="TieBreak">What orders rows of one key and sequence, the last one last.</param>
/// <param name="Lookups">The keys that the fact looks up, with the values it looks for as columns of <see cref="Rows"/>.</param>
/// <param name="CanDrop">Whether a filter or an inner join may drop a row.</param>
/// <param name="IsTraced">Whether each row still knows its change row.</param>
/// <param name="IsRanked">Whether the model itself keeps one row of each key, by a rank that is a column of <see cref="Rows"/>.</param>
internal sealed record BatchQuery(
    EquatableArray<CommonTable> Steps,
    string Rows,
    EquatableArray<Column> Columns,
    EquatableArray<RowCheck> Checks,
    EquatableArray<BatchColumn> TieBreak,
    EquatableArray<BatchLookup> Lookups,
    bool CanDrop,
    bool IsTraced,
    bool IsRanked)
{
    /// <summary>Whether updates that change the key are in the batch twice, as a delete and an insert.</summary>
    public bool ChangesKeys { get; init; }

    /// <summary>Whether a change row may become several rows: one for each element of a document, or for each part that it is made of.</summary>
    public bool Unfolds { get; init; }

    /// <summary>The alias of <see cref="Rows"/>.</summary>
    public const string Alias = "read";
}

/// <summary>Rejects a row for which the condition holds.</summary>
internal sealed record RowCheck(string Rule, string Reason, Expression Condition)
{
    /// <summary>Whether it asks for the business key alone: all rows of a key break it or none, and one that its source deleted is asked too.</summary>
    public bool OfTheKey { get; init; }
}

/// <summary>A key to look up: the target's column, the dimension, the columns that must equal and, for a version, the time.</summary>
internal sealed record BatchLookup(Column Column, TableObject Dimension, EquatableArray<BatchMatch> Matches, BatchColumn? AsOf);

/// <summary>A column of the dimension and the batch's column whose value it must equal.</summary>
internal sealed record BatchMatch(Column DimensionColumn, BatchColumn Value);
