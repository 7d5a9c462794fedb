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

    // What this session knows of the changes that it made: when each was, by table the last one that kept former rows, and that up to which they are gone.
    private readonly Dictionary<long, DateTime> dates = [];
    private readonly Dictionary<QualifiedName, long> kept = [];
    private readonly Dictionary<QualifiedName, long> forgotten = [];
    private DateTime? lastDate;
    private long? lastChange;
    private long running;

    public ChangeTracking(DuckDbSession session, CompiledCatalog catalog, EngineClock clock)
    {
        this.session = session;
        this.clock = clock;
        streams = catalog.All<StreamObject>()
            .SelectMany(s => StreamSources.TablesOf(catalog, s).Select(t => (Table: t.Name, Stream: s))).ToLookup(s => s.Table, s => s.Stream);
        session.Forgotten += () =>
        {
            dates.Clear();
            kept.Clear();
            forgotten.Clear();
            lastDate = null;
            lastChange = null;
        };
    }

    /// <summary>The change of the last transaction that committed.</summary>
    public long LastChange => lastChange ??= session.ScalarLong($"SELECT LAST_CHANGE FROM {EngineTables.State}");

    public bool IsTracked(QualifiedName table) => streams.Contains(table);

    public IEnumerable<StreamObject> StreamsOn(QualifiedName table) => streams[table];

    /// <summary>The statements that do what one does that writes the table, and keep what it replaces.</summary>
    public IReadOnlyList<Statement> Capture(Statement statement, TableObject table)
    {
        var parts = captured.GetValue(statement, s => ChangeCapture.Rewrite(s, table));
        if (parts.Count > 1) Keeps(table.Name);
        return parts;
    }

    /// <summary>The running transaction keeps former rows of the table, or may.</summary>
    public void Keeps(QualifiedName table) => kept[table] = running;

    /// <summary>Lets go of the former rows that were replaced in a change up to the given one; asks the database only where there may be some.</summary>
    public void ForgetFormer(QualifiedName table, long oldest)
    {
        var last = kept.GetValueOrDefault(table, running - 1);
        if (forgotten.TryGetValue(table, out var gone) && gone >= last) return;
        session.Execute($"DELETE FROM {Names.Sql(ChangeColumns.BeforeOf(table))} WHERE {Names.Sql(ChangeColumns.Replaced.Name)} <= {Names.Number(oldest)}");
        kept[table] = last;
        forgotten[table] = oldest;
    }

    /// <summary>When the change was, as it stands in SQL: that of the last one before it which has a time.</summary>
    public SessionValue DateOf(long change) => dates.TryGetValue(change, out var date)
        ? (SessionValue)Names.Time(date)
        : new($"(SELECT max(COMMITTED_AT) FROM {EngineTables.Changes} WHERE CHANGE <= {Names.Number(change)})", IsAsked: true);

    /// <summary>When the last change was, as it stands in SQL.</summary>
    public SessionValue LastDate => lastDate is { } date ? (SessionValue)Names.Time(date) : new($"(SELECT max(COMMITTED_AT) FROM {EngineTables.Changes})", IsAsked: true);

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
    public void InChange(Action<long> work)
    {
        session.InTransaction(() =>
        {
            var change = running = LastChange + 1;
            session.Execute($"SET VARIABLE {ChangeColumns.ChangeVariable} = {Names.Number(change)}::BIGINT");
            work(change);
            session.Execute($"UPDATE {EngineTables.State} SET LAST_CHANGE = {Names.Number(change)}");
            Date(change);
        });
        lastChange = running;
    }

    /// <summary>A hidden column, which fills itself.</summary>
    public static string Definition(Column column) => $"{Names.Sql(column.Name)} BIGINT DEFAULT "
        + (column == ChangeColumns.RowId ? $"nextval({Names.Text(EngineTables.RowIds)})" : $"getvariable({Names.Text(ChangeColumns.ChangeVariable)})");

    // At the run's time, and later than all before: so that times order changes as their numbers do.
    private void Date(long change)
    {
        if (clock.Now is not { } now) return;
        lastDate ??= session.Scalar($"SELECT max(COMMITTED_AT) FROM {EngineTables.Changes}") as DateTime?;
        var date = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMicrosecond));
        if (lastDate?.AddMicroseconds(1) is { } next && next > date) date = next;
        session.Execute($"INSERT INTO {EngineTables.Changes} VALUES ({Names.Number(change)}, {Names.Time(date)})");
        dates[change] = date;
        lastDate = date;
    }
}
