namespace Pipeline.Catalog;

/// <summary>Whose rows a piece of a query within an expression reads: its own query's, those of the queries around it, or neither's.</summary>
[Flags]
public enum RowSide
{
    /// <summary>Neither: a constant.</summary>
    None = 0,

    /// <summary>Its own query's.</summary>
    Inner = 1,

    /// <summary>Those of the queries around it.</summary>
    Outer = 2,

    /// <summary>Both.</summary>
    Both = Inner | Outer,
}
