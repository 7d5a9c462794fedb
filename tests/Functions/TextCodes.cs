// Codes and hashes of texts, and how alike they are.
using Pipeline.Model;

namespace Functions;

/// <summary>What texts are made of.</summary>
[View<Tried>]
public sealed class TextCodes
{
    public int Id { get; init; }
    public int? OctetLength { get; init; }
    public int? BitLength { get; init; }
    public int? Ascii { get; init; }
    public int? Unicode { get; init; }
    public string Chr { get; init; }
    public int? EditDistance { get; init; }
    public int? JaroWinkler { get; init; }
    public string? Md5 { get; init; }
    public string? Sha1 { get; init; }
    public string? Sha256 { get; init; }
    public string HashOfSure { get; init; }
    public string? HexEncode { get; init; }
    public string? HexDecode { get; init; }
    public string? TryHexDecode { get; init; }
    public string? Base64Encode { get; init; }
    public string? Base64Decode { get; init; }
    public string? TryBase64Decode { get; init; }

    [Define]
    internal static Query<TextCodes> Define(Query<Texts> texts) =>
        from r in texts
        select new TextCodes
        {
            Id = r.Id,
            OctetLength = Sql.OctetLength(r.Text),
            BitLength = Sql.BitLength(r.Text),
            Ascii = Sql.Ascii(r.Text),
            Unicode = Sql.Unicode(r.Text),
            Chr = Sql.Chr(64 + r.Id),
            EditDistance = Sql.EditDistance(r.Text, r.Other),
            JaroWinkler = Sql.JaroWinkler(r.Text, r.Other),
            Md5 = Sql.Md5(r.Text),
            Sha1 = Sql.Sha1(r.Text),
            Sha256 = Sql.Sha256(r.Text),
            HashOfSure = Sql.Sha256(r.Separator),
            HexEncode = Sql.HexEncode(r.Text),
            HexDecode = Sql.HexDecode(Sql.HexEncode(r.Text)),
            TryHexDecode = Sql.TryHexDecode(r.Text),
            Base64Encode = Sql.Base64Encode(r.Text),
            Base64Decode = Sql.Base64Decode(Sql.Base64Encode(r.Text)),
            TryBase64Decode = Sql.TryBase64Decode(r.Text),
        };
}
