namespace Pipeline.Catalog;

/// <summary>Sets a variable of the load to the one value that the query gives.</summary>
public sealed record SetVariableStatement(string Purpose, string Variable, SelectQuery Query) : Statement(Purpose);
