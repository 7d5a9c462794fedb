namespace Pipeline.Catalog;

/// <summary>Rows of constants.</summary>
/// <param name="Alias">The alias.</param>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Rows">The rows, each with a value per column.</param>
public sealed record ValuesSource(string Alias, EquatableArray<string> Columns, EquatableArray<ValuesRow> Rows) : Source(Alias);

/// <summary>One row of constants.</summary>
public sealed record ValuesRow(EquatableArray<Expression> Values);
