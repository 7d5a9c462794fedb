namespace Pipeline.Catalog;

/// <summary>The one value of a query with one column and at most one row.</summary>
public sealed record ScalarSubquery(Query Query, SqlType Type, bool Nullable) : Expression(Type, Nullable);
