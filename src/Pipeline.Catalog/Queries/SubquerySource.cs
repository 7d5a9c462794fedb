namespace Pipeline.Catalog;

public sealed record SubquerySource(string Alias, Query Query) : Source(Alias);
