namespace Pipeline.Catalog.Lineage;

/// <summary>What one job puts into one table: the copy or the load of a table, or a view's own query.</summary>
/// <param name="Job">The procedure, the pipe, or the view itself.</param>
/// <param name="Table">What it fills.</param>
/// <param name="Columns">The columns that it gives a value.</param>
/// <param name="Rows">The columns by which it decides which rows there are: what filters, joins, groups and orders, for all columns alike.</param>
public sealed record JobLineage(QualifiedName Job, QualifiedName Table, EquatableArray<ColumnLineage> Columns, EquatableArray<SourceColumn> Rows)
{
    /// <summary>The streams by which it reads its sources.</summary>
    public EquatableArray<QualifiedName> Streams { get; init; }

    internal static JobLineage Of(QualifiedName job, QualifiedName table, IEnumerable<(string Column, Flow Flow)> columns, Flow rows) => new(
        job, table, columns.Select(c => ColumnLineage.Of(new(table, c.Column), c.Flow)).ToEquatableArray(), ColumnLineage.Listed(rows));
}
