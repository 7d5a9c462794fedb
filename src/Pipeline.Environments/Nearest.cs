namespace Pipeline.Environments;

/// <summary>Finds what was likely meant by a name that isn't known.</summary>
internal static class Nearest
{
    /// <summary>The known names within a third of the letters, nearest first, at most three.</summary>
    public static IReadOnlyList<string> To(string name, IEnumerable<string> known) =>
    [
        .. known.Select(k => (Name: k, Distance: Distance(name.ToUpperInvariant(), k.ToUpperInvariant())))
            .Where(k => k.Distance <= Math.Max(2, name.Length / 3))
            .OrderBy(k => k.Distance).ThenBy(k => k.Name, StringComparer.Ordinal)
            .Select(k => k.Name).Take(3),
    ];

    /// <summary>" Did you mean 'a' or 'b'?", or nothing.</summary>
    public static string Question(string name, IEnumerable<string> known)
    {
        var near = To(name, known);
        return near.Count == 0 ? "" : $" Did you mean {string.Join(" or ", near.Select(n => $"'{n}'"))}?";
    }

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
