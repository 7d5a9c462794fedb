namespace Pipeline.Catalog;

/// <summary>The row access policy of an object, and the columns that it takes.</summary>
public sealed record RowAccess(QualifiedName Policy, EquatableArray<string> Columns);

/// <summary>The masking policy of a column, and the other columns that it takes.</summary>
public sealed record ColumnMask(QualifiedName Policy, EquatableArray<string> With);
