using Loads.Tests.Facts;
using Pipeline.Catalog;
using Xunit.Sdk;

namespace Loads.Tests.Mutations;

/// <summary>Facts of one schema, with many histories told side by side, each with keys of its own: what holds for one holds for all at once.</summary>
internal abstract class FactBench(string name, string schema, params string[] tables) : Bench(name)
{
    protected override CompiledCatalog Catalog => FactModel.Of(schema);

    protected override IReadOnlyList<string> Tables => tables;

    public override bool IsSound(Func<LoweredLoad, LoweredLoad>? rewrite) => IsSound(rewrite, Tell);

    /// <summary>Whether these deliveries to a database of their own come out as they should.</summary>
    protected bool IsSound(Func<LoweredLoad, LoweredLoad>? rewrite, Action<FactRun> tell)
    {
        try
        {
            using var run = new FactRun(schema, rewrite);
            tell(run);
            return true;
        }
        catch (XunitException)
        {
            return false;
        }
    }

    /// <summary>Delivers the histories and judges the tables after each run.</summary>
    protected abstract void Tell(FactRun run);

    /// <summary>A run that nothing new came to writes nothing.</summary>
    protected void AssertQuiet(Pipeline.Engine.Reports.RunReport report) => Assert.All(
        report.Loads.Where(l => tables.Contains(l.Target.Name)), l => Assert.Equal((0L, 0L, 0L, 0L, 0L), (l.RowsInserted, l.RowsUpdated, l.RowsDeleted, l.RowsRekeyed, l.RowsInferred)));
}
