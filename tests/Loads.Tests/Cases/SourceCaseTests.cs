using Loads.Tests.Histories;
using Pipeline.Sql;
using static Loads.Tests.Cases.CustomerLab;

namespace Loads.Tests.Cases;

/// <summary>The cases of sources: keys of several parts, types that compare badly, new columns, rebuilds, logs and files; each by its number, on rows.</summary>
public sealed class SourceCaseTests
{
    // Customers by a key of two parts, with a document that is tracked.
    private const string Parts = """
        [Schema] public sealed class Shop; [Warehouse] public sealed class Wh;
        [JsonFormat<Shop>] public sealed class Json;
        [Stage<Shop>("s3://shop/rows/"), Format<Json>] public sealed class RowFiles;
        [Table<Shop>, CopyFrom<RowFiles>] public sealed class Raw
        {
            public Variant Document { get; init; }
            [FromFile(FileFact.Name)] public string FileName { get; init; }
            [FromFile(FileFact.RowNumber)] public long FileRow { get; init; }
        }
        [Stream(Mode = StreamMode.AppendOnly)] public sealed class RawStream : Stream<Raw>;

        [Table<Shop>] public sealed class Events
        {
            [BusinessKey] public string Country { get; init; }
            [BusinessKey] public string Code { get; init; }
            [BusinessKey, Sequence] public DateTime At { get; init; }
            public string Segment { get; init; }
            public Variant? Traits { get; init; }
            [Load] static Query<Events> From(RawStream raw) => from r in raw
                select new Events
                {
                    Country = (r.Document["country"]?.AsString()).OrReject(), Code = (r.Document["code"]?.AsString()).OrReject(),
                    At = (r.Document["at"]?.AsDateTime()).OrReject(), Segment = r.Document["segment"]?.AsString() ?? "NONE", Traits = r.Document["traits"],
                };
        }
        [Stream] public sealed class EventsStream : Stream<Events>;

        [Dimension<Shop>(Scd.Type2)] public sealed class DimCustomer
        {
            [SurrogateKey] public long CustomerKey { get; init; }
            [BusinessKey] public string Country { get; init; }
            [BusinessKey] public string Code { get; init; }
            [Tracked] public string Segment { get; init; }
            [Tracked] public Variant? Traits { get; init; }
            [ValidFrom, Sequence] public DateTime ValidFrom { get; init; }
            [ValidTo] public DateTime? ValidTo { get; init; }
            [IsCurrent] public bool IsCurrent { get; init; }
            [Load] static Query<DimCustomer> From(EventsStream events) => from e in events
                select new DimCustomer { Country = e.Country, Code = e.Code, Segment = e.Segment, Traits = e.Traits, ValidFrom = e.At };
        }

        [RootTask<Shop, Wh>(EveryMinutes = 60)] public sealed class Start;
        [Task, After<Start>, Runs<Raw>, Runs<Events>, Runs<DimCustomer>] public sealed class Load;
        """;

    // Changes in the order of a binlog: by file and position, never by time.
    private const string Log = """
        [Schema] public sealed class Shop; [Warehouse] public sealed class Wh;
        [CsvFormat<Shop>(NullIf = [""])] public sealed class Csv;
        [Stage<Shop>("s3://shop/rows/"), Format<Csv>] public sealed class RowFiles;
        [Table<Shop>, CopyFrom<RowFiles>] public sealed class Raw
        {
            public string? Id { get; init; }
            public string? Price { get; init; }
            public string? Colour { get; init; }
            public string? HasColour { get; init; }
            public string? LogFile { get; init; }
            public string? LogPosition { get; init; }
            [FromFile(FileFact.Name)] public string FileName { get; init; }
            [FromFile(FileFact.RowNumber)] public long FileRow { get; init; }
        }
        [Stream(Mode = StreamMode.AppendOnly)] public sealed class RawStream : Stream<Raw>;

        [Table<Shop>] public sealed class Products
        {
            [BusinessKey] public string Id { get; init; }
            public string? Price { get; init; }
            [Sequence] public int LogFile { get; init; }
            [Sequence] public long LogPosition { get; init; }
            [Load] static Query<Products> From(RawStream raw) => from r in raw
                select new Products
                {
                    Id = r.Id.OrReject("no id"), Price = r.Price,
                    LogFile = Sql.TryToInt(r.LogFile).OrReject("no file"), LogPosition = Sql.TryToLong(r.LogPosition).OrReject("no position"),
                };
        }

        [RootTask<Shop, Wh>(EveryMinutes = 60)] public sealed class Start;
        [Task, After<Start>, Runs<Raw>, Runs<Products>] public sealed class Load;
        """;

