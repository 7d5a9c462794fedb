namespace TpcH.Tests;

/// <summary>The queries as the benchmark's specification has them, with its values for validation.</summary>
internal static class PublishedQuery
{
    /// <summary>The text of a query by its number, such as Q01.</summary>
    public static string Text(string name)
    {
        using var stream = typeof(PublishedQuery).Assembly.GetManifestResourceStream(name) ?? throw new ArgumentException($"No {name}.sql in Published.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
