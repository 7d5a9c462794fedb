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

        var given = batch.Columns.ToList();
        var values = given.Where(c => !Key.Contains(c) && c != ValidFrom).ToList();
        if (target.FirstWith(ColumnRoles.IsDeleted) is { } flag)
        {
            // With Close a deleted member has no open version: the flag is an event, not a value.
            if (target.Deletes == Deletes.Close && values.Remove(flag)) DeleteFlag = flag;
            if (target.Deletes == Deletes.Mark) MarkFlag = flag;
            if (MarkFlag is not null && batch.HasDeletes && !values.Contains(flag)) values.Add(flag);
        }

        values.AddRange(target.Columns.Where(c => c.Carries is { Which: not Carry.Current } && !given.Contains(c)));
        var tracked = values.Where(c => (c.Roles & ColumnRoles.Tracked) != 0).ToList();
        if (tracked.Count == 0) tracked = values.Where(c => c.Carries is null).ToList();
        if (MarkFlag is not null && values.Contains(MarkFlag) && !tracked.Contains(MarkFlag)) tracked.Add(MarkFlag);

        Given = given.ToEquatableArray();
        Tracked = tracked.ToEquatableArray();
        Values = values.ToEquatableArray();
        Latest = target.Columns.Where(c => c.Carries is { Which: Carry.Current }).ToEquatableArray();
        Overwritten = Values.Where(c => !Latest.Contains(c)).ToEquatableArray();
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

    /// <summary>The flag of a version in which its member is deleted; null where a delete is no version.</summary>
    public Column? MarkFlag { get; }

    /// <summary>What the load sets.</summary>
    public EquatableArray<Column> Given { get; }

    /// <summary>A change in these opens a version; where none is marked, a change in any value does.</summary>
    public EquatableArray<Column> Tracked { get; }

    /// <summary>All values that a version gets from its events, tracked or not.</summary>
    public EquatableArray<Column> Values { get; }

    /// <summary>The values that the version's last event overwrites in place.</summary>
    public EquatableArray<Column> Overwritten { get; }

    /// <summary>The columns that show on every version what the member is now.</summary>
    public EquatableArray<Column> Latest { get; }

    /// <summary>The value's column of an event that the load read: what it carries at first is the event's own.</summary>
    public Expression OfEvent(string alias, Column value) => value switch
    {
        _ when Given.Contains(value) => Make.Column(alias, value),
        { Carries: { Which: Carry.Original, Column: var origin } } => Make.Column(alias, Values.First(v => v.Name == origin)),
        _ when value == MarkFlag => Make.False,
        _ => Literal.Null(value.Type),
    };

    public Expression SameKey(string left, string right) => Make.And(Key.Select(k => Make.Equal(Make.Column(left, k), Make.Column(right, k))));

    public IEnumerable<Expression> KeyOf(string alias) => Key.Select(k => (Expression)Make.Column(alias, k));

    private static Column Required(TableObject target, ColumnRoles role, string attribute) => target.FirstWith(role)
        ?? throw new UnsupportedLoadException($"{target.Name} keeps history and has no column with [{attribute}]; mark one.");
}