    [Fact]
    public void Case08_An_append_only_stream_of_a_table_that_is_updated_is_told() => Assert.Contains(
        ModelText.Told(Log.Replace(
            "[RootTask<Shop, Wh>", "[Stream(Mode = StreamMode.AppendOnly)] public sealed class ProductsStream : Stream<Products>;\n[RootTask<Shop, Wh>", StringComparison.Ordinal)),
        d => d.StartsWith("PL0406 'ProductsStream'", StringComparison.Ordinal));

    [Fact]
    public void Case11_A_tie_is_decided_by_what_the_model_declares_and_is_counted()
    {
        using var lab = new LoadLab(Log.Replace("public string? Price { get; init; }\n    [Sequence] public int", "[TieBreak] public string? Price { get; init; }\n    [Sequence] public int", StringComparison.Ordinal));
        lab.Deliver("rows/#.csv", "ID,PRICE,LOG_FILE,LOG_POSITION", "a,9,1,100", "a,5,1,100");
        Assert.Equal("a | 9", lab.Rows("SELECT ID, PRICE FROM SHOP.PRODUCTS"));
        Assert.Equal("2 | 1 | 1", lab.Ledger("SHOP.PRODUCTS", "ROWS_READ, ROWS_LOADED, ROWS_DEDUPLICATED"));
    }

    [Theory]
    [InlineData("a,9,1,100", "a,5,1,100", false)]
    [InlineData("a,5,1,100", "a,9,1,100", false)]
    [InlineData("a,9,1,100", "a,5,1,100", true)]
    [InlineData("a,5,1,100", "a,9,1,100", true)]
    public void Case11_A_tie_is_decided_the_same_in_any_order_and_any_deliveries(string first, string second, bool isSplit)
    {
        using var lab = new LoadLab(Log.Replace("public string? Price { get; init; }\n    [Sequence] public int", "[TieBreak] public string? Price { get; init; }\n    [Sequence] public int", StringComparison.Ordinal));
        foreach (var rows in isSplit ? new[] { new[] { first }, [second] } : [[first, second]]) lab.Deliver("rows/#.csv", rows.Prepend("ID,PRICE,LOG_FILE,LOG_POSITION"));
        Assert.Equal("a | 9", lab.Rows("SELECT ID, PRICE FROM SHOP.PRODUCTS"));
        // Of two in one delivery one is counted as a duplicate; of two deliveries the later one is read, and writes nothing where it loses.
        Assert.Equal(isSplit ? "2 | 2 | 0" : "2 | 1 | 1", lab.Ledger("SHOP.PRODUCTS", "ROWS_READ, ROWS_LOADED, ROWS_DEDUPLICATED"));
        Assert.Equal(isSplit && first.StartsWith("a,5", StringComparison.Ordinal) ? "1 | 1" : "1 | 0", lab.Ledger("SHOP.PRODUCTS", "ROWS_INSERTED, ROWS_UPDATED"));
    }

    [Fact]
    public void Case18_Every_part_of_a_key_is_there_or_the_row_is_rejected()
    {
        using var lab = new LoadLab(Parts);
        lab.Deliver("rows/#.json", """{"country": "DE", "at": "2024-03-01T00:00:00Z"}""", """{"code": "1", "at": "2024-03-01T00:00:00Z"}""", """{"country": "DE", "code": "1", "at": "2024-03-01T00:00:00Z"}""");
        Assert.Equal("CODE\nCOUNTRY", lab.Rows("SELECT RULE FROM SHOP.REJECTED_EVENTS ORDER BY 1"));
        Assert.Equal("1", lab.Count("SHOP.DIM_CUSTOMER WHERE CUSTOMER_KEY > 0"));
    }

