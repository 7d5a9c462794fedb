using Pipeline.Catalog;
using Pipeline.Engine.Database;

namespace Pipeline.Engine.Streams;

/// <summary>Which tables have a stream, and the number of the running change.</summary>
internal sealed class ChangeTracking
{
    private readonly DuckDbSession session;
    private readonly ILookup<QualifiedName, StreamObject> streams;

    public ChangeTracking(DuckDbSession session, CompiledCatalog catalog)
    {
        this.session = session;
        streams = catalog.All<StreamObject>().ToLookup(s => s.Source);
    }

    /// <summary>The change of the last transaction that committed.</summary>
    public long LastChange => session.ScalarLong($"SELECT LAST_CHANGE FROM {EngineTables.State}");

    public bool IsTracked(QualifiedName table) => streams.Contains(table);

    public IEnumerable<StreamObject> StreamsOn(QualifiedName table) => streams[table];

    /// <summary>Gives the table its hidden columns and the table of its former rows; a table that has them keeps them.</summary>
    public void Track(TableObject table)
    {
        var before = ChangeColumns.BeforeOf(table.Name);
        if (EngineTables.Exists(session, before)) return;

        var name = Names.Sql(table.Name);
        session.Execute($"CREATE TABLE {Names.Sql(before)} AS FROM {name} LIMIT 0");
        session.Execute($"SET VARIABLE {ChangeColumns.ChangeVariable} = 0::BIGINT");
        AddColumn(name, ChangeColumns.RowId, $"nextval({Names.Text(EngineTables.RowIds)})");
        AddColumn(name, ChangeColumns.Inserted, $"getvariable({Names.Text(ChangeColumns.ChangeVariable)})");
        AddColumn(name, ChangeColumns.Changed, $"getvariable({Names.Text(ChangeColumns.ChangeVariable)})");
        foreach (var column in new[] { ChangeColumns.RowId, ChangeColumns.Inserted, ChangeColumns.Changed, ChangeColumns.Replaced })
        {
            session.Execute($"ALTER TABLE {Names.Sql(before)} ADD COLUMN {Names.Sql(column.Name)} BIGINT");
        }
    }

    /// <summary>Opens a transaction under the next change, which it has taken when it commits.</summary>
    public void InChange(Action<long> work) => session.InTransaction(() =>
    {
        var change = LastChange + 1;
        session.Execute($"SET VARIABLE {ChangeColumns.ChangeVariable} = {Names.Number(change)}::BIGINT");
        work(change);
        session.Execute($"UPDATE {EngineTables.State} SET LAST_CHANGE = {Names.Number(change)}");
    });

    private void AddColumn(string table, Column column, string value) =>
        session.Execute($"ALTER TABLE {table} ADD COLUMN {Names.Sql(column.Name)} BIGINT DEFAULT {value}");
}
