using System.Globalization;

namespace Pipeline.Catalog.Json;

/// <summary>The first part of the catalog in an assembly: it says that there is one, in which format, and how many objects follow.</summary>
public sealed record CatalogHeader(int Format, int Objects)
{
    /// <summary>The name of the header's part; an object's is never empty.</summary>
    public const string PartName = "";

    /// <summary>The header of a catalog of so many objects, as JSON.</summary>
    public static string Write(int objects) => string.Format(
        CultureInfo.InvariantCulture, "{{\"format\":{0},\"objects\":{1}}}", CompiledCatalog.Format, objects);

    /// <exception cref="CatalogFormatException">The text is no header.</exception>
    public static CatalogHeader Read(string json) => JsonParser.Parse(json) is JsonMembers members
        ? new(Number(members, "format"), Number(members, "objects"))
        : throw new CatalogFormatException("The catalog's header is no JSON object.");

    private static int Number(JsonMembers members, string name) =>
        members.TryGetValue(name, out var value) && value is JsonNumber { Text: var text }
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new CatalogFormatException($"The catalog's header doesn't say '{name}'.");
}
