using System.Diagnostics;
using DuckDB.NET.Data;
using Pipeline.Catalog;
using Pipeline.Engine.Alerts;
using Pipeline.Engine.Database;
using Pipeline.Engine.Deployment;
using Pipeline.Engine.ExternalTables;
using Pipeline.Engine.Files;
using Pipeline.Engine.Loads;
using Pipeline.Engine.Pipes;
using Pipeline.Engine.Reports;
using Pipeline.Engine.Roles;
using Pipeline.Engine.Streams;
using Pipeline.Engine.Tasks;
using Pipeline.Engine.Views;

namespace Pipeline.Engine;

/// <summary>A catalog at work on embedded DuckDB: files are delivered into its stages, its task graphs run, its tables can be asked.</summary>
/// <example><code>
/// using var pipeline = LocalPipeline.Open(catalog, new LocalOptions());
/// pipeline.Deliver("data/2024-01-15T06-00", arrivedAt);
/// var report = pipeline.Run(scheduledAt: arrivedAt);
/// Console.WriteLine(pipeline.Query("SELECT * FROM CURATED.DIM_CUSTOMER"));
/// </code></example>
public sealed class LocalPipeline : IDisposable
{
    private readonly DuckDbSession session;
    private readonly LocalOptions options;
    private readonly StageFiles stages;
    private readonly EngineClock clock = new();
    private readonly StreamOffsets offsets;
    private readonly GraphRuns graphs;
    private readonly DynamicTables dynamicTables;
    private readonly ExternalTableRefresher externalTables;
    private readonly PipeRunner pipes;
    private readonly AlertRunner alerts;
    private readonly LoadRunner loads;
    private readonly LoweredLoads lowered;

    private LocalPipeline(DuckDbSession session, CompiledCatalog catalog, LocalOptions options)
    {
        this.session = session;
        this.options = options;
        Catalog = CatalogCompletion.Complete(catalog);
        EngineTables.Create(session);

        var tracking = new ChangeTracking(session, Catalog, clock);
        offsets = new StreamOffsets(session, Catalog, tracking, clock);
        stages = new(session, Catalog);
        dynamicTables = new(session, Catalog, tracking);
        var load = new FileLoad(session, stages);
        externalTables = new(session, Catalog, tracking, stages, load);
        pipes = new(Catalog, tracking, stages, load);
        alerts = new(session, Catalog, options);
        loads = new(session, Catalog, tracking, offsets, options);
        lowered = new(Catalog);
        var tasks = new TaskRunner(
            Catalog, new CopyRunner(session, Catalog, tracking, stages, load), lowered, loads, dynamicTables, externalTables,
            new RunRecorder(session, Catalog, offsets), alerts);
        graphs = new(Catalog, tasks, offsets, new TaskStates(session, Catalog), new TaskHistory(session), clock, options);
        graphs.TaskStarted += name => TaskStarted?.Invoke(name);
        graphs.TaskFinished += report => TaskFinished?.Invoke(report);
        new Deployer(session, Catalog, tracking, offsets).Deploy();
        graphs.States.Deploy();

        // A database that is only opened is at the time of its last run: so old is what is in it.
        session.Execute($"SET VARIABLE now = (SELECT MAX(SCHEDULED_AT) FROM {EngineTables.Runs})");
    }

    /// <summary>A task begins.</summary>
    public event Action<QualifiedName>? TaskStarted;

    /// <summary>A task ended, or is known not to run.</summary>
    public event Action<TaskReport>? TaskFinished;

    /// <summary>What no task runs: tables that are filled by hand on the account, and never in a local run.</summary>
    public IEnumerable<QualifiedName> NeverRun => Catalog.All<TableObject>()
        .Where(t => t.Copies.Count + t.Loads.Count > 0 && !Catalog.All<TaskObject>().Any(task => task.Runs.Contains(t.Name)))
        .Select(t => t.Name);

    /// <summary>The catalog with what the platform adds to it.</summary>
    public CompiledCatalog Catalog { get; }

    /// <summary>Opens the database, or makes it, and creates what the catalog says and the database lacks.</summary>
    /// <exception cref="EngineException">The database can't be opened, or its tables aren't those of the catalog.</exception>
    public static LocalPipeline Open(CompiledCatalog catalog, LocalOptions options)
    {
        if (options.DatabaseFile is { } named) DatabaseName.Check(catalog, named);
        if (options.DatabaseFile is { } file && !File.Exists(file)) NewDatabase.Make(file, part => OpenFile(catalog, options with { DatabaseFile = part }).Dispose());
        return OpenFile(catalog, options);
    }

