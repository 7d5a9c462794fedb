// What .NET has methods for, and the formats that mean the same everywhere.
using Pipeline.Model;

namespace Language;

/// <summary>Methods of texts, characters and formats.</summary>
[View<Shop>]
public sealed class TextCalls
{
    public int SaleId { get; init; }
    public string Concatenated { get; init; }
    public string Listed { get; init; }
    public string Padded { get; init; }
    public string? Cleaned { get; init; }
    public bool IsEuro { get; init; }
    public int LastS { get; init; }
    public string Inserted { get; init; }
    public string Removed { get; init; }
    public bool EndsInD { get; init; }
    public string Trimmed { get; init; }
    public string Stamped { get; init; }
    public bool HasOi { get; init; }
    public string LowerFirst { get; init; }
    public string Repeated { get; init; }
    public string NoteOrE { get; init; }
    public int Compared { get; init; }
    public bool IsKnown { get; init; }
    public string Formatted { get; init; }
    public bool IsStoreCode { get; init; }
    public string Month { get; init; }

    [Define]
    internal static Query<TextCalls> Define(Query<Sale> sales) =>
        from s in sales
        select new TextCalls
        {
            SaleId = s.SaleId,
            Concatenated = string.Concat(s.StoreId, "-", s.Currency),
            Listed = string.Join("|", s.StoreId, s.Currency, s.Note ?? ""),
            Padded = s.StoreId.PadLeft(6, '0') + s.Currency.PadRight(5),
            Cleaned = s.Note?.Trim().ToLowerInvariant().Replace("o", "0"),
            IsEuro = s.Currency.Equals("eur", StringComparison.OrdinalIgnoreCase),
            LastS = s.StoreId.LastIndexOf("S", StringComparison.Ordinal),
            Inserted = s.StoreId.Insert(1, "x"),
            Removed = s.StoreId.Remove(1),
            EndsInD = s.Note?.EndsWith("d", StringComparison.Ordinal) ?? false,
            Trimmed = s.StoreId.TrimStart('S').TrimEnd('1'),
            Stamped = $"{s.SoldAt:yyyyMMdd}_{s.SaleId:D4}_{s.Amount:0.00}",
            HasOi = s.Note?.Contains("OI", StringComparison.OrdinalIgnoreCase) == true,
            LowerFirst = s.Currency.ToLowerInvariant()[0] + s.Currency[1..],
            Repeated = new string('x', 3) + s.Currency,
            NoteOrE = s.Note is null or "" ? "e" : s.Note,
            Compared = string.Compare(s.StoreId, "S2", StringComparison.Ordinal),
            IsKnown = true,
            Formatted = s.Quantity.ToString("D3") + s.Amount.ToString("F1"),
            IsStoreCode = s.StoreId[0] == 'S' && s.StoreId[1] >= '1' && s.StoreId[1] - '0' < 3 && char.IsAsciiLetter(s.StoreId[0]) && char.IsAsciiLetterUpper(s.StoreId[0]),
            Month = s.SoldOn.ToString("yyyy-MM") + s.SoldAt.ToString("HH:mm"),
        };
}
