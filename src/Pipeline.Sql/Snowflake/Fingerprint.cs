using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Sql.Snowflake;

/// <summary>What the comment of an object ends with whose live definition can't be compared with the model's: a hash of that definition.</summary>
/// <remarks>Snowflake's stored text of a definition need not be ours letter by letter.</remarks>
internal static class Fingerprint
{
    private const int Bytes = 6;

    public static string Of(string definition)
    {
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(definition));
        return $"[definition {string.Concat(hash.Take(Bytes).Select(b => b.ToString("x2", CultureInfo.InvariantCulture)))}]";
    }

    public static string Append(string? comment, string fingerprint) => ((comment ?? "") + " " + fingerprint).TrimStart();
}