    [Fact]
    public void Case20_Keys_whose_parts_make_one_text_are_two_members()
    {
        using var lab = new LoadLab(Parts);
        lab.Deliver(
            "rows/#.json", """{"country": "a|b", "code": "c", "at": "2024-03-01T00:00:00Z"}""", """{"country": "a", "code": "b|c", "at": "2024-03-01T00:00:00Z"}""",
            """{"country": "a", "code": "", "at": "2024-03-01T00:00:00Z"}""", """{"country": "", "code": "a", "at": "2024-03-01T00:00:00Z"}""");
        Assert.Equal(" | a\na |\na | b|c\na|b | c", lab.Rows("SELECT COUNTRY, CODE FROM SHOP.DIM_CUSTOMER WHERE CUSTOMER_KEY > 0 ORDER BY 1, 2"));
    }

    [Fact]
    public void Case22_Documents_that_say_the_same_open_no_version_and_texts_are_compared_letter_by_letter()
    {
        using var lab = new LoadLab(Parts);
        string Event(string day, string segment, string traits) => $$"""{"country": "DE", "code": "1", "at": "2024-03-{{day}}T00:00:00Z", "segment": "{{segment}}", "traits": {{traits}}}""";
        lab.Deliver("rows/#.json", Event("01", "A", """{"x": 1, "y": [1, 2]}"""));
        lab.Deliver("rows/#.json", Event("02", "A", """{ "y":[1,2],  "x":1 }"""));
        Assert.Equal("1", lab.Count("SHOP.DIM_CUSTOMER WHERE CUSTOMER_KEY > 0"));

        // Another order of an array is another value; so is a blank at the end, and another case.
        lab.Deliver("rows/#.json", Event("03", "A", """{"x": 1, "y": [2, 1]}"""), Event("04", "A ", """{"x": 1, "y": [2, 1]}"""), Event("05", "a ", """{"x": 1, "y": [2, 1]}"""));
        Assert.Equal("4", lab.Count("SHOP.DIM_CUSTOMER WHERE CUSTOMER_KEY > 0"));
    }

    [Fact]
    public void Case22_A_time_is_compared_by_its_instant_whatever_its_zone()
    {
        using var lab = new LoadLab(Parts);
        lab.Deliver("rows/#.json", """{"country": "DE", "code": "1", "at": "2024-03-01T12:00:00+02:00"}""", """{"country": "DE", "code": "1", "at": "2024-03-01T10:00:00Z"}""");
        Assert.Equal("2024-03-01 10:00:00", lab.Rows("SELECT VALID_FROM FROM SHOP.DIM_CUSTOMER WHERE CUSTOMER_KEY > 0"));
    }

    [Fact]
    public void Case22_A_float_is_not_tracked() => Assert.Contains(
        ModelText.Findings(Parts.Replace("[Tracked] public string Segment", "[Tracked] public double Segment", StringComparison.Ordinal).Replace("Segment = e.Segment", "Segment = 0.5", StringComparison.Ordinal)), f => f.StartsWith("PL0321 'Segment' is a double", StringComparison.Ordinal));

