namespace Pipeline.Generators.Tests.Rules;

/// <summary>A dimension whose key is half typed is read like any other.</summary>
public sealed class HalfTypedKeyTests
{
    [Theory]
    [InlineData("Fromint")]
    [InlineData("@event")]
    [InlineData("")]
    public void Key_of_a_type_that_is_none_is_no_mistake_of_ours(string type) => Assert.DoesNotContain("mistake of Pipeline's own", string.Join("\n", CompiledModel.Of($$"""
        #pragma warning disable CS8618, CS0246, CS1001, CS1519
        [Schema] public sealed class Shop;
        [Table<Shop>] public sealed class Customers { [BusinessKey] public int Id { get; init; } public string Segment { get; init; } [BusinessKey, Sequence] public DateTime At { get; init; } }
        [Stream] public sealed class CustomersStream : Stream<Customers>;
        [Dimension<Shop>(Scd.Type2)] public sealed class DimCustomer
        {
            [SurrogateKey] public long CustomerKey { get; init; }
            [BusinessKey] public {{type}} Id { get; init; }
            [Tracked] public string Segment { get; init; }
            [ValidFrom, Sequence] public DateTime ValidFrom { get; init; }
            [ValidTo] public DateTime? ValidTo { get; init; }
            [IsCurrent] public bool IsCurrent { get; init; }
            [Load] static Query<DimCustomer> From(CustomersStream rows) => from r in rows select new DimCustomer { Id = r.Id, Segment = r.Segment, ValidFrom = r.At };
        }
        """).Findings()), StringComparison.Ordinal);
}
