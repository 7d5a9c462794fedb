namespace Pipeline.Catalog;

/// <summary>Fails the load where the condition over its variables holds.</summary>
/// <param name="Code">Snowflake's number for it: -20999 to -20000.</param>
public sealed record RaiseStatement(string Purpose, Expression Condition, int Code, string Message) : Statement(Purpose)
{
    /// <summary>Stands in a message where <see cref="FoundBy"/> goes.</summary>
    public const string QueryPlace = "{query}";

    /// <summary>The query that finds what is wrong, for the reader of the message; null where it names none.</summary>
    public SelectQuery? FoundBy { get; init; }

    /// <summary>Counters whose values the message of the ledger names after it.</summary>
    public EquatableArray<VariableReference> Details { get; init; }
}
