using Pipeline.Catalog;

namespace Pipeline.Generators.Tests.Reading;

public sealed class ExposureTests
{
    [Fact]
    public void Consumer_is_read_with_its_owner_and_what_it_reads()
    {
        var exposure = CompiledModel.Of("""
            #pragma warning disable CS8618
            [Schema(Published = true)] public sealed class Marts;
            [Table<Marts>] public sealed class Sales { public decimal Amount { get; init; } }
            [View<Marts>] public sealed class Totals { public decimal Amount { get; init; } [Define] static Query<Totals> Of(Query<Sales> sales) => from s in sales select new Totals { Amount = s.Amount }; }
            /// <summary>The board.</summary>
            [Exposure(Consumer.Application, Owner = "shop@retail.example", Url = "https://shop.example"), Reads<Sales>, Reads<Totals>] public sealed class ShopApp;
            [Warehouse, Grant<ShopApp>(Access.Use)] public sealed class Wh;
            """).Object<ExposureObject>("SHOP_APP");

        Assert.Equal((Consumer.Application, "shop@retail.example", "https://shop.example", "The board."), (exposure.Consumer, exposure.Owner, exposure.Url, exposure.Comment));
        Assert.Equal([new("MARTS", "SALES"), new("MARTS", "TOTALS")], exposure.Reads);
        Assert.Empty(exposure.Findings);
    }
}
