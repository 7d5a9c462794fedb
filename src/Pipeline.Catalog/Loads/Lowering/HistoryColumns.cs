namespace Pipeline.Catalog;

/// <summary>The columns of a type 2 dimension by their part in its history.</summary>
internal sealed class HistoryColumns
{
    public HistoryColumns(LoadContext context, BatchSteps batch)
    {
        var target = context.Target;
        Key = context.Key;
        SurrogateKey = Required(target, ColumnRoles.SurrogateKey, "SurrogateKey");
        ValidFrom = Required(target, ColumnRoles.ValidFrom, "ValidFrom");
        ValidTo = Required(target, ColumnRoles.ValidTo, "ValidTo");
        IsCurrent = Required(target, ColumnRoles.IsCurrent, "IsCurrent");
        IsInferred = target.FirstWith(ColumnRoles.IsInferred);
        LastEventAt = target.Columns.First(c => c.Name == GeneratedColumns.LastEventAt);

        var set = batch.Columns.Where(c => !Key.Contains(c) && c != ValidFrom).ToList();
        // With Close a deleted member's row isn't kept open: the flag is an event, not a value.
        DeleteFlag = set.FirstOrDefault(c => (c.Roles & ColumnRoles.IsDeleted) != 0 && target.Deletes == Deletes.Close);
        set.RemoveAll(c => c == DeleteFlag);
        var tracked = set.Where(c => (c.Roles & ColumnRoles.Tracked) != 0).ToList();
        Tracked = (tracked.Count > 0 ? tracked : set).ToEquatableArray();
        Values = set.ToEquatableArray();
    }

    public EquatableArray<Column> Key { get; }

    public Column SurrogateKey { get; }

    public Column ValidFrom { get; }

    public Column ValidTo { get; }

    public Column IsCurrent { get; }

    public Column? IsInferred { get; }

    public Column LastEventAt { get; }

    /// <summary>The flag of an event that deletes its member; null where events can't.</summary>
    public Column? DeleteFlag { get; }

    /// <summary>A change in these opens a version; where none is marked, a change in any value does.</summary>
    public EquatableArray<Column> Tracked { get; }

    /// <summary>All values of a version, tracked or overwritten.</summary>
    public EquatableArray<Column> Values { get; }

    public Expression SameKey(string left, string right) => Make.And(Key.Select(k => Make.Equal(Make.Column(left, k), Make.Column(right, k))));

    private static Column Required(TableObject target, ColumnRoles role, string attribute) => target.FirstWith(role)
        ?? throw new UnsupportedLoadException($"{target.Name} keeps history and needs a column with [{attribute}].");
}
