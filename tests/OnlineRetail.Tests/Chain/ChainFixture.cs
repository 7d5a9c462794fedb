using OnlineRetail.Tests.Oracle;

namespace OnlineRetail.Tests.Chain;

/// <summary>All runs, once for all tests of them; nothing happens before the first test asks.</summary>
public sealed class ChainFixture : IDisposable
{
    private readonly Lazy<ChainRun> run = new(RunAll);
    private readonly Lazy<ExpectedTables> expected;

    public ChainFixture() => expected = new(() => new(Run.Days.Select(day => day.File)));

    internal ChainRun Run => run.Value;

    internal ExpectedTables Expected => expected.Value;

    public void Dispose()
    {
        if (run.IsValueCreated)
        {
            run.Value.Dispose();
        }
    }

    private static ChainRun RunAll()
    {
        var files = RealData.Files();
        var run = new ChainRun(ModelCatalog.Read());
        foreach (var file in files)
        {
            run.Deliver(Path.GetFileName(file), File.ReadAllText(file));
        }

        return run;
    }
}