    /// <summary>Puts the files below the folder into the stages: the folder stands for the bucket, so <c>sales/a.csv</c> in it is
    /// <c>s3://bucket/sales/a.csv</c>. What lay in the stages before stays there.</summary>
    /// <param name="folder">Where the files lie; they are read when a copy runs.</param>
    /// <param name="arrivedAt">The time that the files have, as METADATA$FILE_LAST_MODIFIED.</param>
    /// <param name="isComplete">Whether the file at a path below the folder is to be delivered, so that one that is still written can wait; null for all.</param>
    /// <returns>How many files this folder has not delivered before, or not with this content.</returns>
    /// <exception cref="EngineException">The folder can't be read.</exception>
    public int Deliver(string folder, DateTime arrivedAt, Func<string, bool>? isComplete = null)
    {
        lowered.Begin();
        var delivered = 0;
        session.InTransaction(() =>
        {
            delivered = stages.Deliver(folder, arrivedAt, isComplete);
            if (delivered > 0) RecordRun(arrivedAt, hasSucceeded: false);
        });
        return delivered;
    }

    /// <summary>
    /// Runs the pipes, which else run before the task graphs: each loads the files that have arrived and that it hasn't loaded by their names. External tables that refresh
    /// themselves do; what of them can't be read, the next run reports.
    /// </summary>
    /// <param name="now">The time at which they run.</param>
    /// <returns>A report for each pipe that found a file. A file that can't be read is in it, not an exception.</returns>
    public IReadOnlyList<PipeReport> Ingest(DateTime now)
    {
        clock.Advance(now);
        externalTables.RefreshAutomatic(now);
        return pipes.Run(now);
    }

    /// <summary>The pipe that took a file of this name before; null where none did.</summary>
    /// <param name="path">Its path in the bucket.</param>
    public QualifiedName? PipeOf(string path) => Catalog.All<PipeObject>().FirstOrDefault(p => session.ScalarBool(
        $"SELECT COUNT(*) > 0 FROM {EngineTables.LoadedFiles} WHERE TABLE_NAME = {Names.Text(p.Table.ToString())} AND PATH = {Names.Text(path)}"))?.Name;

    /// <summary>The times of the deliveries that no run has brought through yet, and of the runs that failed; the earliest first.</summary>
    public IReadOnlyList<DateTime> PendingRuns =>
        [.. session.Query($"SELECT SCHEDULED_AT FROM {EngineTables.Runs} WHERE NOT HAS_SUCCEEDED ORDER BY 1").Rows.Select(r => (DateTime)r[0]!)];

    /// <summary>Runs every task graph once: one that reads what another fills after that one, else by name.</summary>
    /// <param name="scheduledAt">The time for which the run is scheduled.</param>
    /// <returns>What became of each task. A failure is in the report, not an exception.</returns>
    /// <exception cref="EngineException">What became of a task can't be recorded.</exception>
    public RunReport Run(DateTime scheduledAt)
    {
        var watch = Stopwatch.StartNew();
        lowered.Begin();
        try
        {
            clock.Advance(options.Clock?.GetUtcNow().UtcDateTime ?? scheduledAt);
            offsets.Age(hasGap: true);
            var piped = pipes.Run(clock.Now!.Value);
            var heard = externalTables.RefreshAutomatic(clock.Now!.Value);
            var reports = TaskGraph.Of(Catalog).Select(g => graphs.RunNow(g, scheduledAt)).ToList();
            IReadOnlyList<RefreshReport> refreshes = [.. heard, .. reports.All(g => g.Status == RunStatus.Skipped) ? [] : dynamicTables.RefreshByLag()];
            alerts.EvaluateAll(clock.Now!.Value);
            var report = new RunReport(scheduledAt, watch.Elapsed, reports) { Pipes = piped, Refreshes = refreshes, Quality = Quality(reports), Alerts = alerts.Take() };
            session.InTransaction(() => RecordRun(scheduledAt, report.Succeeded));
            return report;
        }
        catch (DuckDBException e)
        {
            throw new EngineException($"The database failed between the loads: {e.Message.Split('\n')[0]}", e);
        }
    }

    /// <summary>Plays the schedules of all graphs on a virtual clock: a day of hourly runs takes as long as its work.</summary>
    /// <param name="from">The first moment, in UTC; what the folders bring before it is there at it.</param>
    /// <param name="until">Nothing begins at it or after it; what has begun goes on to its end.</param>
    /// <param name="deliveries">Folders, and when their files come.</param>
    /// <exception cref="EngineException">A schedule can't be read, or the database failed between the loads.</exception>
    public ScheduleReport Play(DateTime from, DateTime until, params IEnumerable<(string Folder, DateTime ArrivedAt)> deliveries)
    {
        try
        {
            var piped = new List<PipeReport>();
            var report = new Scheduler(Catalog, graphs, offsets, dynamicTables, from, until)
                .Play(deliveries.Where(d => d.ArrivedAt < until).Select(d => (d.ArrivedAt, (Action)(() => Arrive(d.Folder, d.ArrivedAt, piped)))));
            alerts.EvaluateAll(clock.Now ?? until);
            report = report with { Pipes = piped, Quality = Quality(report.Graphs), Alerts = alerts.Take() };
            foreach (var last in report.Graphs.GroupBy(g => g.Root).Select(g => g.Last())) session.InTransaction(() => RecordRun(last.ScheduledAt, last.Status != RunStatus.Failed));
            return report;
        }
        catch (DuckDBException e)
        {
            throw new EngineException($"The database failed between the loads: {e.Message.Split('\n')[0]}", e);
        }
    }

