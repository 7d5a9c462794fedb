namespace Pipeline.Model;

/// <summary>How alike two texts are.</summary>
internal static class Similarity
{
    /// <summary>Levenshtein's distance.</summary>
    public static int Distance(string left, string right)
    {
        var (a, b) = (Characters.Of(left), Characters.Of(right));
        var costs = Enumerable.Range(0, b.Count + 1).ToArray();
        for (var i = 1; i <= a.Count; i++)
        {
            var diagonal = costs[0];
            costs[0] = i;
            for (var j = 1; j <= b.Count; j++)
            {
                var above = costs[j];
                costs[j] = Math.Min(Math.Min(above, costs[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return costs[b.Count];
    }

    /// <summary>Jaro's similarity, nearer to 1 by a tenth of the rest for each of up to four characters that both begin with.</summary>
    public static double JaroWinkler(string left, string right)
    {
        const double Likely = 0.7;
        var similarity = Jaro(left, right);
        if (similarity <= Likely)
        {
            return similarity;
        }

        var prefix = Characters.Of(left).Zip(Characters.Of(right)).Take(4).TakeWhile(pair => pair.First == pair.Second).Count();
        return similarity + prefix * 0.1 * (1 - similarity);
    }

    private static double Jaro(string left, string right)
    {
        var (a, b) = (Characters.Of(left), Characters.Of(right));
        if (a.Count == 0 || b.Count == 0)
        {
            return 0;
        }

        var reach = Math.Max(0, Math.Max(a.Count, b.Count) / 2 - 1);
        var (inLeft, inRight) = (new bool[a.Count], new bool[b.Count]);
        for (var i = 0; i < a.Count; i++)
        {
            for (var j = Math.Max(0, i - reach); j <= Math.Min(b.Count - 1, i + reach); j++)
            {
                if (!inRight[j] && a[i] == b[j])
                {
                    (inLeft[i], inRight[j]) = (true, true);
                    break;
                }
            }
        }

        double matches = inLeft.Count(found => found);
        if (matches == 0)
        {
            return 0;
        }

        var moved = a.Where((_, i) => inLeft[i]).Zip(b.Where((_, j) => inRight[j])).Count(pair => pair.First != pair.Second);
        return (matches / a.Count + matches / b.Count + (matches - moved / 2) / matches) / 3;
    }
}
