using Pipeline.Catalog;
using Pipeline.Engine.Database;
using Pipeline.Engine.Streams;

namespace Pipeline.Engine.Deployment;

/// <summary>Makes a table anew in its grown shape, with the rows that it has and all that the streams on it remember of them.</summary>
/// <remarks>DuckDB alters no column that has a constraint. In one transaction, so that a run that ends on the way leaves the table as it was.</remarks>
internal sealed class TableGrower(DuckDbSession session)
{
    private static readonly string Kept = Names.Sql(Names.Engine("KEPT_ROWS"));

    private static readonly Column[] Hidden = [ChangeColumns.RowId, ChangeColumns.Inserted, ChangeColumns.Changed];

    public void Grow(TableGrowth growth) => session.InTransaction(() =>
    {
        var (former, table) = (growth.From, growth.Table);
        var isTracked = EngineTables.Exists(session, ChangeColumns.BeforeOf(former));
        var hidden = isTracked ? Hidden : [];
        session.Execute($"CREATE TABLE {Kept} AS SELECT * FROM {Names.Sql(former)} ORDER BY rowid");
        session.Execute($"DROP TABLE {Names.Sql(former)}");
        if (former != table.Name) MoveNumbers(growth);
        foreach (var statement in Spelling.CreateTable(table, growth.LeftOver.Select(Definition).Concat(hidden.Select(ChangeTracking.Definition)))) session.Execute(statement);
        session.Execute($"INSERT INTO {Names.Sql(table.Name)} ({Columns(growth, hidden)})\nSELECT {Values(growth, hidden)}\nFROM {Kept}");
        session.Execute($"DROP TABLE {Kept}");
        if (isTracked) GrowBefore(growth);
        session.Execute($"DELETE FROM {EngineTables.Deployed} WHERE NAME = {Names.Text(former.ToString())}");
        session.Execute($"INSERT INTO {EngineTables.Deployed} VALUES ({Names.Text(table.Name.ToString())}, {Names.Text(growth.Shape)})");
        session.Execute($"UPDATE {EngineTables.LoadedFiles} SET TABLE_NAME = {Names.Text(table.Name.ToString())} WHERE TABLE_NAME = {Names.Text(former.ToString())}");
    });

    // A key once given stays with its row, so the new sequence begins after the last.
    private void MoveNumbers(TableGrowth growth)
    {
        if (Spelling.CreateSequence(growth.Table) is not { } create) return;
        var key = growth.Columns.First(c => (c.Column.Roles & ColumnRoles.SurrogateKey) != 0).From;
        var last = key is null ? 0 : session.ScalarLong($"SELECT GREATEST(COALESCE(MAX({Names.Sql(key.Name)}), 0), 0) FROM {Kept}");
        session.Execute($"{create} START WITH {Names.Number(last + 1)}");
    }

    // It has no constraints, so that its rows can be taken over as they are.
    private void GrowBefore(TableGrowth growth)
    {
        var (former, now) = (Names.Sql(ChangeColumns.BeforeOf(growth.From)), Names.Sql(ChangeColumns.BeforeOf(growth.Table.Name)));
        session.Execute($"CREATE TABLE {Kept} AS SELECT {Values(growth, [.. Hidden, ChangeColumns.Replaced])} FROM {former}");
        session.Execute($"DROP TABLE {former}");
        session.Execute($"CREATE TABLE {now} AS SELECT * FROM {Kept}");
        session.Execute($"DROP TABLE {Kept}");
    }

    private static string Columns(TableGrowth growth, IEnumerable<Column> hidden) =>
        Names.List(growth.Columns.Select(c => c.Column.Name).Concat(growth.LeftOver.Select(c => c.Name)).Concat(hidden.Select(c => c.Name)));

    private static string Values(TableGrowth growth, IEnumerable<Column> hidden) => string.Join(", ", growth.Columns.Select(Value)
        .Concat(growth.LeftOver.Select(c => Names.Sql(c.Name))).Concat(hidden.Select(c => Names.Sql(c.Name))));

    private static string Value(GrownColumn column) =>
        $"CAST({(column.From is { } from ? Names.Sql(from.Name) : column.Fill is { } fill ? Spelling.Expression(fill) : "NULL")} AS {Spelling.Type(column.Column.Type)}) AS {Names.Sql(column.Column.Name)}";

    private static string Definition(ShapeColumn column) => $"{Names.Sql(column.Name)} {Spelling.Type(column.Type)}";
}
