namespace Pipeline.Catalog;

/// <summary>Sets variables of the load to the values of the one row that the query gives: as many variables as it has columns.</summary>
public sealed record SetVariablesStatement(string Purpose, EquatableArray<string> Variables, SelectQuery Query) : Statement(Purpose)
{
    /// <summary>Sets one variable to the one value that the query gives.</summary>
    public SetVariablesStatement(string purpose, string variable, SelectQuery query) : this(purpose, [variable], query)
    {
    }
}
