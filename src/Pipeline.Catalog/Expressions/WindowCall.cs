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

    /// <summary>How many rows before this one a moving frame takes in.</summary>
    public int Preceding { get; init; }
}

/// <summary>Which rows of the partition a window aggregate sees; ranking functions take none.</summary>
public enum WindowFrame { None, UpToCurrentRow, WholePartition, Moving }
