using Loads.Tests.Facts;
using Pipeline.Catalog;
using Pipeline.Engine.Reports;
using Xunit.Sdk;

namespace Loads.Tests.Mutations;

/// <summary>Facts of one schema, with many histories told side by side, each with keys of its own: what holds for one holds for all at once.</summary>
internal abstract class FactBench(string name, string schema, params string[] tables) : Bench(name)
{
    protected override CompiledCatalog Catalog => FactModel.Of(schema);

    protected override IReadOnlyList<string> Tables => tables;

    /// <summary>Whether a fact that the run loads may be read again in it, as where an older row of it comes while its member changes.</summary>
    protected virtual bool MayRekeyWhatIsLoaded => false;

    protected override string? Failure(Func<LoweredLoad, LoweredLoad>? rewrite, Func<string, bool> isJudged, Trials? trials) => Failure(Catalog, rewrite, isJudged, trials, Tell);

    /// <summary>What comes out otherwise than it should of these deliveries to a database of their own; null where nothing does.</summary>
    protected string? Failure(CompiledCatalog catalog, Func<LoweredLoad, LoweredLoad>? rewrite, Func<string, bool> isJudged, Trials? trials, Action<FactRun, Func<string, bool>> tell)
    {
        try
        {
            using var run = new FactRun(catalog, rewrite, trials) { Counted = [.. tables.Where(isJudged)], MayRekeyWhatIsLoaded = MayRekeyWhatIsLoaded };
            tell(run, isJudged);
            return null;
        }
        catch (XunitException e)
        {
            return e.Message;
        }
    }

    /// <summary>Delivers the histories and judges the tables after each run.</summary>
    protected abstract void Tell(FactRun run, Func<string, bool> isJudged);

    /// <summary>Of each row that a load says it set aside there is a record, and of no other.</summary>
    protected void AssertRejectsKept(FactRun run) => Assert.All(
        Catalog.All<TableObject>().Select(t => t.Name).Where(t => tables.Contains(t.Name)),
        t => Assert.Equal(run.Number($"SELECT COALESCE(SUM(ROWS_REJECTED), 0)::BIGINT FROM PIPELINE.LOAD_RUNS WHERE TARGET = '{t}'"), run.Number($"SELECT COUNT(*) FROM {t.Schema}.REJECTED_{t.Name}")));

    /// <summary>A run that nothing new came to writes nothing.</summary>
    protected void AssertQuiet(IEnumerable<LoadReport> loads) => Assert.All(
        loads.Where(l => tables.Contains(l.Target.Name)), l => Assert.Equal((0L, 0L, 0L, 0L, 0L), (l.RowsInserted, l.RowsUpdated, l.RowsDeleted, l.RowsRekeyed, l.RowsInferred)));
}
