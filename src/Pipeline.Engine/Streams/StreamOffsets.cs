using Pipeline.Catalog;
using Pipeline.Engine.Database;
using Pipeline.Engine.Reports;

namespace Pipeline.Engine.Streams;

/// <summary>Makes streams, tells whether they have data, and moves their offsets in the transaction of the load that reads them.</summary>
internal sealed class StreamOffsets
{
    private readonly DuckDbSession session;
    private readonly CompiledCatalog catalog;
    private readonly ChangeTracking tracking;
    private readonly EngineClock clock;

    // As the table has them; null where that must be asked.
    private Dictionary<string, StreamOffset>? known;

    public StreamOffsets(DuckDbSession session, CompiledCatalog catalog, ChangeTracking tracking, EngineClock clock)
    {
        this.session = session;
        this.catalog = catalog;
        this.tracking = tracking;
        this.clock = clock;
        session.Forgotten += () => known = null;
    }

    /// <summary>Makes the stream where it isn't there, at the last change, or at the offset that it had under its former name.</summary>
    public void Create(StreamObject stream)
    {
        if (Find(stream) is null && !TakeOver(stream)) Begin(stream);
        Show(stream, until: null);
    }

    /// <summary>CREATE OR REPLACE STREAM: it begins at the last change, whatever it had not shown yet.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="showInitialRows">SHOW_INITIAL_ROWS: its first read gets all rows that are there.</param>
    public void Recreate(StreamObject stream, bool showInitialRows = false)
    {
        Write($"DELETE FROM {EngineTables.Offsets} WHERE STREAM = {NameOf(stream)}");
        Begin(stream with { ShowInitialRows = showInitialRows || stream.ShowInitialRows });
        Show(stream, until: null);
        Forget(stream);
    }

    /// <summary>SYSTEM$STREAM_HAS_DATA: a stream that is found empty is as good as read.</summary>
    public bool HasData(QualifiedName stream)
    {
        var item = catalog.Find<StreamObject>(stream) ?? throw new EngineException($"{stream} is no stream of the model, so it can't be asked for data; name one of the model.");
        Check(item);
        if (!IsEmpty(stream)) return true;
        SetRead([item]);
        return false;
    }

    /// <summary>Makes stale what nobody has read for longer than its table keeps changes.</summary>
    /// <param name="hasGap">Whether the runs that the schedule would have made since the last one were left out: they would have read each empty stream.</param>
    public void Age(bool hasGap)
    {
        if (clock.Now is not { } now) return;
        session.InTransaction(() =>
        {
            var read = new List<StreamObject>();
            foreach (var (stream, offset) in catalog.All<StreamObject>().Select(s => (s, Find(s))).ToList())
            {
                if (offset is not { IsStale: false }) continue;
                if (offset.ReadAt is null || (IsOver(stream, offset, now) && hasGap && IsEmpty(stream.Name))) read.Add(stream);
                else if (IsOver(stream, offset, now)) MakeStale(stream);
            }

            SetRead(read);
        });
    }

    /// <summary>All streams as SHOW STREAMS tells of them.</summary>
    public IReadOnlyList<StreamState> States() =>
    [
        .. catalog.All<StreamObject>().Select(s => (Stream: s, Offset: Find(s)!)).Select(s => new StreamState(
            s.Stream.Name, s.Stream.Source, s.Offset.IsStale, s.Offset.ReadAt is { } at ? at + StreamRetention.Of(catalog, s.Stream) : null)),
    ];

    /// <summary>The variables of a load that say from where to where it reads its streams, with their values; a change before the first run has no time.</summary>
    public IEnumerable<(string Name, SessionValue Value)> Times(LoweredLoad load) => load.Streams.Count == 0 ? [] :
    [
        .. load.Offsets.Select(o => (o.ReadFrom.Name, tracking.DateOf(Find(catalog.Find<StreamObject>(o.Stream)!)!.Position))),
        (LoadVariables.ReadUntil.Name, tracking.LastDate),
    ];

    /// <summary>Makes the streams show what they held when the transaction began, where it writes their table itself.</summary>
    /// <exception cref="EngineException">One of them is stale.</exception>
    public void Hold(IEnumerable<QualifiedName> streams, QualifiedName written, long change)
    {
        foreach (var stream in Objects(streams))
        {
            Check(stream);
            if (StreamSources.TablesOf(catalog, stream).Any(t => t.Name == written)) Show(stream, until: change - 1);
        }
    }

