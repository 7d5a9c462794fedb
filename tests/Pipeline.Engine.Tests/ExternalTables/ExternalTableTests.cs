using Pipeline.Catalog;
using Pipeline.Engine.Database;
using Pipeline.Engine.Reports;
using static Pipeline.Engine.Tests.Tables;

namespace Pipeline.Engine.Tests.ExternalTables;

/// <summary>Facts of external tables: their rows are those of the files at the last refresh; a stream gives the rows of files that came and are still there.</summary>
public sealed class ExternalTableTests : IDisposable
{
    private static readonly DateTime Start = new(2024, 2, 1, 6, 0, 0);

    private readonly string folder = Directory.CreateTempSubdirectory("pipeline-external-").FullName;
    private LocalPipeline pipeline;
    private int runs;

    public ExternalTableTests() => pipeline = Open(autoRefresh: false);

    [Fact]
    public void New_file_is_seen_after_the_refresh_with_the_columns_of_its_path()
    {
        Write("prices/month=2024-01/acme/list.csv", "A1,2.50", "A2,3.00");
        Write("prices/month=2024-02/bolt/list.csv", "B1,9.90");
        pipeline.Deliver(folder, Start);
        Assert.Equal("", Prices());
        Refresh();
        Assert.Equal(Rows(
            "A1 | 2.50 | 2024-01-01 | acme | prices/month=2024-01/acme/list.csv | 1",
            "A2 | 3.00 | 2024-01-01 | acme | prices/month=2024-01/acme/list.csv | 2",
            "B1 | 9.90 | 2024-02-01 | bolt | prices/month=2024-02/bolt/list.csv | 1"), Prices());
        Assert.Equal("A1\nA2", pipeline.Query("SELECT SKU FROM LANDING.PRICES WHERE MONTH = DATE '2024-01-01' ORDER BY 1").ToString());
    }

    [Fact]
    public void Folder_that_is_no_month_gives_null()
    {
        Write("prices/month=soon/acme/list.csv", "A1,2.50");
        Write("prices/old/list.csv", "A2,3.00");
        Refresh();
        Assert.Equal("A1 |  | acme\nA2 |  | old", pipeline.Query("SELECT SKU, MONTH, SUPPLIER FROM LANDING.PRICES ORDER BY SKU").ToString());
    }

    [Fact]
    public void Stream_brings_each_file_once_however_often_the_table_is_refreshed()
    {
        Write("prices/month=2024-01/acme/list.csv", "A1,2.50");
        Refresh();
        Refresh();
        Assert.Equal("A1 | 2.50", Stream());
        Load();
        Assert.Equal("A1 | 2.50", Staged());
        Assert.Equal("", Stream());

        Refresh();
        Load();
        Assert.Equal("A1 | 2.50", Staged());

        Write("prices/month=2024-02/acme/list.csv", "A2,3.00");
        Refresh();
        Assert.Equal("A2 | 3.00", Stream());
        Load();
        Assert.Equal("A1 | 2.50\nA2 | 3.00", Staged());
    }

    [Fact]
    public void Deleted_file_takes_its_rows_from_the_table_and_gives_none_to_the_stream()
    {
        Write("prices/month=2024-01/acme/a.csv", "A1,2.50");
        Write("prices/month=2024-01/acme/b.csv", "A2,3.00");
        Refresh();
        Load();

        File.Delete(Path.Combine(folder, "prices/month=2024-01/acme/a.csv"));
        Refresh();
        Assert.Equal("A2", pipeline.Query("SELECT SKU FROM LANDING.PRICES").ToString());
        Assert.Equal("", Stream());
        Load();
        Assert.Equal("A1 | 2.50\nA2 | 3.00", Staged());
    }

    [Fact]
    public void File_that_came_and_went_between_two_reads_gives_no_rows()
    {
        Write("prices/month=2024-01/acme/a.csv", "A1,2.50");
        Write("prices/month=2024-01/acme/b.csv", "A2,3.00");
        Refresh();
        File.Delete(Path.Combine(folder, "prices/month=2024-01/acme/a.csv"));
        Refresh();
        Assert.Equal("A2 | 3.00", Stream());
    }

    [Fact]
    public void Overwritten_file_gives_all_of_its_rows_again_as_inserts()
    {
        Write("prices/month=2024-01/acme/list.csv", "A1,2.50", "A2,3.00");
        Refresh();
        Load();
        Write("prices/month=2024-01/acme/list.csv", "A1,2.50", "A2,3.10", "A3,1.00");
        Refresh();
        Assert.Equal(Rows("A1 | 2.50 | INSERT | false", "A2 | 3.10 | INSERT | false", "A3 | 1.00 | INSERT | false"),
            pipeline.Query("SELECT SKU, PRICE, \"METADATA$ACTION\", lower(\"METADATA$ISUPDATE\"::VARCHAR) FROM LANDING.PRICES_STREAM ORDER BY SKU").ToString());
        Assert.Equal("3", pipeline.Query("SELECT COUNT(*) FROM LANDING.PRICES").ToString());
    }

