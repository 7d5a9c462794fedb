namespace Pipeline.Catalog;

/// <summary>A window function by its neutral name (<c>RowNumber</c>, <c>Rank</c>, <c>Lag</c>, <c>Lead</c>, <c>Sum</c>, <c>Max</c> ..).</summary>
public sealed record WindowCall(
    string Function,
    EquatableArray<Expression> Arguments,
    EquatableArray<Expression> PartitionBy,
    EquatableArray<Ordering> OrderBy,
    SqlType Type,
    bool Nullable) : Expression(Type, Nullable)
{
    public WindowFrame Frame { get; init; }

    /// <summary>How much before this row a moving frame takes in.</summary>
    public int Preceding { get; init; }

    /// <summary>How much after this row a moving frame takes in.</summary>
    public int Following { get; init; }

    /// <summary>The part of a time that a range counts in, such as <c>DAY</c>; null for one over numbers.</summary>
    public string? RangePart { get; init; }
}

/// <summary>Which rows of the partition a window aggregate sees; ranking functions take none.</summary>
/// <remarks><c>Moving</c> counts rows, <c>Range</c> measures by what the window is ordered by, <c>UpToTies</c> ends with the last row that ties with this one.</remarks>
public enum WindowFrame { None, UpToCurrentRow, WholePartition, Moving, Range, UpToTies }
