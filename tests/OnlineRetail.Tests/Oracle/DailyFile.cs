using System.Globalization;

namespace OnlineRetail.Tests.Oracle;

/// <summary>One day's file: its lines, accepted and rejected.</summary>
internal sealed class DailyFile
{
    private readonly List<Line> accepted = [];
    private readonly List<RejectedLine> rejected = [];

    private DailyFile(string name) => Name = name;

    public string Name { get; }

    public IReadOnlyList<Line> Accepted => accepted;

    public IReadOnlyList<RejectedLine> Rejected => rejected;

    public DayAccount Account => new(Name, accepted.Count + rejected.Count, accepted.Count, rejected.Count, Deduplicated: 0);

    public static DailyFile Read(string path) => Parse(Path.GetFileName(path), File.ReadAllText(path));

    public static DailyFile Parse(string name, string text)
    {
        var file = new DailyFile(name);
        using var rows = CsvText.Rows(text).GetEnumerator();
        if (rows.MoveNext())
        {
            var header = rows.Current.Select((title, at) => (title, at)).ToDictionary(column => column.title, column => column.at);
            for (var number = 1; rows.MoveNext(); number++)
            {
                var row = rows.Current;
                file.Add(number, column => header[column] < row.Count && row[header[column]].Trim() is { Length: > 0 } value ? value : null);
            }
        }

        return file;
    }

    private void Add(long row, Func<string, string?> field)
    {
        var (invoice, country) = (field("InvoiceNo"), field("Country"));
        var stockCode = field("StockCode")?.ToUpperInvariant();
        var quantity = Number(field("Quantity"), decimals: 3, below: 1_000_000_000);
        var price = Number(field("UnitPrice"), decimals: 4, below: 10_000_000_000);
        var time = Time(field("InvoiceDate"));
        var customer = Number(field("CustomerID"), decimals: 0, below: 1L + int.MaxValue);

        var reason =
            quantity is null ? "quantity isn't a number" :
            price is null ? "unit price isn't a number" :
            time is null ? "invoice date isn't a time" :
            field("CustomerID") is not null && customer is null ? "customer isn't a number" :
            invoice is null ? "no invoice number" :
            stockCode is null ? "no stock code" :
            country is null ? "no country" :
            quantity == 0 || quantity < 0 && !invoice.StartsWith('C') ? "QuantityIsInRange" :
            price <= 0 ? "PriceIsInRange" :
            null;

        if (reason is not null)
        {
            rejected.Add(new(Name, row, reason));
            return;
        }

        accepted.Add(new(Name, row, invoice!, stockCode!, field("Description"), quantity!.Value, time!.Value, price!.Value, (int?)customer, country!));
    }

    private static decimal? Number(string? text, int decimals, long below) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && Math.Round(number, decimals, MidpointRounding.AwayFromZero) is var rounded
        && Math.Abs(rounded) < below
            ? rounded
            : null;

    private static DateTime? Time(string? text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
