using Pipeline.Catalog;

namespace Pipeline.Build.Baseline;

/// <summary>What is new and may be what was shipped under another name: for a message only, a rename is never guessed.</summary>
internal static class LikelyRenames
{
    /// <summary>The new table of the same kind and schema that shares most columns, and at least half of them.</summary>
    public static TableObject? Of(TableObject shipped, IEnumerable<TableObject> added)
    {
        var names = new HashSet<string>(shipped.Columns.Select(c => c.Name));
        return added.Where(t => t.Name.Schema == shipped.Name.Schema && t.GetType() == shipped.GetType())
            .Select(t => (Table: t, Shared: t.Columns.Count(c => names.Contains(c.Name))))
            .Where(t => t.Shared * 2 >= names.Count)
            .OrderByDescending(t => t.Shared)
            .Select(t => t.Table).FirstOrDefault();
    }

    /// <summary>The new column of the same type; where there are several, the one in its place.</summary>
    public static Column? Of(Column shipped, TableObject before, TableObject now)
    {
        var names = new HashSet<string>(before.Columns.Select(c => c.Name));
        var added = now.Columns.Where(c => !names.Contains(c.Name) && c.FormerNames.Count == 0 && c.Property.Length > 0 && c.Type == shipped.Type).ToList();
        var place = before.Columns.ToList().IndexOf(shipped);
        return added.FirstOrDefault(c => now.Columns.ToList().IndexOf(c) == place) ?? added.FirstOrDefault();
    }
}
