namespace Pipeline.Catalog;

/// <summary>DELETE from the target, under its alias, what the condition finds.</summary>
public sealed record DeleteStatement(string Purpose, ObjectSource Target, Source? Using, Expression Where) : Statement(Purpose)
{
    /// <summary>The variable to which the number of deleted rows is added.</summary>
    public string? CountInto { get; init; }
}