    [Fact]
    public void Overwritten_file_between_two_reads_gives_its_last_rows_alone()
    {
        Write("prices/month=2024-01/acme/list.csv", "A1,2.50");
        Refresh();
        Write("prices/month=2024-01/acme/list.csv", "A1,2.60");
        Refresh();
        Assert.Equal("A1 | 2.60", Stream());
    }

    [Fact]
    public void Load_that_fails_keeps_the_offset()
    {
        Write("prices/month=2024-01/acme/list.csv", "A1,2.50");
        Refresh();
        var failed = pipeline.RunTask(Name("ETL.LOAD"), Next(), new FailsAfterItWrote());
        Assert.Equal(RunStatus.Failed, failed.Status);
        Assert.Equal(("A1 | 2.50", ""), (Stream(), Staged()));
        Load();
        Assert.Equal(("", "A1 | 2.50"), (Stream(), Staged()));
    }

    [Fact]
    public void File_that_is_not_of_the_columns_types_stops_the_refresh_and_nothing_of_it_is_seen()
    {
        Write("prices/month=2024-01/acme/a.csv", "A1,2.50");
        Write("prices/month=2024-01/acme/b.csv", "A2,cheap");
        pipeline.Deliver(folder, Start);
        var report = pipeline.RunTask(Name("ETL.REFRESH"), Next(), null);
        Assert.Equal(
            "LANDING.PRICES: file prices/month=2024-01/acme/b.csv, row 1: 'cheap' is no NUMBER(12,2) for PRICE. Snowflake fails each query that reads the column; read the field as string? and convert it in a load, or mend the file.",
            report.Error);
        Assert.Equal("", Prices());

        Write("prices/month=2024-01/acme/b.csv", "A2,3.00");
        Refresh();
        Assert.Equal("A1 | 2.50\nA2 | 3.00", Stream());
    }

    [Fact]
    public void File_outside_of_the_folder_or_the_pattern_is_none_of_its()
    {
        Write("prices/month=2024-01/acme/list.txt", "A1,2.50");
        Write("prices_old/month=2024-01/acme/list.csv", "A2,2.50");
        Refresh();
        Assert.Equal("", Prices());
    }

    [Fact]
    public void Table_that_refreshes_itself_sees_files_as_they_come()
    {
        pipeline.Dispose();
        pipeline = Open(autoRefresh: true);
        Write("prices/month=2024-01/acme/list.csv", "A1,2.50");
        pipeline.Deliver(folder, Start);
        pipeline.Ingest(Start);
        Assert.Equal("A1 | 2.50", Stream());

        Write("prices/month=2024-01/acme/more.csv", "A2,3.00");
        pipeline.Deliver(folder, Start.AddHours(1));
        var report = pipeline.Run(Start.AddHours(1));
        Assert.Equal(("LANDING.PRICES", 1L), (report.Refreshes[0].Table.ToString(), report.Refreshes[0].Rows));
    }

    [Fact]
    public void Json_finds_its_fields_by_their_exact_names()
    {
        pipeline.Dispose();
        var format = new JsonFormatObject(Name("LANDING.FORMAT"), "Format");
        pipeline = Open(autoRefresh: false, format);
        Write("prices/month=2024-01/acme/list.csv", """{"Sku": "A1", "price": 2.5}""", """{"sku": "A2", "price": 3}""");
        Refresh();
        Assert.Equal(" | 3.00\nA1 | 2.50", pipeline.Query("SELECT SKU, PRICE FROM LANDING.PRICES ORDER BY SKU NULLS FIRST").ToString());
    }

