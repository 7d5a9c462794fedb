namespace Pipeline.Model;

/// <summary>How a dynamic table is brought up to date.</summary>
public enum RefreshMode
{
    /// <summary>Snowflake chooses once, when the table is created.</summary>
    Auto,

    /// <summary>By running the whole query.</summary>
    Full,

    /// <summary>By the changes since the last refresh; the query has to be of a form that allows it.</summary>
    Incremental,
}
