using Pipeline.Catalog;

namespace Pipeline.Generators.Tests.Reading;

/// <summary>Each kind of class becomes its object.</summary>
public sealed class ObjectTests
{
    private const string Landing = """
        #pragma warning disable CS8618
        /// <summary>Raw data,
        /// as <see cref="Sales"/> has it.</summary>
        [Schema(RetentionDays = 7)] public sealed class Landing;
        [Warehouse(Size = WarehouseSize.Small)] public sealed class TransformWh;
        [CsvFormat<Landing>(NullIf = [""], FieldDelimiter = ';')] public sealed class SalesCsv;
        [Stage<Landing>("${root}/sales/"), Format<SalesCsv>] public sealed class SalesStage;
        public enum Channel { Web, Store }
        public abstract class LandedRow { [LoadTime] public DateTime LoadedAt { get; init; } }
        [Table<Landing>, CopyFrom<SalesStage>(Pattern = @".*\.csv")] public sealed class Sales : LandedRow
        {
            /// <summary>The customer.</summary>
            [FromField("Customer-ID")] public string? CustomerId { get; init; }
            [Number(12, 3)] public decimal Quantity { get; init; }
            public Channel Channel { get; init; }
        }
        [Stream(Mode = StreamMode.AppendOnly)] public sealed class SalesStream : Stream<Sales>;
        [RootTask<Landing, TransformWh>(Cron = "0 * * * * UTC", Name = "ROOT")] public sealed class Hourly;
        [Task, After<Hourly>, Runs<Sales>] public sealed class CopySales;
        [Task, After<CopySales>] public sealed class Last;
        [RunLedger<Landing>] public sealed class Ledger;
        """;

    private static readonly Lazy<CompiledModel> Model = new(() => CompiledModel.Of(Landing));

    [Fact]
    public void Catalog_begins_with_its_format_and_the_number_of_its_objects() =>
        Assert.Equal("""{"format":1,"objects":10}""", Model.Value.Header);

    [Fact]
    public void Comment_is_the_summary_as_one_line() =>
        Assert.Equal("Raw data, as Sales has it.", Model.Value.Object<SchemaObject>("LANDING").Comment);

    [Fact]
    public void Columns_stand_as_written_and_inherited_ones_come_last() => Assert.Equal(
    [
        new Column("CUSTOMER_ID", "CustomerId", SqlType.Text, true) { At = new("File0.cs", 13), Comment = "The customer.", FromField = "Customer-ID" },
        new Column("QUANTITY", "Quantity", SqlType.Number(12, 3), false) { At = new("File0.cs", 14) },
        new Column("CHANNEL", "Channel", SqlType.Text, false) { At = new("File0.cs", 15), AllowedValues = ["Web", "Store"] },
        new Column("LOADED_AT", "LoadedAt", SqlType.Timestamp, false) { At = new("File0.cs", 9), Roles = ColumnRoles.LoadTime },
    ], Model.Value.Object<TableObject>("LANDING.SALES").Columns);

    [Fact]
    public void Column_of_a_CSV_with_a_header_has_the_headers_name() =>
        Assert.Equal("CUSTOMER_ID", Model.Value.Object<TableObject>("LANDING.SALES").Columns.First(c => c.FromField == "Customer-ID").Name);

    [Fact]
    public void Copy_names_its_stage_and_the_stage_its_format()
    {
        Assert.Equal([new CopyDefinition(new("LANDING", "SALES_STAGE")) { Pattern = @".*\.csv", At = new("File0.cs", 10) }], Model.Value.Object<TableObject>("LANDING.SALES").Copies);
        var stage = Model.Value.Object<StageObject>("LANDING.SALES_STAGE");
        Assert.Equal(("${root}/sales/", "LANDING.SALES_CSV"), (stage.Url, stage.Format?.ToString()));
        Assert.Equal(";", Model.Value.Object<CsvFormatObject>("LANDING.SALES_CSV").FieldDelimiter);
    }

    [Fact]
    public void Stream_lies_where_its_table_lies() => Assert.Equal(
        new StreamObject(new("LANDING", "SALES_STREAM"), "SalesStream", new("LANDING", "SALES"), StreamMode.AppendOnly) { At = new("File0.cs", 17) },
        Model.Value.Object<StreamObject>("LANDING.SALES_STREAM"));

