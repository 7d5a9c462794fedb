using Pipeline.Catalog;
using Pipeline.Catalog.Tests;

namespace Pipeline.Sql.Tests;

/// <summary>The small platform, and beside it a table for each kind of load that it lacks.</summary>
internal static class LoadKinds
{
    private static readonly QualifiedName Stream = new("STAGING", "STG_CUSTOMERS_STREAM");
    private static readonly ColumnReference Id = Staged("CUSTOMER_ID", SqlType.Int32);
    private static readonly ColumnReference Segment = Staged("SEGMENT", SqlType.Text);
    private static readonly ColumnReference At = Staged("UPDATED_AT", SqlType.Timestamp);

    public static CompiledCatalog Catalog { get; } = new(SmallRetail.Catalog.Objects.Concat(
    [
        new DimensionObject(new("CURATED", "DIM_SEGMENT"), "Retail.DimSegment",
        [
            Catalogs.Of("SEGMENT_KEY", SqlType.Int64, ColumnRoles.SurrogateKey),
            Catalogs.Of("SEGMENT", SqlType.Text, ColumnRoles.BusinessKey),
            Catalogs.Of("SEEN_AT", SqlType.Timestamp, ColumnRoles.Sequence),
        ], Scd.Type1)
        {
            Deletes = Deletes.Mark,
            MaxDeletedPercent = 40,
            Loads = [Load("FromStaging", LoadMode.Merge, new("SEGMENT", Segment), new("SEEN_AT", At))],
        },
        new FactObject(new("CURATED", "FACT_VISITS"), "Retail.FactVisits",
        [
            Catalogs.Of("VISITED_AT", SqlType.Timestamp, ColumnRoles.Grain),
            Catalogs.Of("CUSTOMER_ID", SqlType.Int32, ColumnRoles.Grain),
            Catalogs.Of("CUSTOMER_KEY", SqlType.Int64) with { ForeignKey = new(new("CURATED", "DIM_CUSTOMER"), Missing.Infer) },
            Catalogs.Of("SEGMENT_KEY", SqlType.Int64) with { ForeignKey = new(new("CURATED", "DIM_SEGMENT"), Missing.Reject) },
        ], FactKind.Transaction)
        {
            Loads =
            [
                Load("FromStaging", LoadMode.Merge,
                    new("VISITED_AT", At),
                    new("CUSTOMER_ID", Id),
                    new("CUSTOMER_KEY", new KeyLookup(new("CURATED", "DIM_CUSTOMER"), [new("CUSTOMER_ID", Id)], At)),
                    new("SEGMENT_KEY", new KeyLookup(new("CURATED", "DIM_SEGMENT"), [new("SEGMENT", Segment)], null))),
            ],
        },
        new TableObject(new("STAGING", "VISITS_LOG"), "Retail.VisitsLog",
            [Catalogs.Of("CUSTOMER_ID", SqlType.Int32), Catalogs.Of("VISITED_AT", SqlType.Timestamp)])
        {
            Expectations = [new("VisitsAreRecent", OnViolation.Stop, Make.Compare(
                BinaryOperator.GreaterThan, new ColumnReference(Expectation.Row, "VISITED_AT", SqlType.Timestamp, false), new Literal("2020-01-01 00:00:00.000000", SqlType.Timestamp)))],
            Loads = [Load("FromStaging", LoadMode.Append, new("CUSTOMER_ID", Id), new("VISITED_AT", At))],
        },
        new TableObject(new("STAGING", "SEGMENTS"), "Retail.Segments", [Catalogs.Of("SEGMENT", SqlType.Text), Catalogs.Of("CUSTOMERS", SqlType.Int64)])
        {
            Loads =
            [
                new("Recount", LoadMode.Replace, new SelectQuery([new("SEGMENT", Segment), new("CUSTOMERS", Make.Count())])
                {
                    From = new ObjectSource("customers", new("STAGING", "STG_CUSTOMERS")),
                    GroupBy = [Segment],
                }),
            ],
        },
    ]).ToEquatableArray());

    private static ColumnReference Staged(string name, SqlType type) => new("customers", name, type, false);

    private static LoadDefinition Load(string method, LoadMode mode, params Projection[] columns) =>
        new(method, mode, new SelectQuery(columns.ToEquatableArray()) { From = new StreamSource("customers", Stream) }) { Driver = Stream, Streams = [Stream] };
}
