namespace Pipeline.Model;

/// <summary>The inner rows of a join, by key. A key that is null, or has a null part, matches nothing: that is SQL's and, for simple keys, LINQ's meaning.</summary>
internal sealed class JoinTable<TInner>
{
    private readonly Dictionary<object, List<JoinedRow<TInner>>> rowsByKey = [];

    /// <summary>All rows, in their order.</summary>
    public List<JoinedRow<TInner>> Rows { get; } = [];

    public static JoinTable<TInner> Of<TKey>(IEnumerable<Traced<TInner>> rows, Func<TInner, TKey> key, Evaluation evaluation)
    {
        var table = new JoinTable<TInner>();
        foreach (var (row, value) in evaluation.Tried(rows, key))
        {
            table.Add(value, new(row));
        }

        return table;
    }

    public IReadOnlyList<JoinedRow<TInner>> Find(object? key) =>
        key is not null && !KeyParts.HasNull(key) && rowsByKey.TryGetValue(key, out var rows) ? rows : [];

    private void Add(object? key, JoinedRow<TInner> row)
    {
        Rows.Add(row);
        if (key is null || KeyParts.HasNull(key))
        {
            return;
        }

        if (!rowsByKey.TryGetValue(key, out var rows))
        {
            rowsByKey.Add(key, rows = []);
        }

        rows.Add(row);
    }
}

/// <summary>An inner row, and whether a row has met it.</summary>
internal sealed class JoinedRow<TInner>(Traced<TInner> row)
{
    public Traced<TInner> Row { get; } = row;

    public bool IsMet { get; set; }
}
