using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Build.Writing;

/// <summary>A fingerprint of some content.</summary>
internal static class ContentHash
{
    public static string Of(byte[] content) => Of(content, 0, content.Length);

    /// <summary>Of a part of some content.</summary>
    public static string Of(byte[] content, int start, int length)
    {
        using var hash = SHA256.Create();
        return Hex(hash.ComputeHash(content, start, length));
    }

    /// <summary>Of several texts; the borders between them count.</summary>
    public static string Of(IEnumerable<string> texts)
    {
        using var hash = SHA256.Create();
        foreach (var text in texts)
        {
            var content = Encoding.UTF8.GetBytes(text);
            Add(hash, BitConverter.GetBytes(content.LongLength));
            Add(hash, content);
        }

        hash.TransformFinalBlock([], 0, 0);
        return Hex(hash.Hash);
    }

    private static void Add(SHA256 hash, byte[] content) => hash.TransformBlock(content, 0, content.Length, null, 0);

    private static string Hex(byte[] bytes) => BitConverter.ToString(bytes).Replace("-", "").ToLowerInvariant();
}
