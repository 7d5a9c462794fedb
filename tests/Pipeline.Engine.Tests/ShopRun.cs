using Pipeline.Catalog;
using Pipeline.Engine.Reports;

namespace Pipeline.Engine.Tests;

/// <summary>The shop at work: each delivery comes in a folder of its own and is run.</summary>
internal sealed class ShopRun : IDisposable
{
    private static readonly DateTime First = new(2024, 3, 1, 6, 0, 0);

    private readonly string folder = Directory.CreateTempSubdirectory("pipeline-shop-").FullName;
    private int deliveries;

    public ShopRun(CompiledCatalog? catalog = null, LocalOptions? options = null) => Pipeline = LocalPipeline.Open(catalog ?? Shop.Catalog, options ?? new());

    public LocalPipeline Pipeline { get; }

    public DateTime Now => First.AddDays(deliveries - 1);

    /// <summary>Lines of customers (ID, segment, changed at) and of orders (ID, customer, amount, ordered at).</summary>
    public RunReport Deliver(string customers = "", string orders = "")
    {
        Put(customers, orders);
        return Run();
    }

    public void Put(string customers = "", string orders = "")
    {
        var delivery = Directory.CreateDirectory(Path.Combine(folder, $"{deliveries++}")).FullName;
        if (customers.Length > 0) File.WriteAllText(Path.Combine(delivery, $"customers_{deliveries}.csv"), "CUSTOMER_ID,SEGMENT,CHANGED_AT\n" + customers);
        if (orders.Length > 0) File.WriteAllText(Path.Combine(delivery, $"orders_{deliveries}.csv"), "ORDER_ID,CUSTOMER_ID,AMOUNT,ORDERED_AT\n" + orders);
        Pipeline.Deliver(delivery, Now);
    }

    public RunReport Run() => Pipeline.Run(Now);

    public string Rows(string table, string columns, string? orderBy = null) =>
        Pipeline.Query($"SELECT {columns} FROM {table} ORDER BY {orderBy ?? "ALL"}").ToString();

    public void Dispose()
    {
        Pipeline.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
