using System.Globalization;

namespace Pipeline.Catalog;

/// <summary>A line of the model's C#: <c>Curated.cs:88</c>.</summary>
/// <param name="File">The file as seen from the project's folder, with '/'.</param>
/// <param name="Line">The line, from 1.</param>
public sealed record SourcePlace(string File, int Line)
{
    public override string ToString() => File + ":" + Line.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="ToString"/> wrote; a file's name may hold a colon itself.</summary>
    public static SourcePlace Parse(string text)
    {
        var colon = text.LastIndexOf(':');
        return colon > 0
            ? new(text.Substring(0, colon), int.Parse(text.Substring(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture))
            : throw new FormatException($"'{text}' is no place in a file.");
    }
}
