using System.Globalization;
using CsCheck;

namespace Loads.Tests.Facts.Clicks;

/// <summary>What a visitor did, a quarter of an hour after the other; it may come again, and say something else.</summary>
internal sealed record Click(string Event, string Visitor, int Quarter, string? Type, int? Customer, string? Product)
{
    public DateTime At => ClickEvents.Start.AddMinutes(15 * Quarter);

    public string Line => string.Join(',', Event, Visitor, ClickEvents.Text(At), Type, Customer?.ToString(CultureInfo.InvariantCulture), Product);
}

/// <summary>What is known of a customer from a time on.</summary>
internal sealed record ClickingCustomer(int Id, string Segment, int Quarter, bool IsDeleted)
{
    public string Line => string.Join(',', Id.ToString(CultureInfo.InvariantCulture), Segment, ClickEvents.Text(ClickEvents.Start.AddMinutes(15 * Quarter)), IsDeleted ? "true" : "");
}

/// <summary>What one run is given.</summary>
internal sealed record ClickDelivery(Click[] Clicks, ClickingCustomer[] Customers, string[] Products);

/// <summary>A version of a customer, as the dimension has it.</summary>
internal sealed record CustomerVersion(long Key, DateTime From, DateTime To);

/// <summary>Random clicks of few visitors, and what sessions and facts of all clicks are.</summary>
internal static class ClickEvents
{
    /// <summary>Two days before the calendar ends.</summary>
    public static readonly DateTime Start = new(2024, 5, 1, 20, 0, 0, DateTimeKind.Unspecified);

    private static readonly DateOnly LastDay = new(2024, 5, 2);

    // Some are near each other, some on both sides of midnight, and the last on a day that the calendar lacks.
    private static readonly int[] Quarters = [0, 1, 2, 3, 4, 7, 14, 15, 16, 17, 30, 113];

    /// <summary>Of clicks some come again in a later delivery, with one value changed.</summary>
    public static Gen<ClickDelivery[]> Deliveries => Told.SelectMany(told => Gen.Select(Gen.Int[0, 99], Gen.Int[0, 5], Gen.Int[0, 3]).Array[0, 4].Select(turns => turns.Aggregate(told, Corrected)));

    private static readonly Gen<ClickDelivery[]> Told = (
        from clicks in (
            from id in Gen.Int[1, 6]
            from visitor in Gen.Int[1, 2]
            from quarter in Gen.Int[0, Quarters.Length - 1].Select(i => Quarters[i])
            from type in Gen.Int[0, 2].Select(i => i == 0 ? null : i == 1 ? "VIEW" : "SEARCH")
            from customer in Gen.Int[0, 3].Select(i => i == 0 ? (int?)null : i)
            from product in Gen.Int[0, 2].Select(i => i == 0 ? null : i == 1 ? "A" : "B")
            select new Click($"E{id}", $"V{visitor}", quarter, type, customer, product)).Array[0, 4]
        from customers in (
            from id in Gen.Int[1, 3]
            from segment in Gen.Int[0, 1].Select(i => i == 0 ? "GOLD" : "SILVER")
            from quarter in Gen.Int[0, 30]
            from isDeleted in Gen.Frequency((5, Gen.Const(false)), (1, Gen.Const(true)))
            select new ClickingCustomer(id, segment, quarter, isDeleted)).Array[0, 2]
        from product in Gen.Int[0, 5]
        select new ClickDelivery(clicks, customers, product switch { 0 => ["A"], 1 => ["B"], _ => [] })).Array[1, 6];

    private static ClickDelivery[] Corrected(ClickDelivery[] told, (int Click, int Delivery, int Value) turn)
    {
        var clicks = told.SelectMany((d, i) => d.Clicks.Select(c => (Click: c, Delivery: i))).ToList();
        if (clicks.Count == 0) return told;
        var (click, delivery) = clicks[turn.Click % clicks.Count];
        var again = turn.Value switch
        {
            0 => click with { Visitor = click.Visitor == "V1" ? "V2" : "V1" },
            1 => click with { Type = click.Type == "VIEW" ? null : "VIEW" },
            2 => click with { Customer = click.Customer == 1 ? null : 1 },
            _ => click with { Product = click.Product == "A" ? null : "A" },
        };
        var place = delivery + turn.Delivery % (told.Length - delivery);
        return [.. told.Select((d, i) => i == place ? d with { Clicks = [.. d.Clicks, again] } : d)];
    }

    /// <summary>The events that hold: of each the one of the latest time, of those of one time what arrived last.</summary>
    public static IReadOnlyList<Click> Last(IEnumerable<ClickDelivery> deliveries)
    {
        var clicks = new Dictionary<string, Click>(StringComparer.Ordinal);
        foreach (var click in deliveries.SelectMany(d => d.Clicks))
        {
            if (!clicks.TryGetValue(click.Event, out var known) || known.Quarter <= click.Quarter) clicks[click.Event] = click;
        }

        return [.. clicks.Values];
    }

    /// <summary>The events with their sessions, one visitor's day after the other: event, visitor, time, type, customer, product, session and place in it.</summary>
    public static IEnumerable<(Click Click, string Session, int Position)> Sessions(IEnumerable<Click> clicks)
    {
        foreach (var day in clicks.GroupBy(c => (c.Visitor, c.At.Date)))
        {
            var (session, position) = (0, 0);
            DateTime? before = null;
            foreach (var click in day.OrderBy(c => c.At).ThenBy(c => c.Event, StringComparer.Ordinal))
            {
                if (before is null || click.At - before > TimeSpan.FromMinutes(30)) (session, position) = (session + 1, 0);
                before = click.At;
                yield return (click, string.Create(CultureInfo.InvariantCulture, $"{click.Visitor}/{click.At:yyyy-MM-dd}/{session}"), ++position);
            }
        }
    }

    /// <summary>The facts of these events, with the keys that the dimensions have at their times.</summary>
    public static IEnumerable<string> Facts(IEnumerable<Click> clicks, ILookup<int, CustomerVersion> customers, IReadOnlyDictionary<string, long> products) => Sessions(clicks).Select(s =>
    {
        var day = DateOnly.FromDateTime(s.Click.At);
        var date = day > LastDay ? "-1" : day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var customer = s.Click.Customer is { } id ? customers[id].FirstOrDefault(v => v.From <= s.Click.At && s.Click.At < v.To)?.Key ?? -1 : -1;
        var product = s.Click.Product is { } name ? products.GetValueOrDefault(name, -1) : -2;
        return string.Create(
            CultureInfo.InvariantCulture, $"{s.Click.Event} | {date} | {customer} | {product} | {s.Click.Type ?? "OTHER"} | {Minute(s.Click.At)} | {s.Click.Visitor} | {s.Session} | {s.Position}");
    });

    public static string Text(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A time as the tests show it.</summary>
    public static string Minute(DateTime time) => time.ToString(time.TimeOfDay == default ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
