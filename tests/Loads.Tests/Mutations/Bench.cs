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

    public static readonly IReadOnlyList<Bench> All = [new CustomersBench(), new StateBench(), new SalesBench(), new InventoryBench(), new VisitsBench(), new OrdersBench()];

    public string Name => name;

    /// <summary>Of which statements all mutants have been tried with these histories, by how their names begin, so that each is told or listed: a build takes some of them, the long command all.</summary>
    public virtual string? Tried => null;

    /// <summary>The model.</summary>
    protected abstract CompiledCatalog Catalog { get; }

    /// <summary>The tables whose loads are held to something.</summary>
    protected abstract IReadOnlyList<string> Tables { get; }

    /// <summary>Every load of these tables that is wrong in one place.</summary>
    public IReadOnlyList<Mutant> Mutants => [.. LoadLowering.All(Catalog).Where(l => Tables.Contains(l.Target.Name)).SelectMany(StatementMutants.Of).Select(m => m with { Name = $"{name}/{m.Name}" })];

    /// <summary>Whether no history tells of it.</summary>
    public bool Survives(Mutant mutant) => IsSound(load => load.Target == mutant.Load.Target ? mutant.Load : load);

    /// <summary>Whether all histories come out as they should, with other statements in the place of some.</summary>
    public abstract bool IsSound(Func<LoweredLoad, LoweredLoad>? rewrite);

    protected static IReadOnlyList<T> Generated<T>(Gen<T> histories, int count)
    {
        var pcg = PCG.Parse(Seed);
        return [.. Enumerable.Range(0, count).Select(_ => histories.Generate(pcg, null, out var _))];
    }
}
