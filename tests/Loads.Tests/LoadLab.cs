using System.Globalization;
using Pipeline.Catalog;
using Pipeline.Engine;
using Pipeline.Engine.Reports;

namespace Loads.Tests;

/// <summary>Tries others in the place of a load that is about to run: each is run, looked at and taken back; what made it fail is given back.</summary>
internal delegate void Trial(LocalPipeline pipeline, LoweredLoad load, Func<LoweredLoad, Action<LoadReport>, string?> run);

/// <summary>A model on the local engine, fed with files; what is in its tables is told as text.</summary>
public sealed class LoadLab : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("pipeline-loads-").FullName;
    private readonly string? database;
    private readonly Func<LoweredLoad, LoweredLoad>? rewrite;
    private readonly Trial? trial;
    private LocalPipeline pipeline;
    private int deliveries;

    /// <param name="catalog">The model.</param>
    /// <param name="survives">Whether the database is a file, so that another model can go on with it.</param>
    /// <param name="rewrite">Puts other statements in the place of a load's own.</param>
    /// <param name="trial">Tries others in the place of a load before it runs.</param>
    internal LoadLab(CompiledCatalog catalog, bool survives, Func<LoweredLoad, LoweredLoad>? rewrite, Trial? trial)
    {
        this.trial = trial;
        this.rewrite = rewrite;
        database = survives ? Path.Combine(folder, "lab.duckdb") : null;
        pipeline = Open(catalog);
    }

    public LoadLab(CompiledCatalog catalog, bool survives = false)
        : this(catalog, survives, rewrite: null, trial: null)
    {
    }

    public LoadLab(string classes)
        : this(ModelText.Compile(classes))
    {
    }

    /// <summary>The time of the last run.</summary>
    public DateTime Now { get; private set; } = new(2024, 6, 1, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>The time of the next run, unless some is let pass before it.</summary>
    internal DateTime Next => Now.AddHours(1);

    /// <summary>Delivers a file of the lines and runs the graphs an hour later than before; all must succeed.</summary>
    public RunReport Deliver(string path, params IEnumerable<string> lines)
    {
        var report = TryDeliver(path, lines);
        Assert.All(report.Graphs.SelectMany(g => g.Tasks), t => Assert.True(t.Error is null, $"{t.Task}: {t.Error}"));
        return report;
    }

    /// <summary>Delivers a file of the lines and runs the graphs, whatever becomes of it.</summary>
    public RunReport TryDeliver(string path, params IEnumerable<string> lines)
    {
        Now = Next;
        var delivery = Path.Combine(folder, (++deliveries).ToString("d4", CultureInfo.InvariantCulture));
        var file = Path.Combine(delivery, path.Replace("#", deliveries.ToString("d4", CultureInfo.InvariantCulture), StringComparison.Ordinal));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllLines(file, lines);
        pipeline.Deliver(delivery, Now);
        return pipeline.Run(Now);
    }

    /// <summary>Runs the graphs with nothing new delivered.</summary>
    public RunReport Run()
    {
        Now = Next;
        return pipeline.Run(Now);
    }

    /// <summary>Does something to the pipeline that no delivery does.</summary>
    public void Do(Action<LocalPipeline> action) => action(pipeline);

    /// <summary>Lets time pass before the next delivery.</summary>
    public void Wait(TimeSpan time) => Now += time;

    /// <summary>A row per line, the values between bars.</summary>
    public string Rows(string sql) => pipeline.Query(sql).ToString();

    public IReadOnlyList<IReadOnlyList<object?>> Values(string sql) => pipeline.Query(sql).Rows;

    public string Count(string from) => Rows($"SELECT COUNT(*) FROM {from}");

    /// <summary>The counters of the table's runs that succeeded, summed up.</summary>
    public string Ledger(string target, string counters) => Rows($"""
        SELECT {string.Join(", ", counters.Split(',').Select(c => $"SUM({c.Trim()})::BIGINT"))}
        FROM PIPELINE.LOAD_RUNS WHERE TARGET = '{target}' AND STATUS = 'SUCCEEDED'
        """);

    /// <summary>Goes on with another model of the same database; what a migration would do comes first.</summary>
    public void Migrate(CompiledCatalog catalog, params string[] statements)
    {
        foreach (var statement in statements) pipeline.Query(statement);
        pipeline.Dispose();
        pipeline = Open(catalog);
    }

    public void Dispose()
    {
        pipeline.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private LocalPipeline Open(CompiledCatalog catalog) => LocalPipeline.Open(catalog, new LocalOptions
    {
        DatabaseFile = database, Rewrite = rewrite, Trials = trial is null ? null : (load, run) => trial(pipeline, load, run),
    });
}