    [Fact]
    public void Task_takes_schema_and_warehouse_from_its_root_however_far()
    {
        var task = Model.Value.Object<TaskObject>("LANDING.LAST");
        Assert.Equal(("LANDING.ROOT", "TRANSFORM_WH", "LANDING.COPY_SALES"), (task.Root.ToString(), task.Warehouse.ToString(), Assert.Single(task.After).ToString()));
    }

    [Theory]
    [InlineData("StgSales", "STG_SALES")]
    [InlineData("MVCustomer360", "MV_CUSTOMER360")]
    [InlineData("DimProductV2", "DIM_PRODUCT_V2")]
    [InlineData("Sales_Lines", "SALES_LINES")]
    [InlineData("ID", "ID")]
    public void Name_is_the_classes_in_upper_snake_case(string name, string sql) => Assert.Equal(sql, Pipeline.Generators.Reading.SqlName.Of(name));

    [Fact]
    public void Expectation_is_true_or_false_and_never_null()
    {
        var table = CompiledModel.Of("""
            #pragma warning disable CS8618
            [Schema] public sealed class S;
            [Table<S>] public sealed class T
            {
                public int? Quantity { get; init; }
                /// <summary>Nothing is sold for nothing.</summary>
                [Expect(OnViolation.Reject)] static bool IsPositive(T t) => t.Quantity > 0;
            }
            """).Object<TableObject>("S.T");
        var expectation = Assert.Single(table.Expectations);
        Assert.Equal(("IsPositive", OnViolation.Reject, "Nothing is sold for nothing."), (expectation.Name, expectation.OnViolation, expectation.Comment));
        Assert.Equal("COALESCE(\"row\".QUANTITY > 0, FALSE)", Pipeline.Sql.Snowflake.SnowflakeDialect.Instance.Expression(expectation.Condition));
    }

    [Fact]
    public void Load_knows_the_stream_that_drives_it_through_its_steps()
    {
        var model = Queries.QueryText.Load("string Id", "SaleStream sales, Query<Customer> customers", """
            from s in sales.LatestBy(s => s.OrderId, s => s.SoldAt)
            join c in customers on s.CustomerId equals c.CustomerId
            select new Row { Id = s.Note.OrReject("no note") }
            """);
        Assert.Empty(model.Findings());
        var load = Assert.Single(model.Object<TableObject>("SHOP.ROW").Loads);
        Assert.Equal(("SHOP.SALE_STREAM", LoadMode.Append), (load.Driver?.ToString(), load.Mode));
        Assert.Equal("no note", Assert.IsType<Rejectable>(Assert.Single(((SelectQuery)load.Query).Columns).Value).Reason);
    }

    [Fact]
    public void Key_of_a_dimension_is_looked_up_by_its_columns()
    {
        var load = Assert.Single(CompiledModel.Of(Queries.QueryText.Tables, """
            #pragma warning disable CS8618
            [Dimension<Shop>(Scd.Type2)] public sealed class Buyer
            {
                [SurrogateKey] public long BuyerKey { get; init; }
                [BusinessKey] public int CustomerId { get; init; }
                [ValidFrom, Sequence] public DateTime Since { get; init; }
                [ValidTo] public DateTime? Until { get; init; }
            }
            [Fact<Shop>(FactKind.Transaction)] public sealed class Sold
            {
                [Grain] public string OrderId { get; init; }
                [ForeignKey<Buyer>] public long BuyerKey { get; init; }
                [Load] static Query<Sold> From(SaleStream sales, Query<Buyer> buyers) =>
                    from s in sales select new Sold { OrderId = s.OrderId, BuyerKey = buyers.KeyOf(b => b.CustomerId == s.CustomerId, asOf: s.SoldAt) };
            }
            """).Object<FactObject>("SHOP.SOLD").Loads);
        Assert.Equal(
            new KeyLookup(
                new("SHOP", "BUYER"), [new("CUSTOMER_ID", Make.Column("sales", "CUSTOMER_ID", SqlType.Int32, nullable: true))],
                Make.Column("sales", "SOLD_AT", SqlType.Timestamp)),
            ((SelectQuery)load.Query).Columns[1].Value);
    }
}
