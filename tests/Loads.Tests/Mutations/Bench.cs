using CsCheck;
using Loads.Tests.Histories;
using Pipeline.Catalog;

namespace Loads.Tests.Mutations;

/// <summary>A model, histories of it that are the same each time, and what holds its loads to them.</summary>
/// <param name="name">What it is called; a mutant's name begins with it.</param>
internal abstract class Bench(string name)
{
    /// <summary>Where the histories of all benches begin.</summary>
    protected const string Seed = "0000KOIPe036";

    public static readonly IReadOnlyList<Bench> All = [new CustomersBench(), new StateBench(), new SalesBench(), new InventoryBench(), new VisitsBench(), new OrdersBench(), new ClicksBench()];

    public string Name => name;

    /// <summary>Of which statements all mutants have been tried with these histories, by how their names begin, so that each is told or listed: a build takes some of them, the long command all.</summary>
    public virtual string? Tried => null;

    /// <summary>The model.</summary>
    protected abstract CompiledCatalog Catalog { get; }

    /// <summary>The tables whose loads are held to something.</summary>
    protected abstract IReadOnlyList<string> Tables { get; }

    /// <summary>Every load of these tables that is wrong in one place.</summary>
    public IReadOnlyList<Mutant> Mutants => [.. LoadLowering.All(Catalog).Where(l => Tables.Contains(l.Target.Name)).SelectMany(StatementMutants.Of).Select(m => m with { Name = $"{name}/{m.Name}" })];

    /// <summary>Those of the mutants that no history tells.</summary>
    public IReadOnlyList<Mutant> Survivors(IReadOnlyList<Mutant> tried)
    {
        var survivors = tried.GroupBy(m => m.Load.Target).SelectMany(Parts).AsParallel().WithDegreeOfParallelism(2).SelectMany(SurvivorsOfOne).ToHashSet();
        return [.. tried.Where(survivors.Contains)];

        // Each part runs all histories once, so that a small one is not split.
        static IEnumerable<List<Mutant>> Parts(IEnumerable<Mutant> mutants) => mutants.Index().GroupBy(m => m.Index / 20 % 2, m => m.Item).Select(g => g.ToList());
    }

    // What is beside the table is neither loaded nor judged: it would come out as it always does.
    private List<Mutant> SurvivorsOfOne(IReadOnlyList<Mutant> mutants)
    {
        var table = mutants[0].Load.Target;
        var trials = new Trials(mutants);
        if (FailureWith(table, load => load, trials) is { } failure) throw new InvalidOperationException($"The load of {table} itself is told: {failure}");
        return [.. trials.Alike, .. trials.Others.Where(m => FailureWith(table, _ => m.Load, null) is null)];
    }

    private string? FailureWith(QualifiedName table, Func<LoweredLoad, LoweredLoad> rewrite, Trials? trials) => Failure(
        load => load.Target == table ? rewrite(load) : IsBeside(load.Target.Name, table.Name) ? load with { Transaction = [] } : load, t => !IsBeside(t, table.Name), trials);

    /// <summary>What comes out otherwise than it should; null where nothing does.</summary>
    public string? Failure() => Failure(null, _ => true, null);

    /// <summary>The same with other statements in the place of some.</summary>
    /// <param name="rewrite">Gives a load other statements.</param>
    /// <param name="isJudged">Which tables are held to something.</param>
    /// <param name="trials">Mutants to be tried on the way.</param>
    protected abstract string? Failure(Func<LoweredLoad, LoweredLoad>? rewrite, Func<string, bool> isJudged, Trials? trials);

    /// <summary>Whether no load of the other table reads this one, so that it may be left out where mutants of the other are tried.</summary>
    protected virtual bool IsBeside(string table, string other) => false;

    /// <summary>The model alone in a database, for what no history brings about.</summary>
    protected LoadLab Lab(Func<LoweredLoad, LoweredLoad>? rewrite, Trials? trials) =>
        new(Catalog, survives: false, rewrite, trials is null ? null : (pipeline, load, run) => trials.Run(pipeline, load, run, _ => null));

    protected static IReadOnlyList<T> Generated<T>(Gen<T> histories, int count)
    {
        var pcg = PCG.Parse(Seed);
        return [.. Enumerable.Range(0, count).Select(_ => histories.Generate(pcg, null, out var _))];
    }
}
