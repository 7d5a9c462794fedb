using Pipeline.Catalog;
using Pipeline.Catalog.Baseline;

namespace Pipeline.Engine.Deployment;

/// <summary>How a table of the database becomes the model's, as a deployment alters a live one: it gets what is new, and keeps what the model has no more.</summary>
/// <param name="From">What it is called in the database.</param>
/// <param name="Table">The model's table, with the wider of both types in each column.</param>
/// <param name="Columns">Its columns, and where each has its values from.</param>
/// <param name="LeftOver">The columns that only the database has.</param>
/// <param name="IsNeeded">Whether it differs at all.</param>
internal sealed record TableGrowth(QualifiedName From, TableObject Table, IReadOnlyList<GrownColumn> Columns, IReadOnlyList<ShapeColumn> LeftOver, bool IsNeeded)
{
    public string Shape => TableShape.Text(Columns.Select(c => new ShapeColumn(c.Column.Name, c.Column.Type, c.Column.Nullable)).Concat(LeftOver));

    /// <param name="from">What the table is called in the database.</param>
    /// <param name="deployed">Its columns.</param>
    /// <param name="hasRows">Whether it has rows.</param>
    /// <param name="table">What the model says of it.</param>
    /// <param name="catalog">The model.</param>
    /// <param name="difference">Why it can't become the model's without a loss, in words; null where it can.</param>
    public static TableGrowth? Of(QualifiedName from, IReadOnlyList<ShapeColumn> deployed, bool hasRows, TableObject table, CompiledCatalog catalog, out string? difference)
    {
        difference = null;
        var columns = new List<GrownColumn>();
        foreach (var column in table.Columns)
        {
            var was = deployed.FirstOrDefault(d => d.Name == column.Name) ?? deployed.FirstOrDefault(d => column.FormerNames.Contains(d.Name));
            var said = new ShapeColumn(column.Name, column.Type, column.Nullable);
            if (was is null && hasRows && !ColumnFill.IsAddable(table, column, catalog))
            {
                difference = $"the model says {said}, the database has no such column, and its rows would have no value in it";
                return null;
            }

            var type = was is null ? column.Type : Wider(was.Type, column.Type);
            if (type is null || was is { Nullable: true } && !column.Nullable)
            {
                difference = $"the model says {said}, the database {was}";
                return null;
            }

            columns.Add(new(column with { Type = type }, was, was is null ? ColumnFill.Of(table, column, catalog) : null));
        }

        // No load fills what the model hasn't.
        var left = deployed.Where(d => columns.All(c => c.From != d)).Select(d => d with { Nullable = true }).ToList();
        var growth = new TableGrowth(from, table with { Columns = columns.Select(c => c.Column).ToEquatableArray() }, columns, left, IsNeeded: false);
        return growth with { IsNeeded = from != table.Name || !new HashSet<string>(deployed.Select(d => d.ToString())).SetEquals(growth.Shape.Split('\n')) };
    }

    private static SqlType? Wider(SqlType deployed, SqlType said) =>
        TypeWidth.Holds(deployed, said) ? deployed : TypeWidth.Holds(said, deployed) ? said : null;
}

/// <summary>A column of a table that grew.</summary>
/// <param name="Column">The column.</param>
/// <param name="From">The one of the database that has its values; null for a new one.</param>
/// <param name="Fill">What the rows that are there have in a new one; null for null.</param>
internal sealed record GrownColumn(Column Column, ShapeColumn? From, Literal? Fill);
