using Pipeline.Catalog;
using Pipeline.Engine.Database;

namespace Pipeline.Engine.Streams;

/// <summary>Makes streams, tells whether they have data, and moves their offsets in the transaction of the load that reads them.</summary>
internal sealed class StreamOffsets(DuckDbSession session, CompiledCatalog catalog, ChangeTracking tracking)
{
    /// <summary>Makes the stream where it isn't there, at the last change.</summary>
    public void Create(StreamObject stream)
    {
        if (Find(stream) is null)
        {
            var offset = new StreamOffset(tracking.LastChange, stream.ShowInitialRows && HasRows(stream.Source));
            session.Execute($"""
                INSERT INTO {EngineTables.Offsets}
                VALUES ({Names.Text(stream.Name.ToString())}, {Names.Number(offset.Position)}, {(offset.IsInitial ? "TRUE" : "FALSE")})
                """);
        }

        Show(stream, until: null);
    }

    /// <summary>SYSTEM$STREAM_HAS_DATA.</summary>
    public bool HasData(QualifiedName stream) => session.ScalarBool($"SELECT COUNT(*) > 0 FROM (SELECT 1 FROM {Names.Sql(stream)} LIMIT 1)");

    /// <summary>Makes the streams show what they held when the transaction began, where it writes their table itself.</summary>
    public void Hold(IEnumerable<QualifiedName> streams, QualifiedName written, long change)
    {
        foreach (var stream in Objects(streams).Where(s => s.Source == written)) Show(stream, until: change - 1);
    }

    /// <summary>Moves the offsets to the start of the running transaction, whose change is given.</summary>
    public void Move(IReadOnlyCollection<QualifiedName> streams, long change)
    {
        foreach (var stream in Objects(streams))
        {
            var offset = Find(stream)!;
            session.Execute($"""
                UPDATE {EngineTables.Offsets}
                SET POSITION = {Names.Number(offset.IsInitial ? offset.Position : change - 1)}, IS_INITIAL = FALSE
                WHERE STREAM = {Names.Text(stream.Name.ToString())}
                """);
            Show(stream, until: null);
        }

        foreach (var source in Objects(streams).Select(s => s.Source).Distinct()) Forget(source);
    }

    // Former rows that no stream will show again.
    private void Forget(QualifiedName table)
    {
        var oldest = tracking.StreamsOn(table).Select(Find).OfType<StreamOffset>().Min(o => o.Position);
        session.Execute($"""
            DELETE FROM {Names.Sql(ChangeColumns.BeforeOf(table))} WHERE {Names.Sql(ChangeColumns.Replaced.Name)} <= {Names.Number(oldest)}
            """);
    }

    private void Show(StreamObject stream, long? until) =>
        session.Execute(StreamView.Create(stream, catalog.Find<TableObject>(stream.Source)!, Find(stream)!, until));

    private StreamOffset? Find(StreamObject stream) => session.Query($"""
        SELECT POSITION, IS_INITIAL FROM {EngineTables.Offsets} WHERE STREAM = {Names.Text(stream.Name.ToString())}
        """).Rows is [var row] ? new((long)row[0]!, (bool)row[1]!) : null;

    private bool HasRows(QualifiedName table) => session.ScalarBool($"SELECT COUNT(*) > 0 FROM {Names.Sql(table)}");

    private IEnumerable<StreamObject> Objects(IEnumerable<QualifiedName> streams) => streams.Select(s => catalog.Find<StreamObject>(s)!);
}
