namespace Pipeline.Catalog;

/// <summary>What a row of one state keeps of the states before: what its member came with, and what it was before its last change.</summary>
internal static class KeptValues
{
    /// <summary>In the row of a new member.</summary>
    public static IEnumerable<Assignment> AtFirst(TableObject target, IReadOnlyCollection<Column> set) => target.Columns
        .Where(c => c.Carries is not null && !set.Contains(c))
        .Select(c => new Assignment(c.Name, c.Carries!.Which == Carry.Previous ? Literal.Null(c.Type) : OfSource(target, c)));

    /// <summary>In the row of a member that changed. One that facts knew first has come only now.</summary>
    public static IEnumerable<Assignment> Afterwards(TableObject target)
    {
        var inferred = target.FirstWith(ColumnRoles.IsInferred) is { } flag ? Make.Column("target", flag) : null;
        foreach (var column in target.Columns.Where(c => c.Carries is not null))
        {
            var held = Make.Column("target", column);
            switch (column.Carries!.Which)
            {
                case Carry.Original when inferred is not null:
                    yield return new(column.Name, Make.Case([new(inferred, OfSource(target, column))], held, column.Type));
                    break;
                case Carry.Previous:
                    var before = Make.Column("target", SourceOf(target, column));
                    var changed = Make.Distinct(before, OfSource(target, column));
                    yield return new(column.Name, Make.Case([new(inferred is null ? changed : Make.And(changed, Make.Not(inferred)), before)], held, column.Type));
                    break;
            }
        }
    }

    private static Column SourceOf(TableObject target, Column carrying) => target.Columns.First(c => c.Name == carrying.Carries!.Column);

    private static Expression OfSource(TableObject target, Column carrying) => Make.Column("source", SourceOf(target, carrying));
}
