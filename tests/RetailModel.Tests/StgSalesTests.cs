namespace Retail.Tests;

public class StgSalesTests
{
    private static QueryResult<StgSales> Stage(params string[] files) =>
        StgSales.FromRaw(new RawSalesStream { Rows = files.SelectMany(SalesFile.Land) }).Evaluate();

    [Fact]
    public void Every_dirty_line_of_the_deliveries_has_its_reason() => Assert.Equal(
        [
            ("sales_20240113.csv", "no transaction id", 2),
            ("sales_20240113.csv", "quantity isn't a number", 4),
            ("sales_20240113.csv", "sold at isn't a time", 1),
            ("sales_20240113.csv", "unit price isn't a number", 1),
            ("sales_20240114.csv", "quantity isn't a number", 1),
            ("sales_20240114.csv", "sold at isn't a time", 2),
            ("sales_20240115.csv", "no product id", 1),
            ("sales_20240115.csv", "quantity isn't a number", 2),
        ],
        Stage("sales_20240112.csv", "sales_20240113.csv", "sales_20240114.csv", "sales_20240114_corrected.csv", "sales_20240115.csv").Rejected
            .GroupBy(rejected => (((RawSales)rejected.Row!).FileName, rejected.Reason))
            .Select(group => (group.Key.FileName, group.Key.Reason, group.Count()))
            .Order());

    [Theory]
    [InlineData("sales_20240112.csv", 151, 0)]
    [InlineData("sales_20240113.csv", 853, 8)]
    [InlineData("sales_20240114.csv", 904, 3)]
    [InlineData("sales_20240114_corrected.csv", 9, 0)]
    [InlineData("sales_20240115.csv", 1137, 3)]
    public void Every_line_is_accepted_or_rejected(string file, int landed, int rejected)
    {
        var result = Stage(file);

        Assert.Equal((landed - rejected, rejected), (result.Rows.Count, result.Rejected.Count));
    }

    [Fact]
    public void Expectations_find_what_the_casts_let_through()
    {
        var staged = Stage("sales_20240112.csv", "sales_20240113.csv", "sales_20240114.csv", "sales_20240115.csv").Rows;

        Assert.Equal((7, 1, 1, 0), (
            staged.Count(s => !StgSales.AmountsArePositive(s)),
            staged.Count(s => !StgSales.ProductIdHasTheRightForm(s)),
            staged.Count(s => !StgSales.QuantityIsPlausible(s)),
            staged.Count(s => !StgSales.NothingIsOlderThanTheCompany(s))));
    }

    [Theory]
    [InlineData("web", SalesChannel.Web)]
    [InlineData(" Online ", SalesChannel.Web)]
    [InlineData("pos", SalesChannel.Store)]
    [InlineData("fax", SalesChannel.Unknown)]
    [InlineData(null, SalesChannel.Unknown)]
    public void Channel_is_known_by_several_names(string? text, SalesChannel expected) => Assert.Equal(expected, Clean.Channel(text));
}