    /// <summary>Moves the offsets to the start of the running transaction, whose change is given.</summary>
    public void Move(IReadOnlyCollection<QualifiedName> streams, long change)
    {
        var moved = Objects(streams).Select(s => (Stream: s, Offset: Find(s)!))
            .Select(s => (s.Stream, Offset: s.Offset with { Position = s.Offset.IsInitial ? s.Offset.Position : change - 1, IsInitial = false, ReadAt = clock.Now ?? s.Offset.ReadAt })).ToList();
        foreach (var alike in moved.GroupBy(m => (m.Offset.Position, m.Offset.ReadAt)))
        {
            session.Execute($"""
                UPDATE {EngineTables.Offsets}
                SET POSITION = {Names.Number(alike.Key.Position)}, IS_INITIAL = FALSE, READ_AT = {Names.TimeOrNull(alike.Key.ReadAt)}
                WHERE STREAM IN ({string.Join(", ", alike.Select(m => NameOf(m.Stream)))})
                """);
        }

        foreach (var (stream, offset) in moved) known![stream.Name.ToString()] = offset;
        foreach (var (stream, _) in moved) Show(stream, until: null);
        foreach (var (stream, _) in moved) Forget(stream);
    }

    // CREATE STREAM .. CLONE has the offset of the stream of the former name.
    private bool TakeOver(StreamObject stream)
    {
        if (stream.FormerNames.FirstOrDefault(f => Find(stream with { Name = f }) is not null) is not { } former) return false;
        Write($"UPDATE {EngineTables.Offsets} SET STREAM = {NameOf(stream)} WHERE STREAM = {Names.Text(former.ToString())}");
        session.Execute($"DROP VIEW IF EXISTS {Names.Sql(former)}");
        return true;
    }

    private void Begin(StreamObject stream)
    {
        var isInitial = stream.ShowInitialRows && StreamSources.TablesOf(catalog, stream).Any(t => HasRows(t.Name));
        Write($"""
            INSERT INTO {EngineTables.Offsets}
            VALUES ({NameOf(stream)}, {Names.Number(tracking.LastChange)}, {(isInitial ? "TRUE" : "FALSE")}, {Names.TimeOrNull(clock.Now)}, FALSE)
            """);
    }

    private void Check(StreamObject stream)
    {
        if (Find(stream) is { IsStale: true } offset) throw new EngineException(StaleStream.Problem(stream, offset, StreamRetention.Of(catalog, stream)));
    }

    private bool IsOver(StreamObject stream, StreamOffset offset, DateTime now) => now - offset.ReadAt > StreamRetention.Of(catalog, stream);

    private void MakeStale(StreamObject stream)
    {
        Write($"UPDATE {EngineTables.Offsets} SET IS_STALE = TRUE WHERE STREAM = {NameOf(stream)}");
        Show(stream, until: null);
    }

    private void SetRead(IReadOnlyCollection<StreamObject> streams)
    {
        if (clock.Now is { } now && streams.Count > 0) Write($"UPDATE {EngineTables.Offsets} SET READ_AT = {Names.Time(now)} WHERE STREAM IN ({string.Join(", ", streams.Select(NameOf))})");
    }

    // Former rows that no stream will show again.
    private void Forget(StreamObject read)
    {
        foreach (var table in StreamSources.TablesOf(catalog, read))
        {
            var oldest = tracking.StreamsOn(table.Name).Select(Find).OfType<StreamOffset>().Where(o => !o.IsStale).Select(o => o.Position).DefaultIfEmpty(long.MaxValue).Min();
            tracking.ForgetFormer(table.Name, oldest);
        }
    }

    private void Show(StreamObject stream, long? until)
    {
        var offset = Find(stream)!;
        if (catalog.Find<ViewObject>(stream.Source) is { } view)
        {
            if (offset.IsStale) ShowStale(stream, offset, view.Columns);
            else foreach (var statement in new ViewStream(catalog, stream, view).Create(offset, until)) session.Execute(statement);
            return;
        }

        var table = StreamSources.TablesOf(catalog, stream).Single();
        if (offset.IsStale) ShowStale(stream, offset, table.Columns);
        else session.Execute(StreamView.Create(stream, table, offset, until));
    }

    private void ShowStale(StreamObject stream, StreamOffset offset, IEnumerable<Column> columns) =>
        session.Execute(StaleStream.Create(stream, columns, StaleStream.Problem(stream, offset, StreamRetention.Of(catalog, stream))));

    private StreamOffset? Find(StreamObject stream)
    {
        known ??= session.Query($"SELECT STREAM, POSITION, IS_INITIAL, READ_AT, IS_STALE FROM {EngineTables.Offsets}").Rows
            .ToDictionary(r => (string)r[0]!, r => new StreamOffset((long)r[1]!, (bool)r[2]!, (DateTime?)r[3], (bool)r[4]!), StringComparer.Ordinal);
        return known.GetValueOrDefault(stream.Name.ToString());
    }

    private void Write(string sql)
    {
        known = null;
        session.Execute(sql);
    }

    private bool IsEmpty(QualifiedName stream) => session.ScalarBool($"SELECT COUNT(*) = 0 FROM (SELECT 1 FROM {Names.Sql(stream)} LIMIT 1)");

    private bool HasRows(QualifiedName table) => session.ScalarBool($"SELECT COUNT(*) > 0 FROM {Names.Sql(table)}");

    private IEnumerable<StreamObject> Objects(IEnumerable<QualifiedName> streams) => streams.Select(s => catalog.Find<StreamObject>(s)!);

    private static string NameOf(StreamObject stream) => Names.Text(stream.Name.ToString());
}
