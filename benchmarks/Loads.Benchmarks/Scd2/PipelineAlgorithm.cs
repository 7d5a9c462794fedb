using Loads.Benchmarks.Measuring;
using Loads.Benchmarks.Models;
using Pipeline.Catalog;
using Pipeline.Engine;
using Pipeline.Engine.Reports;

namespace Loads.Benchmarks.Scd2;

/// <summary>The product: the model's class, its lowered load on the engine, with stream, checks, counts and ledger.</summary>
internal sealed class PipelineAlgorithm : IScd2Algorithm
{
    public string Name => "pipeline";

    public string Description => "Pipeline: the load of a model's class, with stream, late changes, balance and ledger";

    public void Prepare(string file, int members)
    {
        using (var pipeline = LocalPipeline.Open(ModelCatalog.Members, new() { DatabaseFile = file }))
        {
            pipeline.Query(SqlText.Read("Scd2/history.sql"));
            pipeline.Query($"""
                INSERT INTO MEMBERS.MEMBER_LOG (MEMBER_ID, {Scd2Columns.Names}, CHANGED_AT, FILE_NAME, FILE_ROW)
                SELECT MEMBER_ID, {Scd2Columns.Names}, CHANGED_AT, 'members/history.parquet', row_number() OVER () FROM member_history({members})
                """);
            pipeline.Query($"""
                INSERT INTO MEMBERS.DIM_MEMBER (MEMBER_ID, {Scd2Columns.Names}, VALID_FROM, VALID_TO, IS_CURRENT, LAST_EVENT_AT)
                SELECT MEMBER_ID, {Scd2Columns.Names}, CHANGED_AT, ENDED_AT, ENDED_AT IS NULL, CHANGED_AT FROM member_history({members})
                """);

            // All of it has been loaded: the stream begins behind it, or the first load would be one of the whole history.
            pipeline.Query("UPDATE LOCAL_ENGINE.STATE SET LAST_CHANGE = (SELECT max(METADATA$CHANGED) FROM MEMBERS.MEMBER_LOG)");
            pipeline.Query("UPDATE LOCAL_ENGINE.STREAM_OFFSETS SET POSITION = (SELECT LAST_CHANGE FROM LOCAL_ENGINE.STATE)");
        }

        using var database = new Database();
        database.Execute(SqlText.Read("Scd2/history.sql"));
        foreach (var batch in new[] { 1, 2 })
        {
            var folder = Path.Combine(Delivery(file, batch), "members");
            Directory.CreateDirectory(folder);
            database.Execute($"COPY (SELECT * FROM member_changes({members}, {batch})) TO '{folder}/changes_{batch}.parquet' (FORMAT parquet)");
        }
    }

    public IScd2Load Open(string file, int threads) => new PipelineLoad(file);

    // Beside the database, and found from any copy of it.
    private static string Delivery(string file, int batch) => Path.Combine(Path.GetDirectoryName(file)!, $"delivery-{batch}");

    private sealed class PipelineLoad(string file) : IScd2Load
    {
        private readonly LocalPipeline pipeline = LocalPipeline.Open(ModelCatalog.Members, new() { DatabaseFile = file });

        public Spent Load(int batch)
        {
            var at = new DateTime(2024, 1, batch);
            pipeline.Deliver(Delivery(file, batch), at);
            var (started, ended) = (TimeSpan.Zero, TimeSpan.Zero);
            void Start(QualifiedName task) => started = Environment.CpuUsage.TotalTime;
            void Finish(TaskReport task) => ended = Environment.CpuUsage.TotalTime;
            pipeline.TaskStarted += Start;
            pipeline.TaskFinished += Finish;
            var report = pipeline.Run(at);
            pipeline.TaskStarted -= Start;
            pipeline.TaskFinished -= Finish;
            if (report.Tasks.Select(t => t.Error).FirstOrDefault(e => e is not null) is { } error) throw new InvalidOperationException(error);
            return new(report.Loads.Single().Duration.TotalSeconds, (ended - started).TotalSeconds);
        }

        public string? Compared() => pipeline.Query(Scd2Columns.Compared("MEMBERS.DIM_MEMBER")).ToString();

        public void Dispose() => pipeline.Dispose();
    }
}
