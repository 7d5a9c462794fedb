using Pipeline.Catalog;
using Pipeline.Catalog.Json;
using Pipeline.Engine.Database;
using static Pipeline.Engine.Tests.Tables;

namespace Pipeline.Engine.Tests.Deployment;

/// <summary>A kept database follows a model that grows: rows stay, loads go on, streams keep their offsets.</summary>
public sealed class GrowthTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("pipeline-growth-").FullName;

    private LocalOptions Kept => new() { DatabaseFile = Path.Combine(folder, "local.duckdb") };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void New_column_is_null_in_the_rows_that_are_there_and_loads_fill_it_from_then_on()
    {
        using (var run = new ShopRun(options: Kept)) run.Deliver("7,GOLD,2024-02-01 00:00:00\n", "1,7,10.50,2024-02-03 10:00:00\n");
        using (var run = new ShopRun(With("CURATED.FACT_ORDERS", t => t with
        {
            Columns = [.. t.Columns, Optional("NOTE", SqlType.Varchar(20))],
            Loads = [.. t.Loads.Select(l => l with { Query = Adding((SelectQuery)l.Query!, "NOTE", new Literal("new", SqlType.Varchar(20))) })],
        }), Kept))
        {
            Assert.Equal("1", run.Rows("CURATED.FACT_ORDERS WHERE NOTE IS NULL", "COUNT(*)"));
            var report = run.Deliver(orders: "2,7,11.50,2024-02-04 10:00:00\n");
            Assert.True(report.Succeeded, report.ToString());
            Assert.Equal("1 |\n2 | new", run.Rows("CURATED.FACT_ORDERS", "ORDER_ID, NOTE"));
        }

        // What it became is what the next run finds.
        using (var run = new ShopRun(With("CURATED.FACT_ORDERS", t => t with { Columns = [.. t.Columns, Optional("NOTE", SqlType.Varchar(20))] }), Kept))
        {
            Assert.Equal("1 |\n2 | new", run.Rows("CURATED.FACT_ORDERS", "ORDER_ID, NOTE"));
        }
    }

    [Fact]
    public void Stream_shows_what_it_had_not_shown_with_the_new_column()
    {
        using (var pipeline = LocalPipeline.Open(Streamed(Text("A")), Kept))
        {
            Change(pipeline, "INSERT INTO S.T (A) VALUES ('seen')");
            pipeline.RecreateStream(Name("S.CHANGES"));
            Change(pipeline, "INSERT INTO S.T (A) VALUES ('pending')");
        }

        using var grown = LocalPipeline.Open(Streamed(Text("A"), Optional("B", SqlType.Varchar(5)), Required("IS_DELETED", SqlType.Boolean, ColumnRoles.IsDeleted)), Kept);
        Assert.Equal("pending |  | false | INSERT", grown.Query("SELECT A, B, IS_DELETED, \"METADATA$ACTION\" FROM S.CHANGES").ToString());
        Change(grown, "INSERT INTO S.T (A, B, IS_DELETED) VALUES ('late', 'b', true)");
        Assert.Equal("late | b | true\npending |  | false", grown.Query("SELECT A, B, IS_DELETED FROM S.CHANGES ORDER BY A").ToString());
        Assert.Equal("late\npending\nseen", grown.Query("SELECT A FROM S.T ORDER BY A").ToString());
    }

    [Fact]
    public void Stream_shows_former_values_of_rows_that_were_changed_before()
    {
        using (var run = new ShopRun(options: Kept))
        {
            run.Deliver("7,GOLD,2024-02-01 00:00:00\n");
            run.Put("7,SILVER,2024-02-05 00:00:00\n");
            Assert.True(run.Run().Succeeded);
        }

        using var later = new ShopRun(With("STAGING.STG_CUSTOMERS", t => t with { Columns = [.. t.Columns, Optional("NOTE", SqlType.Text)] }), Kept);
        var report = later.Deliver("7,BASIC,2024-02-09 00:00:00\n");
        Assert.True(report.Succeeded, report.ToString());
        Assert.Equal("BASIC", later.Rows("CURATED.DIM_CUSTOMER WHERE CUSTOMER_ID = 7 AND IS_CURRENT", "SEGMENT"));
        Assert.Equal("3", later.Rows("CURATED.DIM_CUSTOMER WHERE CUSTOMER_ID = 7", "COUNT(*)"));
    }

    [Fact]
    public void Longer_text_more_digits_and_null_are_taken_from_then_on()
    {
        using (var pipeline = LocalPipeline.Open(OneTable(Required("A", SqlType.Varchar(3)), Required("N", SqlType.Number(4, 2))), Kept)) pipeline.Query("INSERT INTO S.T VALUES ('abc', 12.34)");
        using var grown = LocalPipeline.Open(OneTable(Optional("A", SqlType.Varchar(5)), Required("N", SqlType.Number(6, 2))), Kept);
        grown.Query("INSERT INTO S.T VALUES ('abcde', 1234.56), (NULL, 1)");
        Assert.Throws<EngineException>(() => grown.Query("INSERT INTO S.T VALUES ('abcdef', 1)"));
        Assert.Equal("abc | 12.34\nabcde | 1234.56\n | 1.00", grown.Query("SELECT A, N FROM S.T ORDER BY A NULLS LAST").ToString());
    }

    [Fact]
    public void Column_that_the_model_has_no_more_stays_and_comes_back_with_its_values()
    {
        using (var pipeline = LocalPipeline.Open(OneTable(Text("A"), Required("B", SqlType.Text)), Kept)) pipeline.Query("INSERT INTO S.T VALUES ('a', 'b')");
        using (var pipeline = LocalPipeline.Open(OneTable(Text("A")), Kept)) pipeline.Query("INSERT INTO S.T (A) VALUES ('c')");
        using var again = LocalPipeline.Open(OneTable(Text("A"), Text("B")), Kept);
        Assert.Equal("a | b\nc |", again.Query("SELECT A, B FROM S.T ORDER BY A").ToString());
    }

    [Fact]
    public void Narrower_type_leaves_the_column_as_it_is()
    {
        using (var pipeline = LocalPipeline.Open(OneTable(Optional("A", SqlType.Varchar(5))), Kept)) pipeline.Query("INSERT INTO S.T VALUES ('abcde')");
        using var narrowed = LocalPipeline.Open(OneTable(Optional("A", SqlType.Varchar(3))), Kept);
        Assert.Equal("abcde", narrowed.Query("SELECT A FROM S.T").ToString());
    }

    [Fact]
    public void Renamed_column_keeps_its_values()
    {
        using (var pipeline = LocalPipeline.Open(OneTable(Text("A")), Kept)) pipeline.Query("INSERT INTO S.T VALUES ('a')");
        using var renamed = LocalPipeline.Open(OneTable(Text("B") with { FormerNames = ["A"] }), Kept);
        Assert.Equal("a", renamed.Query("SELECT B FROM S.T").ToString());
    }

    [Fact]
    public void Renamed_dimension_keeps_its_rows_and_gives_keys_after_its_last()
    {
        using (var run = new ShopRun(options: Kept)) run.Deliver("7,GOLD,2024-02-01 00:00:00\n", "1,7,10.50,2024-02-03 10:00:00\n");
        var renamed = CatalogJson.ReadManifest(CatalogJson.WriteManifest(Shop.Catalog).Replace("CURATED.DIM_CUSTOMER", "CURATED.DIM_CLIENT"));
        using var later = new ShopRun(new(renamed.Objects.Select(o => o is TableObject table && table.Name == Name("CURATED.DIM_CLIENT") ? table with { FormerNames = [Name("CURATED.DIM_CUSTOMER")] } : o).ToEquatableArray()), Kept);
        var report = later.Deliver("8,SILVER,2024-02-05 00:00:00\n", "2,8,1.00,2024-02-06 10:00:00\n");
        Assert.True(report.Succeeded, report.ToString());
        Assert.Equal("7 | 1\n8 | 1", later.Rows("CURATED.DIM_CLIENT WHERE CUSTOMER_KEY > 0 GROUP BY CUSTOMER_ID", "CUSTOMER_ID, COUNT(DISTINCT CUSTOMER_KEY)"));
        Assert.Equal("2", later.Rows("CURATED.DIM_CLIENT WHERE CUSTOMER_KEY > 0", "COUNT(DISTINCT CUSTOMER_KEY)"));
    }

    [Fact]
    public void Renamed_stream_goes_on_at_its_offset()
    {
        using (var pipeline = LocalPipeline.Open(Streamed(Text("A")), Kept))
        {
            Change(pipeline, "INSERT INTO S.T (A) VALUES ('pending')");
        }

        using var renamed = LocalPipeline.Open(Compiled(Schema("S"), Table("S.T", Text("A")), Stream("S.NEWS", "S.T") with { FormerNames = [Name("S.CHANGES")] }), Kept);
        Assert.Equal("pending", renamed.Query("SELECT A FROM S.NEWS").ToString());
    }

    [Fact]
    public void Days_of_a_calendar_get_what_it_says_of_them_now()
    {
        using (var run = new ShopRun(options: Kept)) run.Deliver(orders: "1,7,10.50,2024-02-03 10:00:00\n");
        var grown = With("CURATED.DIM_DATE", t => t is not CalendarObject calendar ? t : calendar with
        {
            Columns = [.. calendar.Columns, Required("FISCAL_YEAR", SqlType.Int32)],
            Query = Adding(calendar.Query, "FISCAL_YEAR", new Literal("2031", SqlType.Int32)),
        });
        using var later = new ShopRun(grown, Kept);
        Assert.Equal("2031 | 366", later.Rows("CURATED.DIM_DATE WHERE DATE_KEY > 0 GROUP BY FISCAL_YEAR", "FISCAL_YEAR, COUNT(*)"));
        Assert.Equal("0 | 3", later.Rows("CURATED.DIM_DATE WHERE DATE_KEY < 0 GROUP BY FISCAL_YEAR", "FISCAL_YEAR, COUNT(*)"));
    }

    [Fact]
    public void Members_that_stand_for_none_get_what_the_model_says_of_them_in_a_new_column()
    {
        string facts;
        using (var run = new ShopRun(options: Kept))
        {
            run.Deliver("7,GOLD,2024-02-01 00:00:00\n", "1,7,10.50,2024-02-03 10:00:00\n2,-1,2.00,2024-02-03 11:00:00\n");
            facts = run.Rows("CURATED.FACT_ORDERS", "*");
            Assert.Contains("| -1 |", facts);
        }

        var grown = With("CURATED.DIM_CUSTOMER", t => (DimensionObject)t with
        {
            Columns = [.. t.Columns, Optional("CITY", SqlType.Varchar(20)), Optional("NOTE", SqlType.Varchar(20))],
            UnknownMember = [new("SEGMENT", Literal.Text("NOBODY")), new("CITY", Literal.Text("NOWHERE"))],
        });
        using var later = new ShopRun(grown, Kept);
        Assert.Equal(
            "-3 | INVALID | NOWHERE |  | true\n-2 | NOT APPLICABLE | NOWHERE |  | true\n-1 | NOBODY | NOWHERE |  | true\n1 | GOLD |  |  | true",
            later.Rows("CURATED.DIM_CUSTOMER", "CUSTOMER_KEY, SEGMENT, CITY, NOTE, IS_CURRENT", "CUSTOMER_KEY"));

        // The stream by which the fact learns of members sees the change; no sale gets another key of it.
        Assert.True(later.Deliver().Succeeded);
        Assert.Equal(facts, later.Rows("CURATED.FACT_ORDERS", "*"));
        Assert.Equal("", later.Pipeline.Rows(Name("CURATED.DIM_CUSTOMER_FOR_FACT_ORDERS_STREAM")).ToString());
    }

    [Fact]
    public void Members_that_are_as_the_model_says_are_left_alone()
    {
        using (var run = new ShopRun(options: Kept)) run.Deliver("7,GOLD,2024-02-01 00:00:00\n");
        using var again = new ShopRun(options: Kept);
        Assert.Equal("", again.Pipeline.Rows(Name("CURATED.DIM_CUSTOMER_FOR_FACT_ORDERS_STREAM")).ToString());
    }

    public static TheoryData<Column, string> Refused => new()
    {
        { Required("A", SqlType.Varchar(3)), "the model says A Text(3,0) NOT NULL, the database A Text(3,0)" },
        { Optional("A", SqlType.Int32), "the model says A Number(10,0), the database A Text(3,0)" },
        { Required("B", SqlType.Text), "the model says B Text NOT NULL, the database has no such column, and its rows would have no value in it" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_would_lose_something_is_refused_and_nothing_is_altered(Column changed, string difference)
    {
        using (var pipeline = LocalPipeline.Open(Compiled(Schema("S"), Table("S.T", Optional("A", SqlType.Varchar(3))), Table("S.U", Text("X"))), Kept)) pipeline.Query("INSERT INTO S.T VALUES ('abc')");
        var error = Assert.Throws<EngineException>(() => LocalPipeline.Open(Compiled(Schema("S"), Table("S.U", Text("X"), Text("Y")), Table("S.T", [.. changed.Name == "A" ? [] : new[] { Optional("A", SqlType.Varchar(3)) }, changed])), Kept));
        Assert.Equal(
            $"S.T differs from the model's: {difference}. What would lose something isn't altered: start anew with --fresh, or name another file with --database.", error.Message);
        using var before = LocalPipeline.Open(Compiled(Schema("S"), Table("S.T", Optional("A", SqlType.Varchar(3))), Table("S.U", Text("X"))), Kept);
        Assert.Equal("X", string.Join(",", before.Query("SELECT * FROM S.U").Columns));
    }

    [Fact]
    public void Growth_that_is_cut_off_anywhere_leaves_the_table_as_it_was_and_goes_on_later()
    {
        using (var pipeline = LocalPipeline.Open(Streamed(Text("A")), Kept)) Change(pipeline, "INSERT INTO S.T (A) VALUES ('pending')");
        var grown = Streamed(Text("A"), Optional("B", SqlType.Varchar(5)));
        var cuts = 0;
        for (var cut = new CutOff(1); ; cut = new(cut.At + 1))
        {
            try
            {
                using var pipeline = LocalPipeline.Open(grown, Kept with { Interceptor = cut });
                Assert.Equal("pending |", pipeline.Query("SELECT A, B FROM S.CHANGES").ToString());
                break;
            }
            catch (CutOffException)
            {
                cuts++;
                using var before = LocalPipeline.Open(Streamed(Text("A")), Kept);
                Assert.Equal("pending", before.Query("SELECT A FROM S.CHANGES").ToString());
            }
        }

        Assert.True(cuts > 8, $"{cuts} statements were cut off");
    }

    [Fact]
    public void Table_without_rows_takes_any_new_column()
    {
        LocalPipeline.Open(OneTable(Text("A")), Kept).Dispose();
        using var grown = LocalPipeline.Open(OneTable(Text("A"), Required("B", SqlType.Text)), Kept);
        Assert.Throws<EngineException>(() => grown.Query("INSERT INTO S.T (A) VALUES ('a')"));
    }

    private static CompiledCatalog OneTable(params Column[] columns) => Compiled(Schema("S"), Table("S.T", columns));

    private static CompiledCatalog Streamed(params Column[] columns) => Compiled(Schema("S"), Table("S.T", columns), Stream("S.CHANGES", "S.T"));

    private static CompiledCatalog With(string name, Func<TableObject, TableObject> change) =>
        new(Shop.Catalog.Objects.Select(o => o is TableObject table && table.Name == Name(name) ? change(table) : o).ToEquatableArray());

    private static SelectQuery Adding(SelectQuery query, string column, Expression value) => query with { Columns = [.. query.Columns, new(column, value)] };

    // As a load does it: under the next change.
    private static void Change(LocalPipeline pipeline, string statement)
    {
        pipeline.Query("SET VARIABLE local_change = (SELECT LAST_CHANGE + 1 FROM LOCAL_ENGINE.STATE)");
        pipeline.Query(statement);
        pipeline.Query("UPDATE LOCAL_ENGINE.STATE SET LAST_CHANGE = LAST_CHANGE + 1");
    }

    private sealed class CutOffException : Exception;

    /// <summary>Ends the deployment before one of the statements that make the table anew.</summary>
    private sealed class CutOff(int at) : IStatementInterceptor
    {
        private int met;

        public int At { get; } = at;

        public void Before(string statement)
        {
            if ((statement.Contains("KEPT_ROWS", StringComparison.Ordinal) || statement.Contains("DEPLOYED", StringComparison.Ordinal)) && ++met == At) throw new CutOffException();
        }

        public void After(string statement)
        {
        }
    }
}
