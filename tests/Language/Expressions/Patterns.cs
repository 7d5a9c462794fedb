// Patterns of every kind, and what is known behind them.
using Pipeline.Model;

namespace Language;

/// <summary>Relational, tuple and property patterns, in switches with guards.</summary>
[View<Shop>]
public sealed class PatternChoices
{
    public int SaleId { get; init; }
    public string Size { get; init; }
    public string Where { get; init; }
    public int NoteLength { get; init; }
    public string? VoidNote { get; init; }
    public string Code { get; init; }
    public bool IsOneOrTwo { get; init; }
    public bool IsTenOrElevenOrNone { get; init; }
    public string Initial { get; init; }
    public string CustomerText { get; init; }
    public bool IsNotLargeAndNoted { get; init; }
    public string Season { get; init; }

    [Define]
    internal static Query<PatternChoices> Define(Query<Sale> sales) =>
        from s in sales
        let net = s.Net()
        let size = net switch { < 10 => "S", >= 10 and < 20 => "M", _ => "L" }
        where size is not null
        select new PatternChoices
        {
            SaleId = s.SaleId,
            Size = size,
            Where = (size, s.Channel) switch { ("S", Channel.Web) => "SW", (_, Channel.Web or Channel.Phone) => "remote", var (x, _) => x },
            NoteLength = s.Note switch { null => 0, { Length: var n } when n > 3 => n, { Length: 0 } => -1, _ => 1 },
            VoidNote = s.Note is string note && note.StartsWith('v') ? note : null,
            Code = HouseRules.Code(s.Note),
            IsOneOrTwo = HouseRules.Between(s.Quantity, 1, 2),
            IsTenOrElevenOrNone = s.CustomerId is 10 or 11 or null,
            Initial = s.StoreId.Initials(),
            CustomerText = s.CustomerId is { } id ? $"{id:D6}" : "none",
            IsNotLargeAndNoted = s is not { Quantity: > 2, Note: { Length: > 0 } } and { Amount: var amount } && amount > 1,
            Season = s.SoldAt switch { { Month: 1 or 2 or 12 } => "winter", { Month: >= 3 and <= 5 } => "spring", { DayOfWeek: DayOfWeek.Sunday } => "sun", _ => "other" },
        };
}

/// <summary>What a filter or a subquery tells of a column holds for its own rows alone.</summary>
[View<Shop>]
public sealed class WhatIsKnown
{
    public int SaleId { get; init; }
    public bool HasSameNote { get; init; }
    public string Other { get; init; }
    public bool IsNotVoid { get; init; }
    public bool IsNotTen { get; init; }

    [Define]
    internal static Query<WhatIsKnown> Define(Query<Sale> sales, Query<Customer> customers) =>
        from s in sales
        from o in sales.Where(o => o.Note != null && o.CustomerId == s.CustomerId && o.SaleId > s.SaleId).DefaultIfEmpty()
        where !customers.Any(c => c.CustomerId == s.CustomerId && c.Segment == o?.Note)
        select new WhatIsKnown
        {
            SaleId = s.SaleId,
            HasSameNote = o == null || o.Note == s.Note,
            Other = o?.Note ?? "none",
            IsNotVoid = o?.Note != "void",
            IsNotTen = s.CustomerId != 10,
        };
}
