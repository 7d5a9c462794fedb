// Values of every type, constants, records and local functions.
using System.Globalization;
using Pipeline.Model;

namespace Language;

/// <summary>An amount and what it is in.</summary>
public readonly record struct Money(decimal Amount, string Currency);

/// <summary>Who bought where.</summary>
public sealed record Buyer(int? CustomerId, string StoreId);

/// <summary>What the model calls by name.</summary>
public static class HouseRules
{
    public const string Prefix = "K-";
    public static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    public static readonly DateOnly Epoch = new(2000, 1, 1);
    public static readonly HashSet<string> Words = ["a", "b"];
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(30);

    public static string Code(string? raw) => raw is null or "" ? "?" : Prefix + raw.Trim().ToUpperInvariant();
    public static bool Between<T>(T x, T low, T high) where T : IComparable<T> => x.CompareTo(low) >= 0 && x.CompareTo(high) <= 0;
    public static string Initials(this string name) => name.Length == 0 ? "" : name[0] + ".";
    public static decimal Net(this Sale s) => s.Amount - (s.Discount ?? 0m);
}

/// <summary>Guids, truths that may be null, small and large numbers, enums, characters and JSON.</summary>
[View<Shop>]
public sealed class TypedValues
{
    public Guid EventId { get; init; }
    public string Text { get; init; }
    public bool IsOwnParent { get; init; }
    public bool Truth { get; init; }
    public int Small { get; init; }
    public long Large { get; init; }
    public double Rounded { get; init; }
    public Channel? Sold { get; init; }
    public int? Number { get; init; }
    public bool IsWeb { get; init; }
    public string ChannelText { get; init; }
    public int One { get; init; }
    public bool HasA { get; init; }
    public string? FirstTag { get; init; }
    public bool IsTrueOrUnknown { get; init; }
    public double Curve { get; init; }
    public int Flagged { get; init; }
    public bool? Both { get; init; }
    public bool IsXOrEarly { get; init; }
    [Number(20, 4)] public decimal Quarter { get; init; }

    [Define]
    internal static Query<TypedValues> Define(Query<Event> events) =>
        events.Select(e => new TypedValues
        {
            EventId = e.EventId,
            Text = e.EventId.ToString(),
            IsOwnParent = e.EventId == e.ParentId,
            Truth = e.Maybe ?? e.Flag,
            Small = e.Small + e.Tiny,
            Large = e.Big * 2 - e.Small,
            Rounded = Math.Round(e.Ratio, 3),
            Sold = e.Channel ?? Channel.Phone,
            Number = (int?)e.Channel,
            IsWeb = e.Channel is Channel.Web,
            ChannelText = e.Channel?.ToString() ?? "none",
            One = 1,
            HasA = e.Tags?["a"] != null,
            FirstTag = e.Tags?[0]?.AsString(),
            IsTrueOrUnknown = e.Maybe == true || e.Maybe is null && !e.Flag,
            Curve = Math.Pow(e.Ratio, 2) + Math.Sqrt(Math.Abs(e.MaybeRatio ?? 0)),
            Flagged = e.Flag ? 1 : 0,
            Both = e.Maybe & e.Flag,
            IsXOrEarly = e.Letter == 'x' || e.Letter is >= 'a' and <= 'c',
            Quarter = Math.Round((decimal)e.Big / 4, 4),
        });
}

/// <summary>Local functions, constants, lists and records that a query makes for itself.</summary>
[View<Shop>]
public sealed class LocalsAndRecords
{
    public int SaleId { get; init; }
    public string Label { get; init; }
    public string Currency { get; init; }
    public bool IsTwentyEuros { get; init; }
    public string InvariantAmount { get; init; }
    public string Invariant { get; init; }
    public string Created { get; init; }
    public bool IsListed { get; init; }
    [Number(38, 2)] public decimal OnePlus { get; init; }
    public DateTime Morning { get; init; }
    public bool IsPair { get; init; }
    public string Named { get; init; }

    private static readonly string[] Currencies = ["EUR", "USD"];

    [Define]
    internal static Query<LocalsAndRecords> Define(Query<Sale> sales)
    {
        const int Limit = 3;
        var big = sales.Where(s => s.Quantity >= 1);
        static string Label(int n) => n switch { 0 => "none", 1 => "one", var x when x < Limit => "few", _ => "many" };
        return from s in big
               let m = new Money(s.Amount, s.Currency)
               select new LocalsAndRecords
               {
                   SaleId = s.SaleId,
                   Label = Label(s.Quantity),
                   Currency = m.Currency,
                   IsTwentyEuros = m == new Money(20.00m, "EUR"),
                   InvariantAmount = s.Amount.ToString("F1", CultureInfo.InvariantCulture),
                   Invariant = FormattableString.Invariant($"{s.Amount:F2} {m.Currency,-5}|"),
                   Created = string.Create(CultureInfo.InvariantCulture, $"{s.SoldAt:yyyy-MM-dd}/{s.Quantity}"),
                   IsListed = Currencies.Contains(s.Currency) && !HouseRules.Words.Contains(s.StoreId),
                   OnePlus = (m with { Amount = 1m }).Amount + m.Amount,
                   Morning = new DateTime(s.SoldOn, new TimeOnly(8, 30)),
                   IsPair = (s.StoreId, s.Currency) == ("S1", "EUR") || (s.CustomerId, s.Note) != (10, null),
                   Named = nameof(Sale),
               };
    }
}
