using System.Globalization;

namespace Pipeline.Catalog.Json;

/// <summary>The objects of a manifest as texts, without reading what is in them.</summary>
/// <remarks>No text of a manifest holds a line break, so the line that closes an object is known by its indentation.</remarks>
internal static class ManifestPieces
{
    /// <summary>How deep objects stand in a manifest.</summary>
    public const int Depth = 2;

    private const string End = "\n    }";
    private const string Next = ",\n    ";
    private const string Last = "\n  ]";

    private static readonly string Start = "{\n  \"format\": " + CompiledCatalog.Format.ToString(CultureInfo.InvariantCulture) + ",\n  \"objects\": [\n    ";

    /// <summary>The texts, in order; null where the manifest isn't laid out as it is written.</summary>
    public static IReadOnlyList<string>? Of(string manifest)
    {
        if (!Stands(Start, manifest, 0)) return null;
        var pieces = new List<string>();
        for (var at = Start.Length; ;)
        {
            if (at == manifest.Length || manifest[at] != '{') return null;
            var end = manifest.IndexOf(End, at, StringComparison.Ordinal) + End.Length;
            if (end < End.Length) return null;
            pieces.Add(manifest.Substring(at, end - at));
            if (Stands(Last, manifest, end)) return pieces;
            if (!Stands(Next, manifest, end)) return null;
            at = end + Next.Length;
        }
    }

    private static bool Stands(string text, string manifest, int at) => string.CompareOrdinal(manifest, at, text, 0, text.Length) == 0;
}
