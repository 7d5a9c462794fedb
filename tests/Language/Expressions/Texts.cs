// Texts: null is no text, an empty text is one, and characters compare by their codes.
using Pipeline.Model;

namespace Language;

/// <summary>Putting together and taking apart.</summary>
[View<Shop>]
public sealed class Texts
{
    public int SaleId { get; init; }
    public string Joined { get; init; }
    public string Interpolated { get; init; }
    public string Formatted { get; init; }
    public string Padded { get; init; }
    public string Truth { get; init; }
    public string? Upper { get; init; }
    public string Trimmed { get; init; }
    public int? Length { get; init; }
    public string Part { get; init; }
    public string FirstOne { get; init; }
    public bool IsDigit { get; init; }
    public bool IsNothing { get; init; }
    public string Replaced { get; init; }
    public int Place { get; init; }
    public string NumberAsText { get; init; }
    public string ChannelAsText { get; init; }

    [Define]
    internal static Query<Texts> Define(Query<Sale> sales) =>
        from s in sales
        select new Texts
        {
            SaleId = s.SaleId,
            Joined = s.StoreId + "-" + s.Note,
            Interpolated = $"{s.StoreId}/{s.Quantity}/{s.Note}",
            Formatted = $"{s.Amount:F1}|{s.Quantity:D3}|{s.SoldAt:yyyy-MM-dd HH:mm:ss}|{s.SoldOn:dd.MM.yyyy}",
            Padded = $"{s.StoreId,4}|{s.StoreId,-4}|",
            Truth = $"{s.Quantity > 1}",
            Upper = s.Note?.ToUpperInvariant(),
            Trimmed = (s.Note ?? "").Trim(),
            Length = s.Note?.Length,
            Part = s.StoreId.Substring(1),
            FirstOne = s.StoreId[0].ToString(),
            IsDigit = char.IsAsciiDigit(s.StoreId[1]),
            IsNothing = string.IsNullOrWhiteSpace(s.Note),
            Replaced = s.StoreId.Replace("S", "store "),
            Place = s.StoreId.IndexOf("2", StringComparison.Ordinal),
            NumberAsText = s.Quantity.ToString(),
            ChannelAsText = s.Channel.ToString(),
        };
}

/// <summary>Comparing.</summary>
[View<Shop>]
public sealed class TextComparison
{
    public int SaleId { get; init; }
    public bool IsVoid { get; init; }
    public bool IsNotVoid { get; init; }
    public bool IsEmpty { get; init; }
    public bool IsVoidInAnyCase { get; init; }
    public bool Begins { get; init; }
    public bool Has { get; init; }
    public bool ComesBefore { get; init; }
    public bool IsListed { get; init; }
    public bool IsListedOrNull { get; init; }

    [Define]
    internal static Query<TextComparison> Define(Query<Sale> sales) =>
        from s in sales
        select new TextComparison
        {
            SaleId = s.SaleId,
            IsVoid = s.Note == "void",
            IsNotVoid = s.Note != "void",
            IsEmpty = s.Note == "",
            IsVoidInAnyCase = string.Equals(s.Note, "VOID", StringComparison.OrdinalIgnoreCase),
            Begins = s.StoreId.StartsWith("s", StringComparison.OrdinalIgnoreCase),
            Has = s.Note != null && s.Note.Contains("i", StringComparison.Ordinal),
            ComesBefore = string.CompareOrdinal(s.StoreId, s.Note) < 0,
            IsListed = new[] { "first", "void" }.Contains(s.Note),
            IsListedOrNull = Listed.Contains(s.Note),
        };

    private static readonly string?[] Listed = [null, "first"];
}

/// <summary>Ranges and indexes from the end.</summary>
[View<Shop>]
public sealed class TextRanges
{
    public int SaleId { get; init; }
    public string First { get; init; }
    public string Rest { get; init; }
    public string Middle { get; init; }
    public string LastTwo { get; init; }
    public string WithoutLast { get; init; }
    public string Last { get; init; }
    public string LastButOne { get; init; }
    public string? OfNote { get; init; }

    [Define]
    internal static Query<TextRanges> Define(Query<Sale> sales) =>
        from s in sales
        select new TextRanges
        {
            SaleId = s.SaleId,
            First = s.Currency[..1],
            Rest = s.Currency[1..],
            Middle = s.Currency[1..2],
            LastTwo = s.Currency[^2..],
            WithoutLast = s.Currency[..^1],
            Last = s.Currency[^1].ToString(),
            LastButOne = s.Currency[^2..^1],
            OfNote = s.Note == null ? null : $"{s.Note}-{s.StoreId}"[1..],
        };
}
