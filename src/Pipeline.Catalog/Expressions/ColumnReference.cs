namespace Pipeline.Catalog;

/// <summary>A column of a source in scope, by the source's alias.</summary>
public sealed record ColumnReference(string Source, string Column, SqlType Type, bool Nullable) : Expression(Type, Nullable);
