namespace Pipeline.Build.Verifying;

/// <summary>The difference between two texts, line by line, as people read it.</summary>
public static class LineDiff
{
    private const int Context = 2;
    private const int LargestTable = 4_000_000;

    /// <summary>The changed lines with what stands around them: '-' is committed, '+' is what the model gives.</summary>
    public static IReadOnlyList<string> Between(string committed, string model)
    {
        var edits = Edits(committed.Split('\n'), model.Split('\n'));
        var near = new bool[edits.Count];
        for (var i = 0; i < edits.Count; i++)
        {
            if (edits[i].Sign == ' ') continue;
            for (var j = Math.Max(0, i - Context); j <= Math.Min(edits.Count - 1, i + Context); j++) near[j] = true;
        }

        var lines = new List<string>();
        for (var i = 0; i < edits.Count; i++)
        {
            if (near[i]) lines.Add($"{edits[i].Sign} {edits[i].Line,5}  {edits[i].Text}".TrimEnd());
            else if (i > 0 && near[i - 1]) lines.Add("  ...");
        }

        if (lines.Count > 0 && lines[lines.Count - 1] == "  ...") lines.RemoveAt(lines.Count - 1);
        return lines;
    }

    /// <summary>The same as tools read it: parts of the text under their line numbers, lines that go with '-', lines that come with '+'.</summary>
    public static IReadOnlyList<string> Unified(string before, string after)
    {
        var edits = Edits(before.Split('\n'), after.Split('\n'));
        var lines = new List<string>();
        for (var from = NextChange(edits, 0); from < edits.Count;)
        {
            // A part goes on for as long as the next change is near.
            var to = from + 1;
            for (var next = NextChange(edits, to); next < edits.Count && next - to <= 2 * Context; next = NextChange(edits, to)) to = next + 1;
            var part = edits.Skip(Math.Max(0, from - Context)).Take(Math.Min(edits.Count, to + Context) - Math.Max(0, from - Context)).ToList();
            var earlier = edits.Take(Math.Max(0, from - Context)).ToList();
            lines.Add(FormattableString.Invariant(
                $"@@ -{earlier.Count(e => e.Sign != '+') + 1},{part.Count(e => e.Sign != '+')} +{earlier.Count(e => e.Sign != '-') + 1},{part.Count(e => e.Sign != '-')} @@"));
            lines.AddRange(part.Select(e => e.Sign + e.Text));
            from = NextChange(edits, to);
        }

        return lines;
    }

    /// <summary>The number of the first line that differs, from 1.</summary>
    public static int FirstLine(string committed, string model)
    {
        var (a, b) = (committed.Split('\n'), model.Split('\n'));
        return CommonStart(a, b) + 1;
    }

    private static int NextChange(List<Edit> edits, int from)
    {
        while (from < edits.Count && edits[from].Sign == ' ') from++;
        return from;
    }

    private static List<Edit> Edits(string[] a, string[] b)
    {
        var start = CommonStart(a, b);
        var end = 0;
        while (end < Math.Min(a.Length, b.Length) - start && a[a.Length - 1 - end] == b[b.Length - 1 - end]) end++;

        var edits = new List<Edit>();
        for (var i = 0; i < start; i++) edits.Add(new(' ', i + 1, a[i]));
        Middle(a, b, start, a.Length - end, b.Length - end, edits);
        for (var i = end; i > 0; i--) edits.Add(new(' ', b.Length - i + 1, b[b.Length - i]));
        return edits;
    }

    private static void Middle(string[] a, string[] b, int start, int endA, int endB, List<Edit> edits)
    {
        var (i, j) = (start, start);
        if ((long)(endA - start) * (endB - start) <= LargestTable)
        {
            var common = CommonLengths(a, b, start, endA, endB);
            while (i < endA && j < endB)
            {
                if (a[i] == b[j]) edits.Add(new(' ', ++j, a[i++]));
                else if (common[i + 1 - start, j - start] >= common[i - start, j + 1 - start]) edits.Add(new('-', i + 1, a[i++]));
                else edits.Add(new('+', j + 1, b[j++]));
            }
        }

        for (; i < endA; i++) edits.Add(new('-', i + 1, a[i]));
        for (; j < endB; j++) edits.Add(new('+', j + 1, b[j]));
    }

    // The length of the longest common subsequence of what follows each pair of lines.
    private static int[,] CommonLengths(string[] a, string[] b, int start, int endA, int endB)
    {
        var lengths = new int[endA - start + 1, endB - start + 1];
        for (var i = endA - start - 1; i >= 0; i--)
        {
            for (var j = endB - start - 1; j >= 0; j--)
            {
                lengths[i, j] = a[start + i] == b[start + j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }

    private static int CommonStart(string[] a, string[] b)
    {
        var start = 0;
        while (start < Math.Min(a.Length, b.Length) && a[start] == b[start]) start++;
        return start;
    }

    private sealed record Edit(char Sign, int Line, string Text);
}
