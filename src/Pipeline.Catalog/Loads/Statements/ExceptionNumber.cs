namespace Pipeline.Catalog;

/// <summary>
/// The numbers of the exceptions that procedures raise. Snowflake takes -20999 to -20000, and no number twice among the exceptions that are there at the same time; whoever meets one in the
/// query history knows by it what happened. The deployment's own, -20010 and on, stand in the templates that raise them.
/// </summary>
public static class ExceptionNumber
{
    public const int Unbalanced = -20001;
    public const int JoinFindsSeveral = -20002;
    public const int TooManyDeletes = -20003;
    public const int TwoVersionsAreOpen = -20005;

    // Of one block no more exist at the same time than fit into a range.
    private const int Expectations = -20100;
    private const int Checks = -20500;
    private const int InRange = 400;

    /// <summary>That of a table's expectation, by its place among those that stop the load.</summary>
    public static int OfExpectation(int index) => Expectations - (index % InRange);

    /// <summary>That of a gate's check, by its place among those that stop the graph.</summary>
    public static int OfCheck(int index) => Checks - (index % InRange);
}