    /// <summary>TASK_HISTORY: every run of a task that began, the oldest first.</summary>
    public IReadOnlyList<TaskHistoryEntry> TaskHistory => graphs.History.Read();

    /// <summary>ALTER TASK .. SUSPEND: the schedule leaves it out. <see cref="Run"/> runs a suspended root all the same, as EXECUTE TASK does.</summary>
    public void Suspend(QualifiedName task) => graphs.States.Suspend(Find(task));

    /// <summary>ALTER TASK .. RESUME: its interval counts from the next play's begin, its failures from none.</summary>
    public void Resume(QualifiedName task) => graphs.States.Resume(Find(task));

    /// <summary>The streams, with the time until which each can be read.</summary>
    public IReadOnlyList<StreamState> Streams => offsets.States();

    /// <summary>Makes a stream anew at the last change, as CREATE OR REPLACE STREAM does: what it had not shown yet, it won't show.</summary>
    /// <exception cref="EngineException">The model has no such stream.</exception>
    /// <param name="name">The stream.</param>
    /// <param name="showInitialRows">With SHOW_INITIAL_ROWS = TRUE: the next load reads every row that is there, so that it makes its target anew.</param>
    public void RecreateStream(QualifiedName name, bool showInitialRows = false) =>
        offsets.Recreate(Catalog.Find<StreamObject>(name) ?? throw new EngineException($"{name} is no stream of the model; name one that is."), showInitialRows);

    /// <summary>Loads a time range of a table's source again: what is right stays untouched, and no stream moves. The streams on the table show what was corrected.</summary>
    /// <returns>What became of each of the table's loads. A failure is in the report, not an exception.</returns>
    /// <exception cref="EngineException">The model has no such table.</exception>
    /// <exception cref="UnsupportedLoadException">The table can't be had again from its sources.</exception>
    public IReadOnlyList<LoadReport> Backfill(QualifiedName table, BackfillRange range)
    {
        var target = Catalog.Find<TableObject>(table) ?? throw new EngineException($"{table} is no table of the model; name one that is.");
        var backfills = BackfillLowering.Of(Catalog, target, range);
        var at = clock.Now ?? session.Query($"SELECT MAX(SCHEDULED_AT) FROM {EngineTables.Runs}").Rows[0][0] as DateTime? ?? range.From;
        var run = new RunContext($"BACKFILL_{at.ToString("yyyyMMddHHmmss", System.Globalization.CultureInfo.InvariantCulture)}", at, options.Clock);
        return [.. backfills.Select(b => loads.Run(b.Load, run))];
    }

    /// <summary>The rows of a query in DuckDB's SQL.</summary>
    /// <exception cref="EngineException">The query fails.</exception>
    public QueryResult Query(string sql)
    {
        try
        {
            return session.Query(sql);
        }
        catch (DuckDBException e)
        {
            throw new EngineException($"The query failed: {e.Message.Split('\n')[0]}", e);
        }
        finally
        {
            session.Forget();
        }
    }

    /// <summary>The same of a query that reads alone.</summary>
    /// <exception cref="EngineException">The query fails, or is a statement that would change something.</exception>
    public QueryResult Read(string sql)
    {
        try
        {
            return session.Read(sql);
        }
        catch (DuckDBException e)
        {
            throw new EngineException(DuckDbSession.IsWrite(e) ? "Only reading is possible here; what is changed by hand no stream would see." : $"The query failed: {e.Message.Split('\n')[0]}", e);
        }
    }

    /// <summary>Reads as a role, or as a consumer of a share, until it is disposed; no task may run meanwhile.</summary>
    /// <param name="role">The role's or share's name in the account.</param>
    /// <param name="user">The user; by default one named as the role.</param>
    /// <exception cref="EngineException">The model has no such role or share.</exception>
    public RoleSession As(QualifiedName role, string? user = null) => new(session, Catalog, Catalog.Find<RoleObject>(role)
        ?? (Catalog.Find<ShareObject>(role) is { } share ? new RoleObject(share.Name, share.ClassName) : null)
        ?? throw new EngineException($"{role} is no role of the model; name one that it has: {string.Join(", ", Catalog.All<RoleObject>().Select(r => r.Name.Name).DefaultIfEmpty("none"))}."), user);

