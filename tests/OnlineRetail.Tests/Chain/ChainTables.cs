using OnlineRetail.Tests.Oracle;

namespace OnlineRetail.Tests.Chain;

/// <summary>How each table is asked for, and what the oracle expects of it, as rows of text.</summary>
internal static class ChainTables
{
    public const string Staging = """
        SELECT FILE_NAME, FILE_ROW, INVOICE_NO, IS_CANCELLATION, STOCK_CODE, DESCRIPTION, QUANTITY, SOLD_AT, UNIT_PRICE, CUSTOMER_ID, COUNTRY
        FROM STAGING.STG_SALES_LINES
        """;

    // An expectation is known by its name, a value that can't be read by what is said of it.
    public const string Rejected = """
        SELECT SOURCE_FILE, SOURCE_ROW, CASE WHEN RULE LIKE '%IsInRange' THEN RULE ELSE REASON END
        FROM STAGING.REJECTED_STG_SALES_LINES
        """;

    public const string Products = """
        SELECT STOCK_CODE, DESCRIPTION, UNIT_PRICE, VALID_FROM, VALID_TO, IS_CURRENT FROM CURATED.DIM_PRODUCT WHERE PRODUCT_KEY > 0
        """;

    public const string Customers = """
        SELECT CUSTOMER_ID, COUNTRY, VALID_FROM, VALID_TO, IS_CURRENT FROM CURATED.DIM_CUSTOMER WHERE CUSTOMER_KEY > 0
        """;

    public const string Days = """
        SELECT DATE_KEY, FULL_DATE, YEAR, QUARTER, MONTH, DAY, IS_WEEKEND FROM CURATED.DIM_DATE WHERE DATE_KEY > 0
        """;

    // Surrogate keys are the platform's own: a fact is compared by what its keys refer to.
    public const string Facts = """
        SELECT f.FILE_NAME, f.FILE_ROW, f.INVOICE_NO, d.FULL_DATE, p.STOCK_CODE, p.VALID_FROM,
               CASE WHEN f.CUSTOMER_KEY = -1 THEN NULL ELSE c.CUSTOMER_ID END, CASE WHEN f.CUSTOMER_KEY = -1 THEN NULL ELSE c.VALID_FROM END,
               f.COUNTRY, f.SOLD_AT, f.QUANTITY, f.UNIT_PRICE, f.AMOUNT
        FROM CURATED.FACT_SALES AS f
        LEFT JOIN CURATED.DIM_DATE AS d ON d.DATE_KEY = f.DATE_KEY
        LEFT JOIN CURATED.DIM_PRODUCT AS p ON p.PRODUCT_KEY = f.PRODUCT_KEY
        LEFT JOIN CURATED.DIM_CUSTOMER AS c ON c.CUSTOMER_KEY = f.CUSTOMER_KEY
        """;

    public const string Revenue = "SELECT DAY, COUNTRY, REVENUE, LINES, INVOICES, CUSTOMERS FROM ANALYTICS.DAILY_REVENUE";

    public static string Of(Line line) => TextRow.Of(
        PathOf(line.File), line.Row, line.Invoice, line.Invoice.StartsWith('C'), line.StockCode, line.Description, line.Quantity, line.SoldAt,
        line.UnitPrice, line.CustomerId, line.Country);

    public static string Of(RejectedLine line) => TextRow.Of(PathOf(line.File), line.Row, line.Reason);

    public static string Of(ProductVersion version) => TextRow.Of(
        version.StockCode, version.Description, version.UnitPrice, version.ValidFrom, version.ValidTo, version.IsCurrent);

    public static string Of(CustomerVersion version) => TextRow.Of(
        version.CustomerId, version.Country, version.ValidFrom, version.ValidTo, version.IsCurrent);

    public static string Of(Day day) => TextRow.Of(
        day.DateKey, day.FullDate, day.Year, day.Quarter, day.Month, day.DayOfMonth, day.IsWeekend);

    public static string Of(FactLine fact) => TextRow.Of(
        PathOf(fact.File), fact.Row, fact.Invoice, fact.Day, fact.StockCode, fact.ProductSince, fact.CustomerId, fact.CustomerSince, fact.Country,
        fact.SoldAt, fact.Quantity, fact.UnitPrice, fact.Amount);

    public static string Of(Oracle.DailyRevenue row) => TextRow.Of(row.Day, row.Country, row.Revenue, row.Lines, row.Invoices, row.Customers);

    private static string PathOf(string file) => $"sales/{file}";
}
