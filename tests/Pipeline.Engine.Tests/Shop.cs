using Pipeline.Catalog;
using static Pipeline.Engine.Tests.Tables;

namespace Pipeline.Engine.Tests;

/// <summary>A small platform made by hand: customers and orders as files, staged, a dimension with history, a calendar, a fact, a total.</summary>
internal static class Shop
{
    private static readonly Column FileName = FromFile("FILE_NAME", SqlType.Text, FileFact.Name);
    private static readonly Column FileRow = FromFile("FILE_ROW", SqlType.Int64, FileFact.RowNumber);

    public static TableObject RawCustomers { get; } =
        Table("LANDING.RAW_CUSTOMERS", Text("CUSTOMER_ID"), Text("SEGMENT"), Text("CHANGED_AT"), FileName, FileRow) with
        {
            Copies = [new(Name("LANDING.BUCKET")) { Pattern = ".*customers.*" }],
        };

    public static TableObject RawOrders { get; } =
        Table("LANDING.RAW_ORDERS", Text("ORDER_ID"), Text("CUSTOMER_ID"), Text("AMOUNT"), Text("ORDERED_AT"), FileName, FileRow) with
        {
            Copies = [new(Name("LANDING.BUCKET")) { Pattern = ".*orders.*" }],
        };

    public static TableObject StgCustomers { get; } = Table(
        "STAGING.STG_CUSTOMERS",
        Required("CUSTOMER_ID", SqlType.Int32, ColumnRoles.BusinessKey),
        Required("SEGMENT", SqlType.Text),
        Required("CHANGED_AT", SqlType.Timestamp, ColumnRoles.BusinessKey | ColumnRoles.Sequence)) with
    {
        Loads =
        [
            Load("LANDING.RAW_CUSTOMERS_STREAM",
                new("CUSTOMER_ID", Number("raw", "CUSTOMER_ID", "customer isn't a number")),
                new("SEGMENT", Make.Coalesce(Column("raw", "SEGMENT"), Literal.Text("NONE"))),
                new("CHANGED_AT", Time("raw", "CHANGED_AT"))),
        ],
    };

    public static TableObject StgOrders { get; } = Table(
        "STAGING.STG_ORDERS",
        Required("ORDER_ID", SqlType.Int32, ColumnRoles.BusinessKey),
        Required("CUSTOMER_ID", SqlType.Int32),
        Required("AMOUNT", SqlType.Number(12, 2)),
        Required("ORDERED_AT", SqlType.Timestamp, ColumnRoles.Sequence)) with
    {
        Expectations = [new("AmountIsPositive", OnViolation.Reject, Make.Compare(
            BinaryOperator.GreaterThan, Make.Column(Expectation.Row, "AMOUNT", SqlType.Number(12, 2)), Literal.Integer(0)))],
        Loads =
        [
            Load("LANDING.RAW_ORDERS_STREAM",
                new("ORDER_ID", Number("raw", "ORDER_ID", "order isn't a number")),
                new("CUSTOMER_ID", Number("raw", "CUSTOMER_ID", "customer isn't a number")),
                new("AMOUNT", new Rejectable(new FunctionCall("TryToDecimal", [Column("raw", "AMOUNT"), Literal.Integer(12), Literal.Integer(2)], SqlType.Number(12, 2), true), "amount isn't a number")),
                new("ORDERED_AT", Time("raw", "ORDERED_AT"))),
        ],
    };

    public static DimensionObject DimCustomer { get; } = new(Name("CURATED.DIM_CUSTOMER"), "DimCustomer",
        [
            Required("CUSTOMER_KEY", SqlType.Int64, ColumnRoles.SurrogateKey),
            Required("CUSTOMER_ID", SqlType.Int32, ColumnRoles.BusinessKey),
            Required("SEGMENT", SqlType.Text, ColumnRoles.Tracked),
            Required("START_AT", SqlType.Timestamp, ColumnRoles.ValidFrom | ColumnRoles.Sequence),
            Optional("END_AT", SqlType.Timestamp, ColumnRoles.ValidTo),
            Required("IS_CURRENT", SqlType.Boolean, ColumnRoles.IsCurrent),
        ], Scd.Type2)
    {
        UnknownMember = [new("SEGMENT", Literal.Text("UNKNOWN"))],
        Loads =
        [
            Load("STAGING.STG_CUSTOMERS_STREAM",
                new("CUSTOMER_ID", Make.Column("staged", "CUSTOMER_ID", SqlType.Int32)),
                new("SEGMENT", Make.Column("staged", "SEGMENT", SqlType.Text)),
                new("START_AT", Make.Column("staged", "CHANGED_AT", SqlType.Timestamp))),
        ],
    };

    public static CalendarObject DimDate { get; } = new(Name("CURATED.DIM_DATE"), "DimDate",
        [
            Required("DATE_KEY", SqlType.Int32, ColumnRoles.SurrogateKey),
            Required("DAY", SqlType.Date, ColumnRoles.BusinessKey),
        ],
        new SelectQuery(
        [
            new("DATE_KEY", new CastExpression(Make.Add(
                new BinaryExpression(BinaryOperator.Multiply, Part("Year"), Literal.Integer(10000), SqlType.Int32, false),
                Make.Add(new BinaryExpression(BinaryOperator.Multiply, Part("Month"), Literal.Integer(100), SqlType.Int32, false), Part("Day"))), SqlType.Int32)),
            new("DAY", Make.Column("days", "DAY", SqlType.Date)),
        ])
        {
            From = new DaysSource("days", "2024-01-01", "2024-12-31"),
        });

