namespace Pipeline.Catalog;

/// <summary>The order of the changes of one key: by the sequence columns as written, and where those are equal by the columns that break the tie.</summary>
internal static class SequenceOrder
{
    public static IEnumerable<Column> Of(TableObject table) => table.With(ColumnRoles.Sequence).Concat(table.With(ColumnRoles.TieBreak)).Distinct();

    public static IEnumerable<Ordering> NewestFirst(TableObject table, string alias, Func<Column, bool> isSet) =>
        Of(table).Where(isSet).Select(c => new Ordering(Make.Column(alias, c), Descending: true));
}
