namespace OnlineRetail.Tests.Oracle;

/// <summary>The oracle itself, on lines that can be worked out by hand, and on counts of the real files that others took.</summary>
public sealed class OracleTests
{
    private const string Header = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    [Fact]
    public void Fields_are_read_as_people_wrote_them()
    {
        var line = Assert.Single(Parse("536365,85123a,\" RECORD FRAME 7\"\" SINGLE, \",6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom").Accepted);
        Assert.Equal(
            new Line("day.csv", 1, "536365", "85123A", "RECORD FRAME 7\" SINGLE,", 6, new DateTime(2010, 12, 1, 8, 26, 0), 2.55m, 17850, "United Kingdom"),
            line);
    }

    [Theory]
    [InlineData("1,A,x,many,2010-12-01 08:26:00,1,,UK", "quantity isn't a number")]
    [InlineData("1,A,x,1000000000,2010-12-01 08:26:00,1,,UK", "quantity isn't a number")]
    [InlineData("1,A,x,1,2010-12-01 08:26:00,cheap,,UK", "unit price isn't a number")]
    [InlineData("1,A,x,1,2010-12-32 08:26:00,1,,UK", "invoice date isn't a time")]
    [InlineData("1,A,x,1,2010-12-01 08:26:00,1,nobody,UK", "customer isn't a number")]
    [InlineData(",A,x,1,2010-12-01 08:26:00,1,,UK", "no invoice number")]
    [InlineData("1, ,x,1,2010-12-01 08:26:00,1,,UK", "no stock code")]
    [InlineData("1,A,x,1,2010-12-01 08:26:00,1,,", "no country")]
    [InlineData("1,A,x,0,2010-12-01 08:26:00,1,,UK", "QuantityIsInRange")]
    [InlineData("1,A,x,-1,2010-12-01 08:26:00,0,,UK", "QuantityIsInRange")]
    [InlineData("1,A,x,1,2010-12-01 08:26:00,0.0,,UK", "PriceIsInRange")]
    [InlineData("A1,B,Adjust bad debt,1,2010-12-01 08:26:00,-11062.06,,UK", "PriceIsInRange")]
    public void A_line_is_rejected_for_the_first_reason(string line, string reason) =>
        Assert.Equal(reason, Assert.Single(Parse(line).Rejected).Reason);

    [Theory]
    [InlineData("C1,A,x,-1,2010-12-01 08:26:00,1,,UK")]
    [InlineData("1,A,,1,2010-12-01 08:26:00,1,,UK")]
    public void Cancellations_and_sales_without_customer_or_description_are_kept(string line) => Assert.Single(Parse(line).Accepted);

    [Fact]
    public void A_product_has_a_version_per_change_and_the_last_row_of_a_minute_counts()
    {
        var tables = new ExpectedTables([Parse(
            """
            1,A,cup,1,2010-12-01 08:00:00,1.00,,UK
            2,A,cup,1,2010-12-01 09:00:00,2.00,,UK
            2,A,cup,1,2010-12-01 09:00:00,1.00,,UK
            3,a,mug,1,2010-12-01 10:00:00,1.00,,UK
            4,A,,1,2010-12-01 11:00:00,1.00,,UK
            5,A,lost,-1,2010-12-01 12:00:00,9.00,,UK
            6,A,mug,1,2010-12-01 13:00:00,1.00,,UK
            """)]);

        var day = new DateTime(2010, 12, 1);
        Assert.Equal(
            [
                new("A", "cup", 1m, day.AddHours(8), day.AddHours(10), false),
                new("A", "mug", 1m, day.AddHours(10), day.AddHours(11), false),
                new("A", null, 1m, day.AddHours(11), day.AddHours(13), false),
                new ProductVersion("A", "mug", 1m, day.AddHours(13), null, true),
            ],
            tables.Products);
        Assert.Equal(
            [day.AddHours(8), day.AddHours(8), day.AddHours(8), day.AddHours(10), day.AddHours(11), day.AddHours(13)],
            tables.Facts.Select(fact => fact.ProductSince));
    }

    [Fact]
    public void A_day_s_revenue_counts_cancellations_against_it_and_nobody_as_no_customer()
    {
        var tables = new ExpectedTables([Parse(
            """
            1,A,cup,10,2010-12-01 08:00:00,1.50,7.0,UK
            1,A,cup,10,2010-12-01 08:00:00,1.50,7.0,UK
            C2,A,cup,-2,2010-12-01 09:00:00,1.50,7.0,UK
            3,A,cup,1,2010-12-01 10:00:00,1.50,,UK
            4,A,cup,1,2010-12-02 10:00:00,1.50,7.0,EIRE
            """)]);

        Assert.Equal(
            [
                new(new(2010, 12, 1), "UK", 28.50m, 4, 3, 1),
                new DailyRevenue(new(2010, 12, 2), "EIRE", 1.50m, 1, 1, 1),
            ],
            tables.Revenue);
        Assert.Equal(["UK", "EIRE"], tables.Customers.Select(version => version.Country));
        Assert.Null(tables.Facts[3].CustomerId);
    }

    [SkippableFact]
    public void The_real_files_are_read_whole()
    {
        DailyFile[] files = [.. RealData.CountedFiles().Select(DailyFile.Read)];
        var tables = new ExpectedTables(files);

        Assert.Equal(105_335, files.Sum(file => file.Account.Read));
        Assert.Equal(214, files.Sum(file => file.Rejected.Count(line => line.Reason == "QuantityIsInRange")));
        Assert.Equal(540 - 214, files.Sum(file => file.Rejected.Count(line => line.Reason == "PriceIsInRange")));
        Assert.All(files, file => Assert.Equal(file.Account.Read, file.Account.Loaded + file.Account.Rejected + file.Account.Deduplicated));
        Assert.Equal(tables.Lines.Count, tables.Facts.Count);
        Assert.True(tables.Products.Count > 20_000, $"{tables.Products.Count} versions of products");
        Assert.Equal(2, tables.Customers.GroupBy(version => version.CustomerId).Count(versions => versions.Count() > 1));
    }

    private static DailyFile Parse(string lines) => DailyFile.Parse("day.csv", Header + lines);
}
