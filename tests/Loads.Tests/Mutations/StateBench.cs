using Loads.Tests.Histories;
using Pipeline.Catalog;

namespace Loads.Tests.Mutations;

/// <summary>The state of a source, as runs see it: rows that change their keys, go and come back.</summary>
internal sealed class StateBench() : Bench("state")
{
    private const int Histories = 150;

    private static readonly StatePlatform Source = new();

    private static readonly IReadOnlyList<Delivered[][]> Told = Generated(Source.History, Histories);

    protected override CompiledCatalog Catalog => Source.Catalog;

    protected override IReadOnlyList<string> Tables => ["STATE", "DIM_CUSTOMER", "DIM_NOW", "DIM_KEPT"];

    public override bool IsSound(Func<LoweredLoad, LoweredLoad>? rewrite) => new Shard(Source, Told, rewrite).FirstFailure() is null;
}
