namespace OnlineRetail.Tests.Oracle;

/// <summary>A period of a key in which its value stayed the same; the end is excluded.</summary>
internal sealed record Period<TKey, TValue>(TKey Key, TValue Value, DateTime From, DateTime? To);

/// <summary>History, by its definition: a period per change of a value, in the order of time.</summary>
internal static class Versions
{
    public static IEnumerable<Period<TKey, TValue>> Of<TKey, TValue>(IEnumerable<Line> lines, Func<Line, TKey> key, Func<Line, TValue> value)
        where TKey : notnull
    {
        foreach (var member in lines.GroupBy(key))
        {
            var changes = new List<(DateTime At, TValue Value)>();
            foreach (var instant in member.GroupBy(line => line.SoldAt).OrderBy(instant => instant.Key))
            {
                // Of lines in the same minute the last counts: the later file, then the later row.
                var last = instant.OrderBy(line => line.File, StringComparer.Ordinal).ThenBy(line => line.Row).Last();
                if (changes.Count == 0 || !Equals(changes[^1].Value, value(last)))
                {
                    changes.Add((instant.Key, value(last)));
                }
            }

            for (var at = 0; at < changes.Count; at++)
            {
                yield return new(member.Key, changes[at].Value, changes[at].At, at + 1 < changes.Count ? changes[at + 1].At : null);
            }
        }
    }
}
