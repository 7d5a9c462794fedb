namespace Pipeline.Catalog;

/// <summary>INSERT INTO the target the rows of the query, whose columns stand in the order of <see cref="Columns"/>.</summary>
/// <param name="Overwrite">Empties the target first, in the same transaction.</param>
public sealed record InsertStatement(string Purpose, ObjectSource Target, EquatableArray<string> Columns, Query Query, bool Overwrite = false)
    : Statement(Purpose)
{
    /// <summary>The variable to which the number of inserted rows is added.</summary>
    public string? CountInto { get; init; }
}
