namespace Pipeline.Catalog;

/// <summary>The view over all tables that say how old they may be.</summary>
public static class FreshnessView
{
    public static QualifiedName NameIn(CompiledCatalog catalog) => new(PlatformTables.LedgerSchema(catalog), "TABLE_FRESHNESS");

    /// <returns>Null where no table says it.</returns>
    internal static ViewObject? Of(CompiledCatalog catalog)
    {
        Query? all = null;
        foreach (var item in catalog.Objects.Where(o => o.Freshness is not null).OrderBy(o => o.Name.ToString(), StringComparer.Ordinal))
        {
            var one = RowOf(item, item.Freshness!);
            all = all is null ? one : new SetQuery(SetOperator.UnionAll, all, one);
        }

        return all is null ? null : new(NameIn(catalog), "", Columns, Aged(all)) { Comment = "How old the newest row of each table is, against what was agreed." };
    }

    private static EquatableArray<Column> Columns =>
    [
        Column("TABLE_SCHEMA", SqlType.Text), Column("TABLE_NAME", SqlType.Text), Column("SLA_MINUTES", SqlType.Int32),
        Column("NEWEST_AT", SqlType.Timestamp, true, "The time of the newest row; null for an empty table."),
        Column("AGE_MINUTES", SqlType.Int64, true, "How long ago that was."),
        Column("IS_BREACHED", SqlType.Boolean, false, "Older than agreed, or empty."),
    ];

    private static SelectQuery RowOf(CatalogObject item, Freshness freshness)
    {
        var type = item switch
        {
            TableObject table => table.Columns,
            DynamicTableObject table => table.Columns,
            _ => [],
        };
        var newest = new ColumnReference("dated", freshness.Column, type.FirstOrDefault(c => c.Name == freshness.Column)?.Type ?? SqlType.Timestamp, true);
        return new(
        [
            new("TABLE_SCHEMA", Literal.Text(item.Name.Schema ?? "")),
            new("TABLE_NAME", Literal.Text(item.Name.Name)),
            new("SLA_MINUTES", Literal.Integer(freshness.Minutes)),
            new("NEWEST_AT", new AggregateCall("Max", [newest], newest.Type, Nullable: true)),
        ])
        {
            From = new ObjectSource("dated", item.Name),
        };
    }

    private static SelectQuery Aged(Query all)
    {
        const string Of = "newest";
        var at = Make.Column(Of, "NEWEST_AT", SqlType.Timestamp, true);
        var sla = Make.Column(Of, "SLA_MINUTES", SqlType.Int32);
        var age = Make.Call("MinutesBetween", SqlType.Int64, at, Make.Call("CurrentTimestamp", SqlType.Timestamp));
        return new(
        [
            new("TABLE_SCHEMA", Make.Column(Of, "TABLE_SCHEMA", SqlType.Text)),
            new("TABLE_NAME", Make.Column(Of, "TABLE_NAME", SqlType.Text)),
            new("SLA_MINUTES", sla),
            new("NEWEST_AT", at),
            new("AGE_MINUTES", age),
            new("IS_BREACHED", Make.Case([new(Make.IsNull(at), Make.True)], Make.Compare(BinaryOperator.GreaterThan, age, sla), SqlType.Boolean)),
        ])
        {
            With = [new("NEWEST", all)],
            From = new CommonTableSource(Of, "NEWEST"),
        };
    }

    private static Column Column(string name, SqlType type, bool nullable = false, string? comment = null) => new(name, name, type, nullable) { Comment = comment };
}
