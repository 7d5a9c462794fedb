using Pipeline.Catalog;
using Pipeline.Engine.Database;
using Pipeline.Engine.Deployment;
using Pipeline.Engine.Loads;
using Pipeline.Engine.Reports;
using Pipeline.Engine.Streams;
using Pipeline.Engine.Views;
using static Pipeline.Engine.Tests.Tables;

namespace Pipeline.Engine.Tests.Streams;

/// <summary>A table of an ID and a value, with streams on it, and the statements that a load could run.</summary>
internal sealed class StreamLab : IDisposable
{
    private static readonly TableObject Source = Table("S.T", Required("ID", SqlType.Int64), Text("V"));
    private static readonly ObjectSource Target = new("target", Source.Name);

    private readonly DuckDbSession session = DuckDbSession.Open(null);
    private readonly EngineClock clock = new();
    private readonly CompiledCatalog catalog;
    private readonly ChangeTracking tracking;
    private readonly StreamOffsets offsets;
    private readonly StatementRunner statements;
    private readonly DynamicTables dynamicTables;

    public StreamLab(params CatalogObject[] objects)
    {
        catalog = CatalogCompletion.Complete(Compiled([Schema("S"), Source, .. objects]));
        EngineTables.Create(session);
        tracking = new(session, catalog, clock);
        offsets = new(session, catalog, tracking, clock);
        dynamicTables = new(session, catalog, tracking);
        statements = new(session, catalog, tracking, new LoadVariableValues(session));
        Deploy();
    }

    public static StreamObject Net(string name = "S.CHANGES") => Stream(name, "S.T");

    public static StreamObject AppendOnly(string name = "S.APPENDED") => Stream(name, "S.T", StreamMode.AppendOnly);

    public static Statement Insert(long id, string value, string table = "S.T") => new InsertStatement(
        "Insert.", new("target", Name(table)), ["ID", "V"], new SelectQuery([new("ID", Literal.Integer(id)), new("V", Literal.Text(value))]));

    public static Statement Update(long id, string value, string table = "S.T") =>
        new UpdateStatement("Update.", new("target", Name(table)), [new("V", Literal.Text(value))], null, Is(id));

    public static Statement Delete(long id, string table = "S.T") => new DeleteStatement("Delete.", new("target", Name(table)), null, Is(id));

    /// <summary>Puts one row in the place of all.</summary>
    public static Statement Overwrite(long id, string value) => (InsertStatement)Insert(id, value) with { Overwrite = true };

    /// <summary>Updates the row, or inserts it; a value of 'gone' deletes it.</summary>
    public static Statement Merge(long id, string value) => new MergeStatement(
        "Merge.", Target,
        new SubquerySource("source", new SelectQuery([new("ID", Literal.Integer(id)), new("V", Literal.Text(value))])),
        Make.Equal(Make.Column("target", "ID", SqlType.Int64), Make.Column("source", "ID", SqlType.Int64)))
    {
        Matched =
        [
            new("Gone.", Make.Equal(Make.Column("source", "V", SqlType.Text), Literal.Text("gone")), []),
            new("Changed.", Make.Distinct(Make.Column("target", "V", SqlType.Text), Make.Column("source", "V", SqlType.Text)),
                [new("V", Make.Column("source", "V", SqlType.Text))]),
        ],
        NotMatched = new("New.", null, [new("ID", Make.Column("source", "ID", SqlType.Int64)), new("V", Make.Column("source", "V", SqlType.Text))]),
    };

    /// <summary>One committed transaction.</summary>
    public StreamLab Commit(params Statement[] work)
    {
        tracking.InChange(_ => Run(work));
        return this;
    }

    /// <summary>One transaction that fails at its end.</summary>
    public StreamLab RollBack(params Statement[] work)
    {
        Assert.Throws<TimeoutException>(() => tracking.InChange(_ =>
        {
            Run(work);
            throw new TimeoutException();
        }));
        return this;
    }

    /// <summary>One committed transaction that reads the stream before and after its own work.</summary>
    /// <returns>What the stream showed at its end.</returns>
    public string Consume(string stream, params Statement[] work)
    {
        var seen = "";
        tracking.InChange(change => seen = Read(stream, work, change));
        return seen;
    }

    /// <summary>As <see cref="Consume"/>, but it fails at its end.</summary>
    public string ConsumeAndRollBack(string stream, params Statement[] work)
    {
        var seen = "";
        Assert.Throws<TimeoutException>(() => tracking.InChange(change =>
        {
            seen = Read(stream, work, change);
            throw new TimeoutException();
        }));
        return seen;
    }

    /// <summary>What the stream shows: action, whether an update, and the row.</summary>
    public string Rows(string stream) => session.Query($"""
        SELECT METADATA$ACTION, METADATA$ISUPDATE, ID, V FROM {stream} ORDER BY ID, METADATA$ACTION, V
        """).ToString();

    public string Query(string sql) => session.Query(sql).ToString();

    /// <summary>The days pass, and what is not read for too long becomes stale.</summary>
    public StreamLab Pass(double days)
    {
        clock.Advance((clock.Now ?? new DateTime(2024, 3, 1)).AddDays(days));
        offsets.Age(hasGap: false);
        return this;
    }

    public StreamState State(string stream) => offsets.States().Single(s => s.Stream == Name(stream));

    public void Recreate(string stream) => offsets.Recreate(catalog.Find<StreamObject>(Name(stream))!);

    public void Refresh(string table) => Assert.Null(dynamicTables.Refresh(catalog.Find<DynamicTableObject>(Name(table))!).Error);

    public bool HasData(string stream) => offsets.HasData(Name(stream));

    /// <summary>As when the database is opened again.</summary>
    public void Deploy() => new Deployer(session, catalog, tracking, offsets).Deploy();

    /// <summary>A stream that is made now.</summary>
    public void Create(StreamObject stream)
    {
        var later = Compiled([.. catalog.Objects, stream]);
        new StreamOffsets(session, later, new(session, later, clock), clock).Create(stream);
    }

    public void Dispose() => session.Dispose();

    private string Read(string stream, Statement[] work, long change)
    {
        QualifiedName[] streams = [Name(stream)];
        offsets.Hold(streams, Source.Name, change);
        var before = Rows(stream);
        Run(work);
        var after = Rows(stream);
        Assert.Equal(before, after);
        offsets.Move(streams, change);
        return after;
    }

    private void Run(Statement[] work)
    {
        foreach (var statement in work) statements.Run(statement);
    }

    private static Expression Is(long id) => Make.Equal(Make.Column("target", "ID", SqlType.Int64), Literal.Integer(id));
}