    public void Dispose()
    {
        pipeline.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static LocalPipeline Open(bool autoRefresh, FileFormatObject? format = null)
    {
        format ??= new CsvFormatObject(Name("LANDING.FORMAT"), "Format") { SkipHeader = 1 };
        var month = Optional("MONTH", SqlType.Date) with { FromPath = new("month", 0, "YYYY-MM") };
        var supplier = Optional("SUPPLIER", SqlType.Text) with { FromPath = new(null, 1, null) };
        var staged = Table("STAGING.PRICES", Required("SKU", SqlType.Text, ColumnRoles.BusinessKey), Optional("PRICE", SqlType.Number(12, 2))) with
        {
            Loads =
            [
                new LoadDefinition("From", LoadMode.Merge, new SelectQuery(
                    [new("SKU", Make.Coalesce(Make.Column("prices", "SKU", SqlType.Text, nullable: true), Literal.Text("?"))), new("PRICE", Make.Column("prices", "PRICE", SqlType.Number(12, 2), nullable: true))])
                {
                    From = new StreamSource("prices", Name("LANDING.PRICES_STREAM")),
                })
                {
                    Driver = Name("LANDING.PRICES_STREAM"),
                    Streams = [Name("LANDING.PRICES_STREAM")],
                },
            ],
        };
        return LocalPipeline.Open(
            Compiled(
                Schema("LANDING"), Schema("STAGING"), format,
                new StageObject(Name("LANDING.FILES"), "Files", "s3://shop/") { Format = format.Name },
                new ExternalTableObject(Name("LANDING.PRICES"), "Prices",
                [
                    Optional("SKU", SqlType.Text) with { FromField = "Sku" }, Optional("PRICE", SqlType.Number(12, 2)) with { FromField = "price" }, month, supplier,
                    FromFile("FILE_NAME", SqlType.Text, FileFact.Name), FromFile("FILE_ROW", SqlType.Int64, FileFact.RowNumber),
                ], Name("LANDING.FILES"))
                {
                    Path = "prices/", Pattern = @".*\.csv", AutoRefresh = autoRefresh,
                },
                Tables.Stream("LANDING.PRICES_STREAM", "LANDING.PRICES", StreamMode.InsertOnly),
                staged,
                Root("ETL.ROOT"),
                Task("ETL.REFRESH", "ETL.ROOT", "ETL.ROOT", "LANDING.PRICES"),
                Task("ETL.LOAD", "ETL.ROOT", "ETL.REFRESH", "STAGING.PRICES")),
            new());
    }

    // The rows of a file belong to it by more than the columns that the model has.
    [Fact]
    public void Table_of_other_columns_is_not_altered()
    {
        var options = new LocalOptions { DatabaseFile = Path.Combine(folder, "local.duckdb") };
        CompiledCatalog Model(params Column[] columns)
        {
            var format = new CsvFormatObject(Name("LANDING.FORMAT"), "Format") { SkipHeader = 1 };
            return Compiled(Schema("LANDING"), format, new StageObject(Name("LANDING.FILES"), "Files", "s3://shop/") { Format = format.Name },
                new ExternalTableObject(Name("LANDING.PRICES"), "Prices", [.. columns], Name("LANDING.FILES")) { Path = "prices/" });
        }

        using (LocalPipeline.Open(Model(Optional("SKU", SqlType.Text)), options)) { }
        using (LocalPipeline.Open(Model(Optional("SKU", SqlType.Text)), options)) { }
        var problem = Assert.Throws<EngineException>(() => LocalPipeline.Open(Model(Optional("SKU", SqlType.Text), Optional("PRICE", SqlType.Text)), options));
        Assert.Equal("LANDING.PRICES has other columns than the model says. What an external table reads of its files isn't altered, here or on an account: "
            + "start anew with --fresh, or name another file with --database.", problem.Message);
    }

    private void Refresh()
    {
        pipeline.Deliver(folder, Start.AddMinutes(runs));
        Succeed("ETL.REFRESH");
    }

    private void Load() => Succeed("ETL.LOAD");

    private void Succeed(string task)
    {
        var report = pipeline.RunTask(Name(task), Next(), null);
        Assert.True(report.Status == RunStatus.Succeeded, report.Error);
    }

    private DateTime Next() => Start.AddMinutes(++runs);

    private string Prices() => pipeline.Query("SELECT SKU, PRICE, MONTH, SUPPLIER, FILE_NAME, FILE_ROW FROM LANDING.PRICES ORDER BY ALL").ToString();

    private string Stream() => pipeline.Query("SELECT SKU, PRICE FROM LANDING.PRICES_STREAM ORDER BY ALL").ToString();

    private string Staged() => pipeline.Query("SELECT SKU, PRICE FROM STAGING.PRICES ORDER BY ALL").ToString();

    private static string Rows(params string[] rows) => string.Join('\n', rows);

    private void Write(string path, params string[] rows)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, string.Join('\n', rows[0].StartsWith('{') ? rows : rows.Prepend("sku,price")));
    }

    private sealed class FailsAfterItWrote : IStatementInterceptor
    {
        private bool hasFailed;

        public void Before(string sql)
        {
        }

        public void After(string sql)
        {
            if (hasFailed || !(sql.StartsWith("MERGE INTO STAGING.PRICES", StringComparison.Ordinal) || sql.StartsWith("INSERT INTO STAGING.PRICES", StringComparison.Ordinal))) return;
            hasFailed = true;
            throw new EngineException("The load was made to fail.");
        }
    }
}
