using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Pipeline.Catalog.Json;

namespace Pipeline.Catalog.Memory;

/// <summary>A hash of all that an object is.</summary>
internal static class ObjectFingerprint
{
    private static readonly ConditionalWeakTable<CatalogObject, string> Known = new();

    // Objects that were read, and haven't been changed since: their text is at hand.
    private static readonly ConditionalWeakTable<CatalogObject, string> Read = new();

    public static string Of(CatalogObject item) => Known.GetValue(item, static i => OfText(ReadFrom(i) ?? CatalogJson.Write(i)));

    /// <summary>Takes note of what an object was read from.</summary>
    public static void WasReadFrom(CatalogObject item, string json) => Read.Add(item, json);

    /// <summary>What the object was read from; null where it was made otherwise.</summary>
    public static string? ReadFrom(CatalogObject item) => Read.TryGetValue(item, out var text) ? text : null;

    public static string OfText(string text)
    {
        using var sha = SHA256.Create();
        return Convert.ToBase64String(sha.ComputeHash(Encoding.UTF8.GetBytes(text)));
    }
}