    /// <summary>The rows of a table, view, stream or dynamic table of the catalog.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="columns">The columns to show, as SQL; by default those of the model.</param>
    /// <param name="orderBy">What to sort by, as SQL; by default all columns in turn, a dimension's own members before the unknown ones.</param>
    /// <param name="limit">How many rows to show; by default all.</param>
    public QueryResult Rows(QualifiedName name, string? columns = null, string? orderBy = null, int? limit = null) => Query($"""
        SELECT {columns ?? Names.List(ColumnsOf(name))} FROM {Names.Sql(name)}
        ORDER BY {orderBy ?? (columns is null ? OwnMembersFirst(name) : "ALL")}{(limit is { } rows ? $" LIMIT {Names.Number(rows)}" : "")}
        """);

    /// <inheritdoc />
    public void Dispose() => session.Dispose();

    private static LocalPipeline OpenFile(CompiledCatalog catalog, LocalOptions options)
    {
        var session = DuckDbSession.Open(options.DatabaseFile);
        try
        {
            session.Interceptor = options.Interceptor;
            return new(session, catalog, options);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    // Pipes load what comes at once.
    private void Arrive(string folder, DateTime at, List<PipeReport> piped)
    {
        Deliver(folder, at);
        piped.AddRange(Ingest(at));
    }

    // A run that succeeds has brought through all that came before it.
    private void RecordRun(DateTime scheduledAt, bool hasSucceeded)
    {
        session.Execute($"DELETE FROM {EngineTables.Runs} WHERE SCHEDULED_AT {(hasSucceeded ? "<=" : "=")} {Names.Time(scheduledAt)}");
        session.Execute($"INSERT INTO {EngineTables.Runs} VALUES ({Names.Time(scheduledAt)}, {(hasSucceeded ? "TRUE" : "FALSE")})");
    }

    /// <summary>One task alone, with every statement told: for tests that make each of them fail.</summary>
    internal TaskReport RunTask(QualifiedName task, DateTime scheduledAt, IStatementInterceptor? interceptor)
    {
        clock.Advance(scheduledAt);
        session.Interceptor = interceptor;
        try
        {
            return graphs.Execute(Catalog.Find<TaskObject>(task)!, "RUN", scheduledAt, scheduledAt);
        }
        finally
        {
            session.Interceptor = null;
        }
    }

    private QualifiedName Find(QualifiedName task) =>
        Catalog.Find<TaskObject>(task)?.Name ?? throw new EngineException($"{task} is no task of the model; name one that is.");

    private string OwnMembersFirst(QualifiedName name) =>
        Catalog.Find<TableObject>(name) is (DimensionObject or CalendarObject) and var table && table.FirstWith(ColumnRoles.SurrogateKey) is { } key
            ? $"{Names.Sql(key.Name)} < 0, {Names.List(ColumnsOf(name))}"
            : "ALL";

    private IEnumerable<string> ColumnsOf(QualifiedName name) => Catalog.Objects.Where(o => o.Name == name).Select(o => o switch
    {
        TableObject table => table.Columns,
        ViewObject view => view.Columns,
        DynamicTableObject dynamic => dynamic.Columns,
        StreamObject stream => Catalog.Find<ViewObject>(stream.Source)?.Columns ?? StreamSources.TablesOf(Catalog, stream)[0].Columns,
        _ => [],
    }).FirstOrDefault(c => c.Count > 0) is { Count: > 0 } columns
        ? columns.Select(c => c.Name)
        : throw new EngineException($"{name} is no table, view or stream of the model; name one that is.");

    private IReadOnlyList<QualityReport> Quality(IEnumerable<GraphReport> reports)
    {
        if (Catalog.Find<TableObject>(PlatformTables.QualityMetrics(Catalog)) is not { } metrics) return [];
        var runs = reports.Where(g => g.Status != RunStatus.Skipped).Select(g => Names.Text(g.RunId)).ToList();
        if (runs.Count == 0) return [];
        return
        [
            .. session.Query($"""
                SELECT RUN_ID, CHECK_NAME, LAYER, TARGET, STATUS, ERROR_COUNT, ROW_COUNT FROM {Names.Sql(metrics.Name)}
                WHERE RUN_ID IN ({string.Join(", ", runs)}) ORDER BY RUN_TIME, TARGET, CHECK_NAME
                """).Rows.Select(r => new QualityReport(
                (string)r[0]!, (string)r[1]!, (string)r[2]!, (string)r[3]!, (string)r[4]!, Count(r[5]), r[6] is null ? null : Count(r[6]))),
        ];
    }

    private static long Count(object? value) => Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture);
}
