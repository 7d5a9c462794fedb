using Pipeline.Catalog;

namespace Pipeline.Engine.Tests.Faults;

/// <summary>A model with its deliveries, and what is to be seen of it.</summary>
/// <param name="catalog">The model.</param>
/// <param name="deliveries">Its deliveries in order.</param>
/// <param name="hasLedger">Whether what succeeded adds up to the same in the ledger however often it was tried; a table that is written anew as a whole counts each time.</param>
internal sealed class FaultModel(CompiledCatalog catalog, IReadOnlyList<(string Folder, DateTime At)> deliveries, bool hasLedger)
{
    public CompiledCatalog Catalog => catalog;

    public IReadOnlyList<(string Folder, DateTime At)> Deliveries => deliveries;

    /// <summary>The tasks in an order in which they can run.</summary>
    public IReadOnlyList<TaskObject> Tasks { get; } = [.. Pipeline.Engine.Tasks.TaskGraph.Of(catalog).SelectMany(g => g.All)];

    /// <summary>Every table's rows; of the ledgers what succeeded, added up: a retry has entries of its own.</summary>
    public string Rows(LocalPipeline pipeline) => string.Join("\n\n", Catalog.Objects
        .Where(o => o is TableObject or DynamicTableObject).Where(o => !IsLedger(o.Name)).Select(o => $"{o.Name}\n{pipeline.Rows(o.Name, Columns(o))}")
        .Append(!hasLedger ? "" : pipeline.Query($"SELECT PROCEDURE_NAME, {string.Join(", ", LoadVariables.Counters.Select(c => $"SUM({c.Name})::BIGINT"))} FROM {PlatformTables.LoadRuns(Catalog)} WHERE STATUS = 'SUCCEEDED' GROUP BY ALL ORDER BY ALL").ToString()));

    /// <summary>What each part of a task could have left behind: the rows that it writes, and how far its streams were read.</summary>
    public IReadOnlyList<string> Traces(LocalPipeline pipeline, TaskObject task) => [.. task.Runs.Select(part => string.Join('\n', Written(part)
        .Select(table => pipeline.Query($"SELECT COUNT(*), SUM(hash({Visible(table)})::HUGEINT) FROM {table} AS t").ToString())
        .Append(pipeline.Query($"SELECT STREAM, POSITION FROM LOCAL_ENGINE.STREAM_OFFSETS WHERE STREAM IN ('', {string.Join(", ", StreamsOf(part).Select(s => $"'{s}'").DefaultIfEmpty("''"))}) ORDER BY 1").ToString())))];

    // A table that is written anew as a whole has other hidden columns each time.
    private string Visible(string table) => Catalog.Find<TableObject>(QualifiedName.Parse(table)) is { Columns: { Count: > 0 } columns } ? string.Join(", ", columns.Select(c => "t." + c.Name)) : "t";

    private bool IsLedger(QualifiedName name) => name.Schema == PlatformTables.LedgerSchema(Catalog);

    // A gate writes what its checks found, to a ledger alone.
    private IEnumerable<string> Written(QualifiedName name) => Catalog.Find<GateObject>(name) is not null ? []
        : Catalog.Find<RunLedgerObject>(name) is not null ? [MonitoringTables.TaskRuns(Catalog).ToString(), MonitoringTables.StreamStates(Catalog).ToString()]
        : Catalog.Find<AlertObject>(name) is not null ? [MonitoringTables.AlertLog(Catalog).ToString()]
        : Catalog.Find<TableObject>(name) is { } table
        ? new[] { table.Name, PlatformTables.RejectedOf(table.Name) }.Where(n => Catalog.Find<TableObject>(n) is not null).Select(n => n.ToString())
        : [name.ToString()];

    private IEnumerable<QualifiedName> StreamsOf(QualifiedName part) =>
        Catalog.Find<TableObject>(part) is { } table ? LoadLowering.Of(Catalog, table).SelectMany(l => l.Streams) : [];

    private string Columns(CatalogObject item) => string.Join(", ", item is TableObject table
        ? table.Columns.Select(c => Value(table, c))
        : ((DynamicTableObject)item).Columns.Select(c => c.Name));

    // A number that a failed load had drawn is not drawn again, as on Snowflake: so keys are told by their place among those of their dimension.
    private string Value(TableObject table, Column column)
    {
        var dimension = (column.Roles & ColumnRoles.SurrogateKey) != 0 ? table : column.ForeignKey is { } key ? Catalog.Find<TableObject>(key.Dimension) : null;
        return dimension?.FirstWith(ColumnRoles.SurrogateKey) is { } keyed
            ? $"(SELECT COUNT(*) FROM {dimension.Name} AS members WHERE members.{keyed.Name} < {table.Name.Name}.{column.Name}) AS {column.Name}"
            : column.Name;
    }
}