    [Fact]
    public void Case28_A_rebuild_from_the_events_makes_good_what_was_damaged_and_keeps_the_keys()
    {
        using var run = new CustomerLab();
        run.Deliver(Event("7", "GOLD", null, "03-01"), Event("7", "SILVER", null, "03-05"), Event("8", "BRONZE", "Bonn", "03-02"), Event("9", "GOLD", null, "03-03"));
        run.Deliver(Event("9", "GOLD", null, "03-09", isDeleted: true));
        const string Versions = "CUSTOMER_KEY, CUSTOMER_ID, SEGMENT, CITY, VALID_FROM, VALID_TO, IS_CURRENT";
        var sound = run.Versions(Versions);

        foreach (var damage in new[]
        {
            "UPDATE CURATED.DIM_CUSTOMER SET SEGMENT = 'LEAD' WHERE CUSTOMER_ID = 7",
            "UPDATE CURATED.DIM_CUSTOMER SET VALID_TO = NULL, IS_CURRENT = TRUE WHERE CUSTOMER_ID = 9",
        }) run.Lab.Do(p => p.Query(damage));
        Assert.NotEqual(sound, run.Versions(Versions));

        run.Lab.Do(p => p.RecreateStream(new("STAGING", "FOR_DIM_STREAM"), showInitialRows: true));
        run.Lab.Run();
        Assert.Equal(sound, run.Versions(Versions));
    }

    [Fact]
    public void Case28_A_rebuild_brings_back_what_was_deleted_in_every_kind_of_dimension_and_writes_nothing_else()
    {
        using var run = new CustomerLab();
        run.Deliver(Event("7", "GOLD", "Ulm", "03-01"), Event("7", "SILVER", "Ulm", "03-05"), Event("8", "BRONZE", "Bonn", "03-02"));
        run.Deliver(Event("7", "BLACK", "Ulm", "03-09"), Event("8", "BRONZE", null, "03-10", isDeleted: true));
        (string Table, string Stream, string Lost)[] dimensions =
            [("DIM_CUSTOMER", "FOR_DIM_STREAM", "CUSTOMER_ID = 7 AND SEGMENT = 'SILVER'"), ("DIM_MARKED", "FOR_MARKED_STREAM", "IS_DELETED"), ("DIM_NOW", "FOR_NOW_STREAM", "CUSTOMER_ID = 7")];
        foreach (var (table, stream, lost) in dimensions)
        {
            var sound = run.Lab.Rows($"SELECT * EXCLUDE CUSTOMER_KEY FROM CURATED.{table} ORDER BY ALL");
            var kept = run.Lab.Rows($"SELECT * FROM CURATED.{table} WHERE CUSTOMER_KEY > 0 AND NOT ({lost}) ORDER BY ALL");
            Assert.NotEqual("0", run.Lab.Count($"CURATED.{table} WHERE CUSTOMER_KEY > 0 AND {lost}"));
            run.Lab.Do(p => p.Query($"DELETE FROM CURATED.{table} WHERE CUSTOMER_KEY > 0 AND {lost}"));

            run.Lab.Do(p => p.RecreateStream(new("STAGING", stream), showInitialRows: true));
            run.Lab.Run();
            Assert.Equal(sound, run.Lab.Rows($"SELECT * EXCLUDE CUSTOMER_KEY FROM CURATED.{table} ORDER BY ALL"));
            Assert.Equal(kept, run.Lab.Rows($"SELECT * FROM CURATED.{table} WHERE CUSTOMER_KEY > 0 AND NOT ({lost}) ORDER BY ALL"));
            Assert.Equal("1 | 0", run.Lab.Rows($"SELECT ROWS_INSERTED, ROWS_DELETED FROM PIPELINE.LOAD_RUNS WHERE TARGET = 'CURATED.{table}' ORDER BY STARTED_AT DESC LIMIT 1"));
        }
    }

