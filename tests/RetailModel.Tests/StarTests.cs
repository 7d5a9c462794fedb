namespace Retail.Tests;

public class StarTests
{
    private static readonly StgSales Sale = new()
    {
        TransactionId = "T1", LineNumber = 1, CustomerId = 7, ProductId = "CO-1010", StoreId = "BER1", Quantity = 2, UnitPrice = 9.90m, TotalAmount = 19.80m,
        SoldAt = new(2024, 1, 15, 10, 0, 0), Channel = SalesChannel.Web,
    };

    private static readonly Query<Holidays> Holidays = Query.Of(new Holidays { Day = new(2024, 12, 25), Name = "Christmas Day" });

    private static readonly Query<DimDate> Dates = Query.Of(DimDate.Unknown(), DimDate.Of(new(2024, 1, 15), Holidays));
    private static readonly Query<DimProduct> Products = Query.Of(new DimProduct { ProductKey = 5, ProductId = "CO-1010", Category = "COFFEE" });
    private static readonly Query<DimStore> Stores = Query.Of(new DimStore { StoreKey = 3, StoreId = "BER1", Region = "EAST" });

    private static readonly Query<DimCustomer> Customers = Query.Of(
        DimCustomer.Unknown(),
        new DimCustomer { CustomerKey = 1, CustomerId = 7, Segment = "GOLD", StartDate = new(2024, 1, 1), EndDate = new(2024, 1, 15, 12, 0, 0) },
        new DimCustomer { CustomerKey = 2, CustomerId = 7, Segment = "SILVER", StartDate = new(2024, 1, 15, 12, 0, 0), IsCurrent = true });

    private static FactSales Fact(StgSales sale) =>
        FactSales.FromStaging(new StgSalesStream { Rows = [sale] }, Dates, Customers, Products, Stores).ToList().Single();

    [Fact]
    public void Sale_belongs_to_the_customer_as_he_was_when_it_was_sold() => Assert.Equal(1, Fact(Sale).CustomerKey);

    [Fact]
    public void Sale_finds_its_day_product_and_store()
    {
        var fact = Fact(Sale);

        Assert.Equal((20240115, 5, 3), (fact.DateKey, fact.ProductKey, fact.StoreKey));
    }

    [Fact]
    public void Walk_in_sale_belongs_to_the_unknown_member() =>
        Assert.Equal(-1, Fact(new() { TransactionId = "T2", ProductId = "CO-1010", StoreId = "BER1", SoldAt = Sale.SoldAt }).CustomerKey);

    [Fact]
    public void Summary_adds_up_by_day_region_and_category()
    {
        var summary = DailySalesSummary.Summarise(Query.Of(Fact(Sale), Fact(Sale)), Dates, Stores, Products).ToList().Single();

        Assert.Equal((new DateOnly(2024, 1, 15), "EAST", "COFFEE"), (summary.Date, summary.Region, summary.Category));
        Assert.Equal((39.60m, 4m, 1L, 39.60m), (summary.TotalSales, summary.Quantity, summary.Orders, summary.WebSales));
    }

    [Theory]
    [InlineData(2024, 1, 31, 2023, 4)]
    [InlineData(2024, 2, 1, 2024, 1)]
    [InlineData(2024, 4, 30, 2024, 1)]
    [InlineData(2024, 12, 31, 2024, 4)]
    public void Calendar_knows_the_fiscal_year_that_begins_with_February(int year, int month, int day, int fiscalYear, int quarter)
    {
        var of = DimDate.Of(new(year, month, day), Holidays);

        Assert.Equal((fiscalYear, quarter), (of.FiscalYear, of.FiscalQuarter));
    }

    [Fact]
    public void Calendar_knows_the_holidays_of_the_seed_file() => Assert.Equal(
        ("Christmas Day", null), (DimDate.Of(new(2024, 12, 25), Holidays).Holiday, DimDate.Of(new(2024, 12, 24), Holidays).Holiday));

    [Fact]
    public void Calendar_knows_weeks_and_weekends()
    {
        var day = DimDate.Of(new(2024, 12, 29), Holidays);

        Assert.Equal((20241229, 4, 52, 2024, true), (day.DateKey, day.Quarter, day.IsoWeek, day.IsoWeekYear, day.IsWeekend));
    }
}
