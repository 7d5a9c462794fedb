using System.Runtime.CompilerServices;
using Pipeline.Catalog;
using Pipeline.Engine.Database;

namespace Pipeline.Engine.Streams;

/// <summary>Which tables have a stream, if only by a view over them, and the number of the running change.</summary>
internal sealed class ChangeTracking
{
    private readonly DuckDbSession session;
    private readonly EngineClock clock;
    private readonly ILookup<QualifiedName, StreamObject> streams;
    private readonly ConditionalWeakTable<Statement, IReadOnlyList<Statement>> captured = [];

    public ChangeTracking(DuckDbSession session, CompiledCatalog catalog, EngineClock clock)
    {
        this.session = session;
        this.clock = clock;
        streams = catalog.All<StreamObject>()
            .SelectMany(s => StreamSources.TablesOf(catalog, s).Select(t => (Table: t.Name, Stream: s))).ToLookup(s => s.Table, s => s.Stream);
    }

    /// <summary>The change of the last transaction that committed.</summary>
    public long LastChange => session.ScalarLong($"SELECT LAST_CHANGE FROM {EngineTables.State}");

    public bool IsTracked(QualifiedName table) => streams.Contains(table);

    public IEnumerable<StreamObject> StreamsOn(QualifiedName table) => streams[table];

    /// <summary>The statements that do what one does that writes the table, and keep what it replaces.</summary>
    public IReadOnlyList<Statement> Capture(Statement statement, TableObject table) => captured.GetValue(statement, s => ChangeCapture.Rewrite(s, table));

    /// <summary>Gives the table its hidden columns and the table of its former rows; a table that has them keeps them.</summary>
    /// <remarks>Not in a transaction: DuckDB doesn't alter a table twice in one.</remarks>
    public void Track(TableObject table)
    {
        session.Execute($"SET VARIABLE {ChangeColumns.ChangeVariable} = {Names.Number(LastChange)}::BIGINT");
        foreach (var column in new[] { ChangeColumns.RowId, ChangeColumns.Inserted, ChangeColumns.Changed })
        {
            session.Execute($"ALTER TABLE {Names.Sql(table.Name)} ADD COLUMN IF NOT EXISTS {Definition(column)}");
        }

        session.Execute($"""
            CREATE TABLE IF NOT EXISTS {Names.Sql(ChangeColumns.BeforeOf(table.Name))} AS
            SELECT *, NULL::BIGINT AS {Names.Sql(ChangeColumns.Replaced.Name)} FROM {Names.Sql(table.Name)} LIMIT 0
            """);
    }

    /// <summary>Opens a transaction under the next change, which it has taken when it commits.</summary>
    public void InChange(Action<long> work) => session.InTransaction(() =>
    {
        var change = LastChange + 1;
        session.Execute($"SET VARIABLE {ChangeColumns.ChangeVariable} = {Names.Number(change)}::BIGINT");
        work(change);
        session.Execute($"UPDATE {EngineTables.State} SET LAST_CHANGE = {Names.Number(change)}");
        Date(change);
    });

    /// <summary>A hidden column, which fills itself.</summary>
    public static string Definition(Column column) => $"{Names.Sql(column.Name)} BIGINT DEFAULT "
        + (column == ChangeColumns.RowId ? $"nextval({Names.Text(EngineTables.RowIds)})" : $"getvariable({Names.Text(ChangeColumns.ChangeVariable)})");

    // At the run's time, and later than all before: so that times order changes as their numbers do.
    private void Date(long change)
    {
        if (clock.Now is not { } now) return;
        session.Execute($"""
            INSERT INTO {EngineTables.Changes}
            SELECT {Names.Number(change)}, greatest({Names.Time(now)}, max(COMMITTED_AT) + INTERVAL 1 MICROSECOND) FROM {EngineTables.Changes}
            """);
    }
}