    [Fact]
    public void Case28_A_backfill_of_a_range_makes_good_what_was_damaged_and_moves_no_stream()
    {
        using var run = new CustomerLab();
        run.Deliver(Event("7", "GOLD", null, "03-01"), Event("7", "SILVER", "Ulm", "03-05"), Event("8", "BRONZE", "Bonn", "03-02"), Event("9", "GOLD", null, "03-20"));
        run.Deliver(Event("7", "BLACK", "Ulm", "03-09"), Event("8", "BRONZE", null, "03-10", isDeleted: true));
        var sound = run.Versions("*");
        var marked = run.Lab.Rows("SELECT * FROM CURATED.DIM_MARKED ORDER BY ALL");
        run.Lab.Do(p => p.Query("UPDATE CURATED.DIM_CUSTOMER SET SEGMENT = 'LEAD', FIRST_CITY = 'Rome', FORMER_CITY = 'Rome', VALID_TO = VALID_TO + INTERVAL 1 DAY WHERE CUSTOMER_ID IN (7, 8)"));
        run.Lab.Do(p => p.Query("UPDATE CURATED.DIM_CUSTOMER SET SEGMENT = 'LEAD' WHERE CUSTOMER_ID = 9"));

        // One event of 7 and one of 8 lie in the range, none of 9.
        run.Lab.Do(p => Assert.Null(Assert.Single(p.Backfill(new("CURATED", "DIM_CUSTOMER"), new(new(2024, 3, 2), new DateTime(2024, 3, 6)))).Error));
        Assert.Equal(sound.Replace("| 9 | GOLD |", "| 9 | LEAD |", StringComparison.Ordinal), run.Versions("*"));
        run.Lab.Do(p => p.Backfill(new("CURATED", "DIM_MARKED"), new(new(2024, 1, 1))));
        Assert.Equal(marked, run.Lab.Rows("SELECT * FROM CURATED.DIM_MARKED ORDER BY ALL"));
        Assert.Equal("0", run.Lab.Count("STAGING.FOR_DIM_STREAM"));
    }

    [Fact]
    public void Case30_Two_open_versions_of_a_key_fail_the_load_and_nothing_is_loaded()
    {
        using var run = new CustomerLab();
        run.Deliver(Event("7", "GOLD", null, "03-01"), Event("8", "GOLD", null, "03-01"), Event("9", "GOLD", null, "03-01"));
        // As a run beside this one would leave it, had it not been kept out.
        run.Lab.Do(p => p.Query("INSERT INTO CURATED.DIM_CUSTOMER SELECT * REPLACE (CUSTOMER_KEY + 1000 AS CUSTOMER_KEY) FROM CURATED.DIM_CUSTOMER WHERE CUSTOMER_ID = 7"));
        run.Lab.Do(p => p.Query("INSERT INTO CURATED.DIM_CUSTOMER SELECT * REPLACE (CUSTOMER_KEY + 1000 AS CUSTOMER_KEY) FROM CURATED.DIM_CUSTOMER WHERE CUSTOMER_ID = 9"));
        var before = run.Versions("*");
        var error = run.TryDeliver(Event("7", "GOLD", "Bonn", "03-02"), Event("8", "GOLD", "Bonn", "03-02"), Event("9", "GOLD", "Bonn", "03-02"));
        const string Find = "SELECT held.CUSTOMER_ID FROM CURATED.DIM_CUSTOMER AS held WHERE held.IS_CURRENT GROUP BY held.CUSTOMER_ID HAVING COUNT(*) > 1";
        Assert.Equal(
            "CURATED.DIM_CUSTOMER: a key would have two open versions, so nothing was loaded; something else than this load has written to the table. "
                + $"They are found by {Find}; delete the one that is wrong, and run again. keys_open_twice = 2",
            error);
        Assert.Equal(error, run.Lab.Rows("SELECT ERROR_MESSAGE FROM PIPELINE.LOAD_RUNS WHERE STATUS = 'FAILED'"));
        Assert.Equal(before, run.Versions("*"));
        Assert.Equal("3", run.Lab.Count("STAGING.FOR_DIM_STREAM"));

        // The way out that the message says.
        Assert.Equal("7\n9", run.Lab.Rows(Find + " ORDER BY 1"));
        run.Lab.Do(p => p.Query("DELETE FROM CURATED.DIM_CUSTOMER WHERE CUSTOMER_KEY > 1000"));
        run.Lab.Run();
        Assert.Equal("7 | Bonn\n8 | Bonn\n9 | Bonn", run.Lab.Rows("SELECT CUSTOMER_ID, CITY FROM CURATED.DIM_CUSTOMER WHERE CUSTOMER_KEY > 0 AND IS_CURRENT ORDER BY 1"));
    }