    public static FactObject FactOrders { get; } = new(Name("CURATED.FACT_ORDERS"), "FactOrders",
        [
            Required("ORDER_ID", SqlType.Int32, ColumnRoles.Grain),
            Required("CUSTOMER_KEY", SqlType.Int64) with { ForeignKey = new(Name("CURATED.DIM_CUSTOMER"), Missing.Infer) },
            Required("DATE_KEY", SqlType.Int64) with { ForeignKey = new(Name("CURATED.DIM_DATE"), Missing.Unknown) },
            Required("AMOUNT", SqlType.Number(12, 2), ColumnRoles.Measure),
            Required("ORDERED_AT", SqlType.Timestamp, ColumnRoles.Sequence),
        ], FactKind.Transaction)
    {
        Loads =
        [
            Load("STAGING.STG_ORDERS_STREAM",
                new("ORDER_ID", Make.Column("staged", "ORDER_ID", SqlType.Int32)),
                new("CUSTOMER_KEY", new KeyLookup(
                    Name("CURATED.DIM_CUSTOMER"), [new("CUSTOMER_ID", Make.Column("staged", "CUSTOMER_ID", SqlType.Int32))],
                    Make.Column("staged", "ORDERED_AT", SqlType.Timestamp))),
                new("DATE_KEY", new KeyLookup(
                    Name("CURATED.DIM_DATE"), [new("DAY", new CastExpression(Make.Column("staged", "ORDERED_AT", SqlType.Timestamp), SqlType.Date))], null)),
                new("AMOUNT", Make.Column("staged", "AMOUNT", SqlType.Number(12, 2))),
                new("ORDERED_AT", Make.Column("staged", "ORDERED_AT", SqlType.Timestamp))),
        ],
    };

    public static DynamicTableObject Totals { get; } = new(Name("ANALYTICS.TOTALS"), "Totals",
        [Required("SEGMENT", SqlType.Text), Required("ORDERS", SqlType.Int64), Required("AMOUNT", SqlType.Number(28, 2))],
        new SelectQuery(
        [
            new("SEGMENT", Make.Column("customers", "SEGMENT", SqlType.Text)),
            new("ORDERS", Make.Count()),
            new("AMOUNT", new AggregateCall("Sum", [Make.Column("orders", "AMOUNT", SqlType.Number(12, 2))], SqlType.Number(28, 2), false)),
        ])
        {
            From = new ObjectSource("orders", Name("CURATED.FACT_ORDERS")),
            Joins = [new(JoinKind.Inner, new ObjectSource("customers", Name("CURATED.DIM_CUSTOMER")), Make.Equal(
                Make.Column("customers", "CUSTOMER_KEY", SqlType.Int64), Make.Column("orders", "CUSTOMER_KEY", SqlType.Int64)))],
            GroupBy = [Make.Column("customers", "SEGMENT", SqlType.Text)],
        }, Warehouse) { LagMinutes = 60 };

    public static CompiledCatalog Catalog { get; } = Compiled(
        Schema("LANDING"), Schema("STAGING"), Schema("CURATED"), Schema("ANALYTICS"),
        new CsvFormatObject(Name("LANDING.CSV"), "Csv"),
        new StageObject(Name("LANDING.BUCKET"), "Bucket", "s3://shop/") { Format = Name("LANDING.CSV") },
        RawCustomers, RawOrders,
        Stream("LANDING.RAW_CUSTOMERS_STREAM", "LANDING.RAW_CUSTOMERS", StreamMode.AppendOnly),
        Stream("LANDING.RAW_ORDERS_STREAM", "LANDING.RAW_ORDERS", StreamMode.AppendOnly),
        StgCustomers, StgOrders,
        Stream("STAGING.STG_CUSTOMERS_STREAM", "STAGING.STG_CUSTOMERS"),
        Stream("STAGING.STG_ORDERS_STREAM", "STAGING.STG_ORDERS"),
        DimCustomer, DimDate, FactOrders, Totals,
        Root("ETL.ROOT"),
        Task("ETL.COPY_FILES", "ETL.ROOT", "ETL.ROOT", "LANDING.RAW_CUSTOMERS", "LANDING.RAW_ORDERS"),
        Task("ETL.STAGE", "ETL.ROOT", "ETL.COPY_FILES", "STAGING.STG_CUSTOMERS", "STAGING.STG_ORDERS"),
        Task("ETL.LOAD_CUSTOMERS", "ETL.ROOT", "ETL.STAGE", "CURATED.DIM_CUSTOMER"),
        Task("ETL.LOAD_ORDERS", "ETL.ROOT", "ETL.LOAD_CUSTOMERS", "CURATED.FACT_ORDERS"));

    private static LoadDefinition Load(string stream, params Projection[] columns) =>
        new("From", LoadMode.Merge, new SelectQuery(columns.ToEquatableArray()) { From = new StreamSource(columns[0].Value is Rejectable ? "raw" : "staged", Name(stream)) })
        {
            Driver = Name(stream),
            Streams = [Name(stream)],
        };

    private static ColumnReference Column(string source, string name) => new(source, name, SqlType.Text, true);

    private static Rejectable Number(string source, string name, string reason) =>
        new(new FunctionCall("TryToInt", [Column(source, name)], SqlType.Int32, true), reason);

    private static Rejectable Time(string source, string name) =>
        new(new FunctionCall("TryToTimestamp", [Column(source, name), Literal.Text("AUTO")], SqlType.Timestamp, true), "not a time");

    private static FunctionCall Part(string part) => new(part, [Make.Column("days", "DAY", SqlType.Date)], SqlType.Int32, false);
}
