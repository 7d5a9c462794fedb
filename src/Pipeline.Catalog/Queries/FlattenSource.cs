namespace Pipeline.Catalog;

/// <summary>The elements of an array in a VARIANT, one row each: columns <c>VALUE</c> and <c>INDEX</c>.</summary>
public sealed record FlattenSource(string Alias, Expression Array) : Source(Alias);
