namespace Pipeline.Catalog;

/// <summary>A load that runs once more over a range of its source, without its streams.</summary>
/// <param name="Source">The table that is read in place of the stream.</param>
/// <param name="By">Its column that the range is of.</param>
/// <param name="Range">The range.</param>
/// <param name="Keys">The source's columns by which all rows of a touched key are read, also those out of the range; empty where a row alone is all of its key.</param>
/// <param name="Load">The load's own statements over the rows of the range.</param>
public sealed record Backfill(QualifiedName Source, Column By, BackfillRange Range, EquatableArray<Column> Keys, LoweredLoad Load)
{
    /// <summary>What it reads beside the target.</summary>
    public IEnumerable<QualifiedName> Reads => StatementSources.ReadBy(Load.Transaction).Where(n => n != Load.Target);

    /// <summary>The tables that it writes.</summary>
    public IEnumerable<QualifiedName> Writes => StatementSources.WrittenBy(Load.Transaction);
}
