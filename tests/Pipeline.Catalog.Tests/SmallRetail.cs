namespace Pipeline.Catalog.Tests;

/// <summary>A small platform made by hand: files to landing, landing to staging, staging to a dimension and a fact.</summary>
internal static class SmallRetail
{
    private static readonly QualifiedName Landed = new("LANDING", "RAW_CUSTOMERS");
    private static readonly QualifiedName LandedStream = new("LANDING", "RAW_CUSTOMERS_STREAM");
    private static readonly QualifiedName Staged = new("STAGING", "STG_CUSTOMERS");
    private static readonly QualifiedName StagedStream = new("STAGING", "STG_CUSTOMERS_STREAM");
    private static readonly QualifiedName Dimension = new("CURATED", "DIM_CUSTOMER");
    private static readonly QualifiedName Root = new("ETL", "ROOT_TASK");
    private static readonly QualifiedName Warehouse = new(null, "TRANSFORM_WH");

    public static CompiledCatalog Catalog { get; } = new(
    [
        new TaskObject(Root, "Retail.RootTask", Root, Warehouse) { Cron = "0 * * * * UTC" },
        new TaskObject(new("ETL", "LOAD_DIM_CUSTOMER"), "Retail.LoadDimCustomer", Root, Warehouse) { After = [Root], Runs = [Dimension] },
        new DimensionObject(Dimension, "Retail.DimCustomer",
        [
            new("CUSTOMER_KEY", "CustomerKey", SqlType.Int64, false) { Roles = ColumnRoles.SurrogateKey },
            new("CUSTOMER_ID", "CustomerId", SqlType.Int32, false) { Roles = ColumnRoles.BusinessKey },
            new("SEGMENT", "Segment", SqlType.Varchar(20), false) { Roles = ColumnRoles.Tracked },
            new("EMAIL", "Email", SqlType.Text, true),
            new("START_DATE", "StartDate", SqlType.Timestamp, false) { Roles = ColumnRoles.ValidFrom | ColumnRoles.Sequence },
            new("END_DATE", "EndDate", SqlType.Timestamp, true) { Roles = ColumnRoles.ValidTo },
            new("IS_CURRENT", "IsCurrent", SqlType.Boolean, false) { Roles = ColumnRoles.IsCurrent },
        ], Scd.Type2)
        {
            Deletes = Deletes.Close,
            UnknownMember = [new("SEGMENT", Literal.Text("UNKNOWN"))],
            Loads =
            [
                new("FromStaging", LoadMode.Merge, new SelectQuery(
                [
                    new("CUSTOMER_ID", new ColumnReference("customers", "CUSTOMER_ID", SqlType.Int32, false)),
                    new("SEGMENT", new ColumnReference("customers", "SEGMENT", SqlType.Text, false)),
                    new("EMAIL", new ColumnReference("customers", "EMAIL", SqlType.Text, true)),
                    new("START_DATE", new ColumnReference("customers", "UPDATED_AT", SqlType.Timestamp, false)),
                ])
                {
                    From = new StreamSource("customers", StagedStream),
                }) { Driver = StagedStream, Streams = [StagedStream] },
            ],
        },
        new StreamObject(StagedStream, "Retail.StgCustomersStream", Staged, StreamMode.Net),
        new StreamObject(LandedStream, "Retail.RawCustomersStream", Landed, StreamMode.AppendOnly),
        new TableObject(Staged, "Retail.StgCustomers",
        [
            new("CUSTOMER_ID", "CustomerId", SqlType.Int32, false) { Roles = ColumnRoles.BusinessKey },
            new("SEGMENT", "Segment", SqlType.Text, false),
            new("EMAIL", "Email", SqlType.Text, true),
            new("UPDATED_AT", "UpdatedAt", SqlType.Timestamp, false) { Roles = ColumnRoles.BusinessKey | ColumnRoles.Sequence },
        ])
        {
            Expectations = [new("SegmentIsGiven", OnViolation.Reject, Make.IsNotNull(new ColumnReference(Expectation.Row, "SEGMENT", SqlType.Text, false)))],
            Loads =
            [
                new("FromRaw", LoadMode.Merge, new SelectQuery(
                [
                    new("CUSTOMER_ID", new Rejectable(new FunctionCall("TryToInt", [Raw("CUSTOMER_ID")], SqlType.Int32, true), "customer id isn't a number")),
                    new("SEGMENT", Make.Coalesce(new FunctionCall("Upper", [Raw("SEGMENT")], SqlType.Text, true), Literal.Text("STANDARD"))),
                    new("EMAIL", Raw("EMAIL")),
                    new("UPDATED_AT", new Rejectable(new FunctionCall("TryToTimestamp", [Raw("UPDATED_AT"), Literal.Text("AUTO")], SqlType.Timestamp, true), null)),
                ])
                {
                    From = new StreamSource("raw", LandedStream),
                }) { Driver = LandedStream, Streams = [LandedStream] },
            ],
        },
        new TableObject(Landed, "Retail.RawCustomers",
        [
            new("CUSTOMER_ID", "CustomerId", SqlType.Text, true),
            new("SEGMENT", "Segment", SqlType.Text, true),
            new("EMAIL", "Email", SqlType.Text, true),
            new("UPDATED_AT", "UpdatedAt", SqlType.Text, true),
            new("FILE_NAME", "FileName", SqlType.Text, false) { FromFile = FileFact.Name },
            new("FILE_ROW", "FileRow", SqlType.Int64, false) { FromFile = FileFact.RowNumber },
            new("LOADED_AT", "LoadedAt", SqlType.Timestamp, false) { Roles = ColumnRoles.LoadTime },
        ])
        {
            Copies = [new(new("LANDING", "CUSTOMERS_STAGE")) { Pattern = ".*\\.csv" }],
        },
        new StageObject(new("LANDING", "CUSTOMERS_STAGE"), "Retail.CustomersStage", "${s3.root}/customers/") { Format = new("LANDING", "CUSTOMERS_CSV") },
        new CsvFormatObject(new("LANDING", "CUSTOMERS_CSV"), "Retail.CustomersCsv") { NullIf = ["", "NULL"] },
        new SchemaObject(new(null, "LANDING"), "Retail.Landing") { RetentionDays = 7, Comment = "Files as they come." },
        new SchemaObject(new(null, "STAGING"), "Retail.Staging") { Transient = true },
        new SchemaObject(new(null, "CURATED"), "Retail.Curated") { RetentionDays = 90 },
        new SchemaObject(new(null, "ETL"), "Retail.Etl"),
        new WarehouseObject(Warehouse, "Retail.TransformWh") { Size = "SMALL" },
    ]);

    private static ColumnReference Raw(string column) => new("raw", column, SqlType.Text, true);
}
