namespace OnlineRetail.Tests.Oracle;

/// <summary>All tables as they must be after these files, whatever the number of runs that brought them.</summary>
internal sealed class ExpectedTables
{
    public ExpectedTables(IEnumerable<DailyFile> files)
    {
        Lines = [.. files.SelectMany(file => file.Accepted)];
        Products =
        [
            .. Versions.Of(Lines, line => line.StockCode, line => (line.Description, line.UnitPrice))
                .Select(p => new ProductVersion(p.Key, p.Value.Description, p.Value.UnitPrice, p.From, p.To, p.To is null)),
        ];
        Customers =
        [
            .. Versions.Of(Lines.Where(line => line.CustomerId is not null), line => line.CustomerId!.Value, line => line.Country)
                .Select(p => new CustomerVersion(p.Key, p.Value, p.From, p.To, p.To is null)),
        ];
        Facts = [.. FactsOf(Lines)];
        Revenue =
        [
            .. Lines.GroupBy(line => (Day: DateOnly.FromDateTime(line.SoldAt), line.Country))
                .Select(group => new DailyRevenue(
                    group.Key.Day,
                    group.Key.Country,
                    group.Sum(line => line.Amount),
                    group.LongCount(),
                    group.Select(line => line.Invoice).Distinct().LongCount(),
                    group.Where(line => line.CustomerId is not null).Select(line => line.CustomerId).Distinct().LongCount())),
        ];
    }

    public IReadOnlyList<Line> Lines { get; }

    public IReadOnlyList<ProductVersion> Products { get; }

    public IReadOnlyList<CustomerVersion> Customers { get; }

    public IReadOnlyList<FactLine> Facts { get; }

    public IReadOnlyList<DailyRevenue> Revenue { get; }

    /// <summary>The calendar, which no file changes.</summary>
    public static IReadOnlyList<Day> Days { get; } = [.. DaysOf(new DateOnly(2009, 1, 1), new DateOnly(2015, 12, 31))];

    private static IEnumerable<Day> DaysOf(DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            yield return new(
                day.Year * 10_000L + day.Month * 100 + day.Day,
                day,
                day.Year,
                1 + (day.Month - 1) / 3,
                day.Month,
                day.Day,
                day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        }
    }

    private IEnumerable<FactLine> FactsOf(IEnumerable<Line> lines)
    {
        var products = Products.ToLookup(version => version.StockCode);
        var customers = Customers.ToLookup(version => version.CustomerId);
        foreach (var line in lines)
        {
            var product = products[line.StockCode].Single(v => IsAt(line.SoldAt, v.ValidFrom, v.ValidTo));
            var customer = line.CustomerId is { } id ? customers[id].Single(v => IsAt(line.SoldAt, v.ValidFrom, v.ValidTo)) : null;
            yield return new(
                line.File,
                line.Row,
                line.Invoice,
                DateOnly.FromDateTime(line.SoldAt),
                product.StockCode,
                product.ValidFrom,
                customer?.CustomerId,
                customer?.ValidFrom,
                line.Country,
                line.SoldAt,
                line.Quantity,
                line.UnitPrice,
                line.Amount);
        }
    }

    private static bool IsAt(DateTime time, DateTime from, DateTime? to) => from <= time && (to is null || time < to);
}
