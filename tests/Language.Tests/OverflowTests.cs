using Language;

namespace Language.Tests;

/// <summary>No database wraps a number round; neither does a model that runs as plain C#.</summary>
public sealed class OverflowTests
{
    [Fact]
    public void Sum_that_leaves_its_type_fails_in_plain_CSharp_too() => Assert.Throws<OverflowException>(() =>
        IntegerArithmetic.Define(Query.Of(new Sale { SaleId = 1, Quantity = int.MaxValue, StoreId = "S1", Currency = "EUR" })).ToList());
}
