using System.Globalization;
using Pipeline.Engine;
using Pipeline.Engine.Reports;

namespace Loads.Tests.Histories;

/// <summary>The platform on the local engine, fed with events a file at a time.</summary>
public sealed class CustomerRun : IDisposable
{
    private static readonly DateTime FirstRun = new(2024, 6, 1);

    private readonly LocalPipeline pipeline = LocalPipeline.Open(CustomerPlatform.Catalog, new LocalOptions());
    private readonly string folder = Directory.CreateTempSubdirectory("pipeline-histories-").FullName;
    private int runs;

    /// <summary>Delivers the events as one file and runs the graph.</summary>
    public RunReport Deliver(IEnumerable<CustomerEvent> events)
    {
        var at = FirstRun.AddHours(++runs);
        var delivery = Path.Combine(folder, runs.ToString("d4", CultureInfo.InvariantCulture));
        Directory.CreateDirectory(Path.Combine(delivery, "customers"));
        File.WriteAllLines(
            Path.Combine(delivery, "customers", $"events_{runs:d4}.csv"),
            events.Select(Line).Prepend("customer_id,segment,email,changed_at,is_deleted"));
        pipeline.Deliver(delivery, at);
        var report = pipeline.Run(at);
        Assert.All(report.Graphs.SelectMany(g => g.Tasks), t => Assert.True(t.Error is null, $"{t.Task}: {t.Error}"));
        return report;
    }

    /// <summary>The versions by surrogate key, but for the unknown member.</summary>
    public IReadOnlyDictionary<long, CustomerVersion> Versions() => pipeline
        .Query($"SELECT CUSTOMER_KEY, CUSTOMER_ID, SEGMENT, EMAIL, VALID_FROM, VALID_TO, IS_CURRENT FROM {CustomerPlatform.Dimension} WHERE CUSTOMER_KEY > 0")
        .Rows.ToDictionary(
            r => Convert.ToInt64(r[0], CultureInfo.InvariantCulture),
            r =>
            {
                Assert.Equal(r[5] is null, (bool)r[6]!);
                return new CustomerVersion(Convert.ToInt32(r[1], CultureInfo.InvariantCulture), (string)r[2]!, (string?)r[3], (DateTime)r[4]!, (DateTime?)r[5]);
            });

    public long Count(string sql) => long.Parse(Convert.ToString(pipeline.Query(sql).Rows[0][0], CultureInfo.InvariantCulture)!, CultureInfo.InvariantCulture);

    public void Dispose()
    {
        pipeline.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string Line(CustomerEvent e) => string.Join(',',
        e.Id?.ToString(CultureInfo.InvariantCulture), e.Segment, e.Email,
        e.At?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), e.IsDeleted ? "true" : "false");
}
