using Pipeline.Engine.Reports;

namespace Loads.Tests.Facts.Sales;

/// <summary>The sales of the model, run by run.</summary>
internal sealed class SalesRun(FactRun run) : IDisposable
{
    public SalesRun()
        : this(new FactRun("SALES"))
    {
    }

    public RunReport Deliver(SalesDelivery delivery) => run.Deliver(
        ("customers", "customer_id,segment,changed_at,is_deleted", delivery.Customers.Select(c => c.Line)),
        ("products", "product_id,category", delivery.Products.Select(p => $"{p.Id},{p.Category}")),
        ("sales", "sale_id,customer_id,product_id,amount,sold_at,changed_at,is_deleted", delivery.Sales.Select(s => s.Line)));

    /// <summary>The facts, said as the oracle says them: by what their keys refer to.</summary>
    public string[] Facts() => [.. run.Rows("""
        SELECT f.SALE_ID,
            CASE WHEN c.CUSTOMER_KEY < 0 THEN c.CUSTOMER_KEY::VARCHAR ELSE c.CUSTOMER_ID || ' ' || c.SEGMENT || ' since ' || strftime(c.VALID_FROM, '%H:%M') END,
            CASE WHEN p.PRODUCT_KEY < 0 THEN p.PRODUCT_KEY::VARCHAR ELSE p.PRODUCT_ID END,
            f.AMOUNT
        FROM SALES.FACT_SALES f
        LEFT JOIN SALES.DIM_CUSTOMER c ON c.CUSTOMER_KEY = f.CUSTOMER_KEY
        LEFT JOIN SALES.DIM_PRODUCT p ON p.PRODUCT_KEY = f.PRODUCT_KEY
        """).Order(StringComparer.Ordinal)];

    public string[] BigSales() => [.. run.Rows("SELECT SALE_ID, AMOUNT FROM SALES.FACT_BIG_SALES").Order(StringComparer.Ordinal)];

    public string[] MarkedSales() => [.. run.Rows("SELECT SALE_ID, AMOUNT, IS_DELETED FROM SALES.FACT_MARKED_SALES").Order(StringComparer.Ordinal)];

    /// <summary>The aggregate as its loads have left it.</summary>
    public string[] BySegment() => run.Rows("SELECT SEGMENT, CATEGORY, AMOUNT, ORDERS, LARGEST FROM SALES.SALES_BY_SEGMENT ORDER BY 1, 2");

    /// <summary>The aggregate as it would be, were it computed from all facts.</summary>
    public string[] BySegmentFromAllFacts() => run.Rows("""
        SELECT c.SEGMENT, p.CATEGORY, SUM(f.AMOUNT), COUNT(*), MAX(f.AMOUNT)
        FROM SALES.FACT_SALES f
        JOIN SALES.DIM_CUSTOMER c ON c.CUSTOMER_KEY = f.CUSTOMER_KEY
        JOIN SALES.DIM_PRODUCT p ON p.PRODUCT_KEY = f.PRODUCT_KEY
        GROUP BY ALL ORDER BY 1, 2
        """);

    public string[] Rows(string sql) => run.Rows(sql);

    public long Number(string sql) => run.Number(sql);

    public void Dispose() => run.Dispose();
}