    [Fact]
    public void Case30_Graphs_do_not_overlap_and_a_run_right_after_another_reads_nothing_of_its_rows()
    {
        var catalog = ModelText.Compile(CustomerModel.Classes);
        var root = ArtifactFiles.Render(catalog, catalog).Single(f => f.Path.EndsWith("tasks/ROOT.sql", StringComparison.Ordinal)).Text;
        Assert.Contains("ALLOW_OVERLAPPING_EXECUTION = FALSE", root, StringComparison.Ordinal);

        using var run = new CustomerLab();
        run.Deliver(Event("7", "GOLD", null, "03-01"));
        var before = run.Versions("*");
        run.Lab.Run();
        Assert.Equal(before, run.Versions("*"));
        run.Deliver(Event("7", "SILVER", null, "03-02"));
        Assert.Equal("2 | 2", run.Lab.Ledger("CURATED.DIM_CUSTOMER", "ROWS_READ, ROWS_LOADED"));
        Assert.Equal("1", run.Lab.Count("CURATED.DIM_CUSTOMER WHERE CUSTOMER_KEY > 0 AND IS_CURRENT"));
    }

    [Fact]
    public void Case32_Changes_are_ordered_by_file_and_position_of_the_log()
    {
        using var lab = new LoadLab(Log);
        lab.Deliver("rows/#.csv", "ID,PRICE,LOG_FILE,LOG_POSITION", "a,new,1000000,4", "a,old,999999,900", "b,one,7,10", "b,two,7,9");
        lab.Deliver("rows/#.csv", "ID,PRICE,LOG_FILE,LOG_POSITION", "a,late,999999,901", "b,three,7,11");
        Assert.Equal("a | new\nb | three", lab.Rows("SELECT ID, PRICE FROM SHOP.PRODUCTS ORDER BY 1"));
    }

    [Fact]
    public void Case32_A_value_that_an_image_leaves_out_is_told_from_a_null()
    {
        using var run = new CustomerLab();
        const string Header = "id,segment,city,email,name,channel,phone,fax,has_fax,is_deleted,minute";
        run.Lab.Deliver("rows/rows_#.csv", Header, "7,GOLD,,,,,,11,1,0,2024-03-01 00:00:00", "8,GOLD,,,,,,12,1,0,2024-03-01 00:00:00");
        run.Lab.Deliver("rows/rows_#.csv", Header, "7,SILVER,,,,,,,0,0,2024-03-02 00:00:00", "8,SILVER,,,,,,,1,0,2024-03-02 00:00:00");
        Assert.Equal("7 | 11\n8 |", run.Lab.Rows("SELECT CUSTOMER_ID, FAX FROM CURATED.DIM_CUSTOMER WHERE CUSTOMER_KEY > 0 AND IS_CURRENT ORDER BY 1"));
    }

    [Fact]
    public void Case33_A_file_that_comes_again_is_known_and_one_that_was_overwritten_is_a_new_version()
    {
        using var lab = new LoadLab(Log);
        lab.Deliver("rows/a.csv", "ID,PRICE,LOG_FILE,LOG_POSITION", "a,1,1,1", "b,1,1,2");
        lab.Deliver("rows/a.csv", "ID,PRICE,LOG_FILE,LOG_POSITION", "a,1,1,1", "b,1,1,2");
        Assert.Equal("2", lab.Count("SHOP.RAW"));
        lab.Deliver("rows/a.csv", "ID,PRICE,LOG_FILE,LOG_POSITION", "a,1,1,1", "b,2,1,3");
        Assert.Equal("a | 1\nb | 2", lab.Rows("SELECT ID, PRICE FROM SHOP.PRODUCTS ORDER BY 1"));
        // Each row that was read is loaded or known, also those that came twice.
        Assert.Equal("4 | 4", lab.Ledger("SHOP.PRODUCTS", "ROWS_READ, ROWS_LOADED + ROWS_DEDUPLICATED"));
        Assert.Equal("2 | 1", lab.Ledger("SHOP.PRODUCTS", "ROWS_INSERTED, ROWS_UPDATED"));
    }
}
