using System.Reflection;
using System.Runtime.CompilerServices;

namespace Pipeline.Model;

/// <summary>The inner rows of a join, by key. A key that is null, or has a null part, matches nothing: that is SQL's and, for simple keys, LINQ's meaning.</summary>
internal sealed class JoinTable<TInner>
{
    private readonly Dictionary<object, List<TInner>> rowsByKey = [];

    public static JoinTable<TInner> Of<TKey>(Query<TInner> inner, Func<TInner, TKey> innerKey, Evaluation evaluation)
    {
        var table = new JoinTable<TInner>();
        foreach (var (row, key) in evaluation.Tried(inner.Read(evaluation), innerKey))
        {
            table.Add(key, row.Value);
        }

        return table;
    }

    public IReadOnlyList<TInner> Find(object? key) =>
        key is not null && !HasNull(key) && rowsByKey.TryGetValue(key, out var rows) ? rows : [];

    private void Add(object? key, TInner row)
    {
        if (key is null || HasNull(key))
        {
            return;
        }

        if (!rowsByKey.TryGetValue(key, out var rows))
        {
            rowsByKey.Add(key, rows = []);
        }

        rows.Add(row);
    }

    private static bool HasNull(object key) => Parts(key).Any(part => part is null || HasNull(part));

    private static IEnumerable<object?> Parts(object key) => key switch
    {
        ITuple tuple => Enumerable.Range(0, tuple.Length).Select(part => tuple[part]),
        _ when key.GetType().IsDefined(typeof(CompilerGeneratedAttribute)) =>
            key.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public).Select(property => property.GetValue(key)),
        _ => [],
    };
}
