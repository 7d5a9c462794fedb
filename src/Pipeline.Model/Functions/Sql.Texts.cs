using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Model;

public static partial class Sql
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>How many bytes the text has as UTF-8: OCTET_LENGTH.</summary>
    /// <example><code>Size = Sql.OctetLength(d.Body)</code></example>
    /// <param name="text">The text.</param>
    public static int? OctetLength(string? text) => text is null ? null : Utf8.GetByteCount(text);

    /// <summary>How many bits the text has as UTF-8: BIT_LENGTH.</summary>
    /// <example><code>Bits = Sql.BitLength(d.Body)</code></example>
    /// <param name="text">The text.</param>
    public static int? BitLength(string? text) => OctetLength(text) * 8;

    /// <summary>The number of the first character: ASCII. 0 of an empty text.</summary>
    /// <example><code>Code = Sql.Ascii(p.Class)</code></example>
    /// <param name="text">The text.</param>
    public static int? Ascii(string? text) => Unicode(text);

    /// <summary>The number of the first character in Unicode: UNICODE. 0 of an empty text.</summary>
    /// <example><code>Code = Sql.Unicode(p.Symbol)</code></example>
    /// <param name="text">The text.</param>
    public static int? Unicode(string? text) => text is null ? null : text.Length == 0 ? 0 : Rune.GetRuneAt(text, 0).Value;

    /// <summary>The character that has this number in Unicode: CHR.</summary>
    /// <example><code>Letter = Sql.Chr(64 + s.Shelf)</code></example>
    /// <param name="number">The number.</param>
    public static string Chr(int number) => new Rune(number).ToString();

    /// <summary>The least number of characters to add, leave out or replace to make one text the other: EDITDISTANCE.</summary>
    /// <example><code>where Sql.EditDistance(a.Name, b.Name) &lt;= 2</code></example>
    /// <param name="left">The one text.</param>
    /// <param name="right">The other.</param>
    public static int? EditDistance(string? left, string? right) => left is null || right is null ? null : Similarity.Distance(left, right);

    /// <summary>How alike two texts are, from 0 to 100; upper and lower case don't differ: JAROWINKLER_SIMILARITY.</summary>
    /// <example><code>where Sql.JaroWinkler(a.Name, b.Name) &gt; 90</code></example>
    /// <param name="left">The one text.</param>
    /// <param name="right">The other.</param>
    public static int? JaroWinkler(string? left, string? right) =>
        left is null || right is null ? null : (int)Math.Floor(100 * Similarity.JaroWinkler(left.ToLowerInvariant(), right.ToLowerInvariant()));

    /// <summary>The MD5 of the text's UTF-8, in lower-case hexadecimal: MD5. It is no protection.</summary>
    /// <example><code>RowHash = Sql.Md5(Sql.ConcatWs("|", c.Name, c.Segment))</code></example>
    /// <param name="text">The text.</param>
    [return: NotNullIfNotNull(nameof(text))]
    [SuppressMessage("Security", "CA5351", Justification = "It compares rows, as in Snowflake; it protects nothing.")]
    public static string? Md5(string? text) => text is null ? null : Convert.ToHexStringLower(MD5.HashData(Utf8.GetBytes(text)));

    /// <summary>The SHA-1 of the text's UTF-8, in lower-case hexadecimal: SHA1. It is no protection.</summary>
    /// <example><code>RowHash = Sql.Sha1(c.Name)</code></example>
    /// <param name="text">The text.</param>
    [return: NotNullIfNotNull(nameof(text))]
    [SuppressMessage("Security", "CA5350", Justification = "It compares rows, as in Snowflake; it protects nothing.")]
    public static string? Sha1(string? text) => text is null ? null : Convert.ToHexStringLower(SHA1.HashData(Utf8.GetBytes(text)));

    /// <summary>The SHA-256 of the text's UTF-8, in lower-case hexadecimal: SHA2(.., 256). Null of null.</summary>
    /// <remarks>See <see href="https://docs.snowflake.com/en/sql-reference/functions/sha2">SHA2</see>.</remarks>
    /// <example><code>EmailHash = Sql.Sha256(c.Email)</code></example>
    /// <param name="text">The text.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Sha256(string? text) =>
        text is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The text's UTF-8 in upper-case hexadecimal: HEX_ENCODE.</summary>
    /// <example><code>Hex = Sql.HexEncode(d.Key)</code></example>
    /// <param name="text">The text.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? HexEncode(string? text) => text is null ? null : Convert.ToHexString(Utf8.GetBytes(text));

    /// <summary>The text whose UTF-8 is this hexadecimal; what is none is an error: HEX_DECODE_STRING.</summary>
    /// <example><code>Key = Sql.HexDecode(d.Hex)</code></example>
    /// <param name="hex">The hexadecimal.</param>
    [return: NotNullIfNotNull(nameof(hex))]
    public static string? HexDecode(string? hex) => hex is null ? null : Utf8.GetString(Convert.FromHexString(hex));

    /// <summary>The text whose UTF-8 is this hexadecimal, or null where it is none: TRY_HEX_DECODE_STRING.</summary>
    /// <example><code>Key = Sql.TryHexDecode(d.Hex)</code></example>
    /// <param name="hex">The hexadecimal.</param>
    public static string? TryHexDecode(string? hex) => Tried(hex, HexDecode);

    /// <summary>The text's UTF-8 in base 64: BASE64_ENCODE.</summary>
    /// <example><code>Coded = Sql.Base64Encode(d.Body)</code></example>
    /// <param name="text">The text.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Base64Encode(string? text) => text is null ? null : Convert.ToBase64String(Utf8.GetBytes(text));

    /// <summary>The text whose UTF-8 is this in base 64; what is none is an error: BASE64_DECODE_STRING.</summary>
    /// <example><code>Body = Sql.Base64Decode(d.Coded)</code></example>
    /// <param name="coded">The base 64.</param>
    [return: NotNullIfNotNull(nameof(coded))]
    public static string? Base64Decode(string? coded) => coded is null ? null : Utf8.GetString(Convert.FromBase64String(coded));

    /// <summary>The text whose UTF-8 is this in base 64, or null where it is none: TRY_BASE64_DECODE_STRING.</summary>
    /// <example><code>Body = Sql.TryBase64Decode(d.Coded)</code></example>
    /// <param name="coded">The base 64.</param>
    public static string? TryBase64Decode(string? coded) => Tried(coded, Base64Decode);

    private static string? Tried(string? text, Func<string, string?> decode)
    {
        try
        {
            return text is null ? null : decode(text);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException)
        {
            return null;
        }
    }
}
