namespace Pipeline.Sql;

/// <summary>Times as both dialects write them.</summary>
internal static class Times
{
    /// <summary>Without the zeros of a fraction: <c>2024-01-31 10:00:00</c>.</summary>
    public static string Shorten(string timestamp) => timestamp.IndexOf('.') < 0 ? timestamp : timestamp.TrimEnd('0').TrimEnd('.');
}
