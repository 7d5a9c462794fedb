using DuckDB.NET.Data;
using Pipeline.Catalog;
using Pipeline.Engine.Database;
using Pipeline.Engine.ExternalTables;
using Pipeline.Engine.Streams;

namespace Pipeline.Engine.Deployment;

/// <summary>Makes what the catalog says and the database lacks; a table that is there keeps its rows and gets the model's columns.</summary>
internal sealed class Deployer(DuckDbSession session, CompiledCatalog catalog, ChangeTracking tracking, StreamOffsets offsets)
{
    private readonly List<TableGrowth> growths = [];
    private readonly List<QualifiedName> refreshedAnew = [];

    public void Deploy()
    {
        // Nothing is altered before all of it can be.
        foreach (var item in catalog.Objects) Check(item);
        foreach (var growth in growths) new TableGrower(session).Grow(growth);
        foreach (var name in refreshedAnew) Forget(name);
        if (growths.Count > 0) session.Execute("CHECKPOINT");
        foreach (var item in catalog.Objects) Deploy(item);

        // Into the file at once: of a process that is killed DuckDB replays the log, but not a table whose default reads a sequence.
        session.Execute("CHECKPOINT");
    }

    private void Check(CatalogObject item)
    {
        if (item.Findings.Count > 0) throw new EngineException($"{item.Name} can't run: {item.Findings[0].Rule}: {item.Findings[0].Message}");
        if (item is TableObject table) CheckShape(table);
        if (item is DynamicTableObject dynamic) CheckShape(new TableObject(dynamic.Name, dynamic.ClassName, dynamic.Columns));
    }

    private void CheckShape(TableObject table)
    {
        if (IsNew(table.Name) && EngineTables.Exists(session, table.Name))
        {
            throw new EngineException($"The database has a table {table.Name} that the engine didn't make. Name another file with --database.");
        }

        // Of one that somebody dropped by hand the task that needs it tells.
        if (Deployed(table) is not { } name || !EngineTables.Exists(session, name)) return;
        var shape = TableShape.Read((string)session.Scalar($"SELECT SHAPE FROM {EngineTables.Deployed} WHERE NAME = {Names.Text(name.ToString())}")!);
        var hasRows = session.ScalarBool($"SELECT COUNT(*) > 0 FROM {Names.Sql(name)}");
        if (TableGrowth.Of(name, shape, hasRows, table, catalog, out var difference) is not { } growth)
        {
            if (catalog.Find<DynamicTableObject>(name) is not null && !tracking.IsTracked(name))
            {
                refreshedAnew.Add(name);
                return;
            }

            throw new EngineException(
                $"{table.Name} differs from the model's: {difference}. What would lose something isn't altered: start anew with --fresh, or name another file with --database.");
        }

        if (growth.IsNeeded && table is ExternalTableObject)
        {
            throw new EngineException($"{table.Name} has other columns than the model says. What an external table reads of its files isn't altered, here or on an account: "
                + "start anew with --fresh, or name another file with --database.");
        }

        if (growth.IsNeeded) growths.Add(growth);
    }

    // A dynamic table whose query became another is filled anew by its next refresh.
    private void Forget(QualifiedName name) => session.InTransaction(() =>
    {
        session.Execute($"DROP TABLE {Names.Sql(name)}");
        session.Execute($"DELETE FROM {EngineTables.Deployed} WHERE NAME = {Names.Text(name.ToString())}");
    });

    // Under its name, or under a former one.
    private QualifiedName? Deployed(TableObject table) => table.FormerNames.Prepend(table.Name).FirstOrDefault(n => !IsNew(n));

    private void Deploy(CatalogObject item)
    {
        try
        {
            switch (item)
            {
                case SchemaObject schema:
                    session.Execute($"CREATE SCHEMA IF NOT EXISTS {Names.Sql(schema.Name)}");
                    break;
                case TableObject table:
                    tracking.InChange(_ => Deploy(table));
                    if (table is ExternalTableObject external) ExternalTableRefresher.Prepare(session, external);
                    break;
                case StreamObject stream:
                    foreach (var followed in StreamSources.TablesOf(catalog, stream)) tracking.Track(followed);
                    offsets.Create(stream);
                    break;
                case AccountViewObject known:
                    foreach (var statement in AccountViewTables.Create(known)) session.Execute(statement);
                    break;
                case ViewObject view:
                    session.Execute(Spelling.CreateView(view));
                    break;
                case DynamicTableObject dynamic when IsNew(dynamic.Name):
                    session.InTransaction(() => Create(new TableObject(dynamic.Name, dynamic.ClassName, dynamic.Columns)));
                    break;
            }
        }
        catch (DuckDBException e)
        {
            throw new EngineException($"{item.Name} can't be made: {e.Message.Split('\n')[0]}", e);
        }
    }

    private void Deploy(TableObject table)
    {
        if (IsNew(table.Name)) Create(table);
        foreach (var row in DeclaredRows.Of(table)) Execute(row, table);
        if (table is DimensionObject or CalendarObject)
        {
            foreach (var member in Members.Seeds(table)) Execute(member, table);
        }

        foreach (var days in table is CalendarObject calendar ? CalendarSeed.Of(calendar) : []) Execute(days, table);
    }

    // The streams that are on the table already see what it replaces.
    private void Execute(Statement statement, TableObject table)
    {
        var isTracked = EngineTables.Exists(session, ChangeColumns.BeforeOf(table.Name));
        foreach (var part in isTracked ? ChangeCapture.Rewrite(statement, table) : [statement]) session.Execute(Spelling.Statement(part));
    }

    private void Create(TableObject table)
    {
        foreach (var statement in Spelling.CreateTable(table)) session.Execute(statement);
        session.Execute($"INSERT INTO {EngineTables.Deployed} VALUES ({Names.Text(table.Name.ToString())}, {Names.Text(TableShape.Of(table.Columns))})");
    }

    private bool IsNew(QualifiedName name) =>
        session.ScalarLong($"SELECT COUNT(*) FROM {EngineTables.Deployed} WHERE NAME = {Names.Text(name.ToString())}") == 0;
}
