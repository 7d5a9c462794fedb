namespace Pipeline.Catalog;

/// <summary>Where a query stands in the C#: its method, and the assignment of each column.</summary>
/// <param name="At">The method that gives the query.</param>
/// <param name="Columns">The columns that it fills, in the class's order.</param>
public sealed record QueryPlaces(SourcePlace At, EquatableArray<AssignedColumn> Columns);

/// <summary>Where one column gets its value.</summary>
public sealed record AssignedColumn(string Column, SourcePlace At);
