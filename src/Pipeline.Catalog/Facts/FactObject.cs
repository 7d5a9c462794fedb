namespace Pipeline.Catalog;

/// <summary>A fact table.</summary>
public sealed record FactObject(QualifiedName Name, string ClassName, EquatableArray<Column> Columns, FactKind FactKind)
    : TableObject(Name, ClassName, Columns)
{
    public Rekey Rekey { get; init; }

    /// <summary>Of a periodic snapshot: whether days of which nothing is told repeat the last position.</summary>
    public bool CarryForward { get; init; }
}

public enum FactKind { Transaction, Event, PeriodicSnapshot, AccumulatingSnapshot, Factless }
