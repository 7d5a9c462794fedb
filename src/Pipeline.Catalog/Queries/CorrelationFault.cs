namespace Pipeline.Catalog;

/// <summary>Where a query within an expression reads the rows around it, and Snowflake lets it not.</summary>
public enum CorrelationFault
{
    /// <summary>In a condition that keeps the rows of both queries in one value, or is no comparison.</summary>
    Condition,

    /// <summary>In what is computed of its rows: an argument of an aggregate, a group, an order.</summary>
    Value,

    /// <summary>In what its rows are: an array's elements, the condition of an outer join.</summary>
    Rows,

    /// <summary>In a query that stands within it.</summary>
    Nested,

    /// <summary>Where its rows are cut off by LIMIT.</summary>
    Cut,

    /// <summary>In one side of a set operation.</summary>
    Set,
}
