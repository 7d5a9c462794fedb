using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Model;

public static partial class Sql
{
    /// <summary>Whether the whole text matches a regular expression: REGEXP_LIKE. A null matches nothing.</summary>
    /// <remarks>
    /// Anchored at both ends, as in Snowflake: <c>IsMatch("A123", "[0-9]+")</c> is false. Upper and lower case differ.
    /// See <see href="https://docs.snowflake.com/en/sql-reference/functions/regexp_like">REGEXP_LIKE</see>.
    /// </remarks>
    /// <example><code>Sql.IsMatch(s.ProductId, "[0-9]{5}[A-Z]{0,2}")</code></example>
    /// <param name="text">The text.</param>
    /// <param name="pattern">The regular expression, in what Snowflake's and .NET's have in common.</param>
    public static bool IsMatch(string? text, string pattern) =>
        text is not null && Regex.IsMatch(text, $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant);

    /// <summary>The SHA-256 of the text's UTF-8, in lower-case hexadecimal: SHA2(.., 256). Null of null.</summary>
    /// <remarks>See <see href="https://docs.snowflake.com/en/sql-reference/functions/sha2">SHA2</see>.</remarks>
    /// <example><code>EmailHash = Sql.Sha256(c.Email)</code></example>
    /// <param name="text">The text.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Sha256(string? text) =>
        text is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
