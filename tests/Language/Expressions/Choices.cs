// Choosing: null, patterns, conditions.
using Pipeline.Model;

namespace Language;

/// <summary>?:, ??, ?. and switch.</summary>
[View<Shop>]
public sealed class Choices
{
    public int SaleId { get; init; }
    public string NoteOrNone { get; init; }
    public int CustomerOrNone { get; init; }
    public string Size { get; init; }
    public string Band { get; init; }
    public string Pair { get; init; }
    public int Enum { get; init; }
    [Number(12, 2)] public decimal Ranked { get; init; }
    public bool Both { get; init; }
    public bool Neither { get; init; }
    public bool SameNull { get; init; }
    public bool Differs { get; init; }
    public bool IsBetween { get; init; }
    public bool Xor { get; init; }

    [Define]
    internal static Query<Choices> Define(Query<Sale> sales) =>
        from s in sales
        select new Choices
        {
            SaleId = s.SaleId,
            NoteOrNone = s.Note ?? "NONE",
            CustomerOrNone = s.CustomerId ?? -1,
            Size = s.Amount > 50 ? "LARGE" : s.Amount > 10 ? "MIDDLE" : "SMALL",
            Band = s switch { { Quantity: 0 } => "NOTHING", { Amount: >= 50, Channel: Channel.Web } => "BIG ONLINE", { CustomerId: null } => "WALK-IN", _ when s.SoldAt.Hour is >= 22 or < 6 => "NIGHT", _ => "NORMAL" },
            Pair = (s.CustomerId, s.Note) switch { (null, null) => "NOTHING", (10, { Length: > 4 }) => "TEN", (_, "void" or "Void") => "VOID", _ => "ELSE" },
            Enum = s.Channel switch { Channel.Web => 1, Channel.Store => 2, _ => 3 },
            Ranked = s.Discount is { } discount and > 1 ? discount : 0,
            Both = s is { Note: not null, PaidAt: null },
            Neither = s.Note is not ("first" or "void"),
            SameNull = s.CustomerId == s.CustomerId && s.Note == s.Note,
            Differs = s.PaidAt != s.SoldAt,
            IsBetween = s.Quantity is > 1 and <= 3,
            Xor = s.Note == null ^ s.PaidAt == null,
        };
}

/// <summary>Enums are text in the table, and numbers where C# computes by them.</summary>
[View<Shop>]
public sealed class Enums
{
    public int SaleId { get; init; }
    public Channel Channel { get; init; }
    public int Number { get; init; }
    public bool IsAfterWeb { get; init; }
    public bool IsOneOf { get; init; }
    public Channel FromNumber { get; init; }
    public string Text { get; init; }

    [Define]
    internal static Query<Enums> Define(Query<Sale> sales) =>
        from s in sales
        select new Enums
        {
            SaleId = s.SaleId,
            Channel = s.Channel,
            Number = (int)s.Channel,
            IsAfterWeb = s.Channel > Channel.Web,
            IsOneOf = s.Channel is Channel.Phone or Channel.Store,
            FromNumber = (Channel)(s.SaleId % 3 + 1),
            Text = s.Channel.ToString().ToUpperInvariant(),
        };
}

/// <summary>Methods of the model's own are read in place, with local functions, records and constants.</summary>
[View<Shop>]
public sealed class OwnMethods
{
    public int SaleId { get; init; }
    public string? CleanNote { get; init; }
    [Number(26, 2)] public decimal NetTwice { get; init; }
    public bool Cheaply { get; init; }

    [Define]
    internal static Query<OwnMethods> Define(Query<Sale> sales) =>
        from s in sales
        select new OwnMethods
        {
            SaleId = s.SaleId,
            CleanNote = Clean(s.Note),
            NetTwice = Net(s, rate: 2),
            Cheaply = IsCheap(s.Amount),
        };

    private const decimal Cheap = 15.5m;
    private static readonly string Mark = "#" + nameof(Clean);

    private static string? Clean(string? text)
    {
        var trimmed = text?.Trim();
        string Marked(string value) => value + Mark;
        return trimmed is { Length: > 0 } there ? Marked(there) : null;
    }

    private static decimal Net(Sale sale, int rate) => (sale.Amount - (sale.Discount ?? 0)) * rate;

    private static bool IsCheap(decimal amount) => amount is < Cheap and > 0.5m;
}
