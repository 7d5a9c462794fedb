using System.Globalization;

namespace Pipeline.Catalog.Json;

/// <summary>The objects of a manifest, told apart without reading what is in them.</summary>
/// <remarks>No text of a manifest holds a line break, so the line that closes an object is known by its indentation.</remarks>
internal static class ManifestPieces
{
    /// <summary>How deep objects stand in a manifest.</summary>
    public const int Depth = 2;

    private const string End = "\n    }";
    private const string Next = ",\n    ";
    private const string Last = "\n  ]";

    private static readonly string Start = "{\n  \"format\": " + CompiledCatalog.Format.ToString(CultureInfo.InvariantCulture) + ",\n  \"objects\": [\n    ";

    /// <summary>The objects, in order; null where the manifest isn't laid out as it is written.</summary>
    /// <param name="manifest">The text.</param>
    /// <param name="known">Objects that are likely to be there in this order, with their texts.</param>
    /// <param name="read">Reads the text of an object that isn't one of them.</param>
    public static IReadOnlyList<CatalogObject>? Of(string manifest, IReadOnlyList<(CatalogObject Object, string Text)> known, Func<string, CatalogObject> read)
    {
        if (!Stands(Start, manifest, 0)) return null;
        var others = new Lazy<Index>(() => new(known));
        var found = new List<CatalogObject>(known.Count);
        for (int at = Start.Length, next = 0; ;)
        {
            int end;
            if (next < known.Count && Stands(known[next].Text, manifest, at))
            {
                end = at + known[next].Text.Length;
                found.Add(known[next++].Object);
            }
            else
            {
                if (at == manifest.Length || manifest[at] != '{') return null;
                end = manifest.IndexOf(End, at, StringComparison.Ordinal) + End.Length;
                if (end < End.Length) return null;
                var text = manifest.Substring(at, end - at);
                found.Add(others.Value.ByText.TryGetValue(text, out var same) ? same : read(text));
                // Of an object that was changed, its like; after that, they go on side by side.
                if (others.Value.Places.TryGetValue(found[found.Count - 1].Name, out var place)) next = place + 1;
            }

            if (Stands(Last, manifest, end)) return found;
            if (!Stands(Next, manifest, end)) return null;
            at = end + Next.Length;
        }
    }

    private sealed class Index
    {
        public Index(IReadOnlyList<(CatalogObject Object, string Text)> known)
        {
            for (var i = 0; i < known.Count; i++)
            {
                ByText[known[i].Text] = known[i].Object;
                Places[known[i].Object.Name] = i;
            }
        }

        public Dictionary<string, CatalogObject> ByText { get; } = new(StringComparer.Ordinal);

        public Dictionary<QualifiedName, int> Places { get; } = [];
    }

    private static bool Stands(string text, string manifest, int at) => string.CompareOrdinal(manifest, at, text, 0, text.Length) == 0;
}
