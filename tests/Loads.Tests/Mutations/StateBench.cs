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

    protected override string? Failure(Func<LoweredLoad, LoweredLoad>? rewrite, Func<string, bool> isJudged, Trials? trials) => new Shard(Source, Told, rewrite, isJudged, trials).FirstFailure()?.Message;

    protected override bool IsBeside(string table, string other) => table == "DIM_DIRECT" || (table != other && IsDimension(table) && IsDimension(other));

    private static bool IsDimension(string table) => table.StartsWith("DIM_", StringComparison.Ordinal);
}
