using DuckDB.NET.Data;
using Pipeline.Catalog;
using Pipeline.Engine.Database;
using Pipeline.Engine.Streams;

namespace Pipeline.Engine.Deployment;

/// <summary>Makes what the catalog says and the database lacks; a table that is there keeps its rows and must have the model's columns.</summary>
internal sealed class Deployer(DuckDbSession session, CompiledCatalog catalog, ChangeTracking tracking, StreamOffsets offsets)
{
    public void Deploy()
    {
        foreach (var item in catalog.Objects) Check(item);
        foreach (var item in catalog.Objects) Deploy(item);

        // Into the file at once: of a process that is killed DuckDB replays the log, but not a table whose default reads a sequence.
        session.Execute("CHECKPOINT");
    }

    private void Check(CatalogObject item)
    {
        if (item.Findings.Count > 0) throw new EngineException($"{item.Name} can't run: {item.Findings[0].Rule}: {item.Findings[0].Message}");
        if (item is TableObject table)
        {
            CheckShape(table.Name, table.Columns);
            CheckFormerNames(table);
        }

        if (item is DynamicTableObject dynamic) CheckShape(dynamic.Name, dynamic.Columns);
    }

    private void CheckShape(QualifiedName name, IEnumerable<Column> columns)
    {
        var deployed = session.Scalar($"SELECT SHAPE FROM {EngineTables.Deployed} WHERE NAME = {Names.Text(name.ToString())}") as string;
        if (deployed is null)
        {
            if (EngineTables.Exists(session, name)) throw new EngineException($"The database has a table {name} that the engine didn't make. Name another file with --database.");
            return;
        }

        if (TableShape.Difference(deployed, TableShape.Of(columns)) is { } difference)
        {
            throw new EngineException(
                $"{name} differs from the model's: {difference}. A local database isn't altered: start anew with --fresh, or name another file with --database.");
        }
    }

    private void CheckFormerNames(TableObject table)
    {
        if (IsNew(table.Name) && table.FormerNames.FirstOrDefault(f => !IsNew(f)) is { } former)
        {
            throw new EngineException(
                $"{table.Name} is still called {former} in the database. A local database isn't altered: start anew with --fresh, or name another file with --database.");
        }
    }

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
                    if (table is ExternalTableObject external) ExternalTables.ExternalTables.Prepare(session, external);
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
        foreach (var row in DeclaredRows.Of(table)) session.Execute(Spelling.Statement(row));
        if (table is DimensionObject or CalendarObject)
        {
            foreach (var member in Members.Seeds(table)) session.Execute(Spelling.Statement(member));
        }

        if (table is CalendarObject calendar) session.Execute(Spelling.Statement(CalendarSeed.Of(calendar)));
    }

    private void Create(TableObject table)
    {
        foreach (var statement in Spelling.CreateTable(table)) session.Execute(statement);
        session.Execute($"INSERT INTO {EngineTables.Deployed} VALUES ({Names.Text(table.Name.ToString())}, {Names.Text(TableShape.Of(table.Columns))})");
    }

    private bool IsNew(QualifiedName name) =>
        session.ScalarLong($"SELECT COUNT(*) FROM {EngineTables.Deployed} WHERE NAME = {Names.Text(name.ToString())}") == 0;
}
