using Pipeline.Catalog;

namespace Loads.Tests.Histories;

/// <summary>A landing table, staging that keeps every event, a type 2 dimension and a fact that refers to it: the smallest platform with history.</summary>
public static class CustomerPlatform
{
    public static readonly QualifiedName Landed = new("LANDING", "CUSTOMER_EVENTS");
    public static readonly QualifiedName Staged = new("STAGING", "STG_CUSTOMERS");
    public static readonly QualifiedName Dimension = new("CURATED", "DIM_CUSTOMER");

    private static readonly QualifiedName Stage = new("LANDING", "CUSTOMERS_STAGE");
    private static readonly QualifiedName Format = new("LANDING", "CUSTOMERS_CSV");
    private static readonly QualifiedName LandedStream = new("LANDING", "CUSTOMER_EVENTS_STREAM");
    private static readonly QualifiedName StagedStream = new("STAGING", "STG_CUSTOMERS_STREAM");
    private static readonly QualifiedName Root = new("ETL", "ROOT_TASK");
    private static readonly QualifiedName CopyFiles = new("ETL", "COPY_FILES");
    private static readonly QualifiedName LoadStaging = new("ETL", "LOAD_STAGING");
    private static readonly QualifiedName LoadDimension = new("ETL", "LOAD_DIMENSION");
    private static readonly QualifiedName Warehouse = new(null, "TRANSFORM_WH");

    public static CompiledCatalog Catalog { get; } = CatalogCompletion.Complete(new(
    [
        new SchemaObject(new(null, "LANDING"), "Landing"),
        new SchemaObject(new(null, "STAGING"), "Staging"),
        new SchemaObject(new(null, "CURATED"), "Curated"),
        new SchemaObject(new(null, "ETL"), "Etl"),
        new WarehouseObject(Warehouse, "TransformWh"),
        new StageObject(Stage, "CustomersStage", "${root}/customers/") { Format = Format },
        new CsvFormatObject(Format, "CustomersCsv"),
        new TableObject(Landed, "CustomerEvents",
        [
            new("CUSTOMER_ID", "CustomerId", SqlType.Text, true),
            new("SEGMENT", "Segment", SqlType.Text, true),
            new("EMAIL", "Email", SqlType.Text, true),
            new("CHANGED_AT", "ChangedAt", SqlType.Text, true),
            new("IS_DELETED", "IsDeleted", SqlType.Text, true),
            new("FILE_NAME", "FileName", SqlType.Text, false) { FromFile = FileFact.Name },
            new("FILE_ROW", "FileRow", SqlType.Int64, false) { FromFile = FileFact.RowNumber },
        ])
        {
            Copies = [new(Stage)],
        },
        new StreamObject(LandedStream, "CustomerEventsStream", Landed, StreamMode.AppendOnly),
        new TableObject(Staged, "StgCustomers",
        [
            new("CUSTOMER_ID", "CustomerId", SqlType.Int32, false) { Roles = ColumnRoles.BusinessKey },
            new("SEGMENT", "Segment", SqlType.Text, false),
            new("EMAIL", "Email", SqlType.Text, true),
            new("CHANGED_AT", "ChangedAt", SqlType.Timestamp, false) { Roles = ColumnRoles.BusinessKey | ColumnRoles.Sequence },
            new("IS_DELETED", "IsDeleted", SqlType.Boolean, false),
        ])
        {
            Loads = [Load(LandedStream, "events",
            [
                new("CUSTOMER_ID", new Rejectable(new FunctionCall("TryToInt", [Column("events", "CUSTOMER_ID", SqlType.Text)], SqlType.Int32, true), "no customer")),
                new("SEGMENT", new Rejectable(Column("events", "SEGMENT", SqlType.Text), null)),
                new("EMAIL", Column("events", "EMAIL", SqlType.Text)),
                new("CHANGED_AT", new Rejectable(
                    new FunctionCall("TryToTimestamp", [Column("events", "CHANGED_AT", SqlType.Text), Literal.Text("YYYY-MM-DD HH24:MI:SS")], SqlType.Timestamp, true), null)),
                new("IS_DELETED", Make.Coalesce(Make.Equal(Column("events", "IS_DELETED", SqlType.Text), Literal.Text("true")), Make.False)),
            ])],
        },
        new StreamObject(StagedStream, "StgCustomersStream", Staged, StreamMode.Net),
        new DimensionObject(Dimension, "DimCustomer",
        [
            new("CUSTOMER_KEY", "CustomerKey", SqlType.Int64, false) { Roles = ColumnRoles.SurrogateKey },
            new("CUSTOMER_ID", "CustomerId", SqlType.Int32, false) { Roles = ColumnRoles.BusinessKey },
            new("SEGMENT", "Segment", SqlType.Text, false) { Roles = ColumnRoles.Tracked },
            new("EMAIL", "Email", SqlType.Text, true),
            new("IS_DELETED", "IsDeleted", SqlType.Boolean, false) { Roles = ColumnRoles.IsDeleted },
            new("VALID_FROM", "ValidFrom", SqlType.Timestamp, false) { Roles = ColumnRoles.ValidFrom | ColumnRoles.Sequence },
            new("VALID_TO", "ValidTo", SqlType.Timestamp, true) { Roles = ColumnRoles.ValidTo },
            new("IS_CURRENT", "IsCurrent", SqlType.Boolean, false) { Roles = ColumnRoles.IsCurrent },
        ], Scd.Type2)
        {
            Deletes = Deletes.Close,
            Loads = [Load(StagedStream, "customers",
            [
                new("CUSTOMER_ID", Column("customers", "CUSTOMER_ID", SqlType.Int32) with { Nullable = false }),
                new("SEGMENT", Column("customers", "SEGMENT", SqlType.Text) with { Nullable = false }),
                new("EMAIL", Column("customers", "EMAIL", SqlType.Text)),
                new("IS_DELETED", Column("customers", "IS_DELETED", SqlType.Boolean) with { Nullable = false }),
                new("VALID_FROM", Column("customers", "CHANGED_AT", SqlType.Timestamp) with { Nullable = false }),
            ])],
        },
        new TaskObject(Root, "RootTask", Root, Warehouse) { Cron = "0 * * * * UTC" },
        new TaskObject(CopyFiles, "CopyFiles", Root, Warehouse) { After = [Root], Runs = [Landed] },
        new TaskObject(LoadStaging, "LoadStaging", Root, Warehouse) { After = [CopyFiles], Runs = [Staged] },
        new TaskObject(LoadDimension, "LoadDimension", Root, Warehouse) { After = [LoadStaging], Runs = [Dimension] },
    ]));

    private static LoadDefinition Load(QualifiedName stream, string alias, EquatableArray<Projection> columns) =>
        new("Load", LoadMode.Merge, new SelectQuery(columns) { From = new StreamSource(alias, stream) }) { Driver = stream, Streams = [stream] };

    private static ColumnReference Column(string alias, string name, SqlType type) => new(alias, name, type, true);
}
