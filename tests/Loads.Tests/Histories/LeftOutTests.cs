using CsCheck;
using Pipeline.Catalog;

namespace Loads.Tests.Histories;

/// <summary>A statement that is left out would have found no row: so it makes no difference that it is.</summary>
public sealed class LeftOutTests
{
    private const int Histories = 80;

    private static readonly PlainPlatform Customers = new();

    [Fact]
    public void Loads_that_leave_nothing_out_give_the_same_rows() =>
        Assert.Null(Failure(load => load with { Transaction = load.Transaction.Select(s => s with { OnlyIf = null }).ToEquatableArray() }));

    [Theory]
    [InlineData("rows_rejected")]
    [InlineData("rows_in_series")]
    [InlineData("rows_loaded")]
    public void Statement_that_is_always_left_out_is_missed(string counter)
    {
        var met = 0;
        var failure = Failure(load =>
        {
            var kept = load.Transaction.Where(s => s.OnlyIf is not BinaryExpression { Left: var left, Right: var right } || (left as VariableReference ?? right as VariableReference)?.Name != counter).ToEquatableArray();
            met += load.Transaction.Count - kept.Count;
            return load with { Transaction = kept };
        });
        Assert.True(met > 0 && failure is not null, $"{met} statements are left out, and no history of {Histories} tells.");
    }

    private static (int History, string Message)? Failure(Func<LoweredLoad, LoweredLoad> rewrite)
    {
        var pcg = PCG.Parse("0000KOIPe036");
        return new Shard(Customers, [.. Enumerable.Range(0, Histories).Select(_ => Customers.History.Generate(pcg, null, out var _))], rewrite).FirstFailure();
    }
}
