using Microsoft.CodeAnalysis;
using Pipeline.Generators.Tests.Queries;

namespace Pipeline.Generators.Tests.Rules;

/// <summary>What Snowflake takes and then does otherwise than meant, or refuses for a reason that is one word long.</summary>
public sealed class MeantOtherwiseTests
{
    private const string Flow = """
        #pragma warning disable CS8618
        [Warehouse] public sealed class Wh;
        [RootTask<Shop, Wh>(EveryMinutes = 60)] public sealed class Hourly;
        [Table<Shop>] public sealed class Totals
        {
            [BusinessKey] public string StoreId { get; init; }
            public long Lines { get; init; }
            [Load] static Query<Totals> From(SaleStream sales) => from s in sales group s by s.StoreId into g select new Totals { StoreId = g.Key, Lines = g.Count() };
        }
        [Stream] public sealed class TotalsStream : Stream<Totals>;
        [Table<Shop>] public sealed class Large
        {
            [BusinessKey] public string StoreId { get; init; }
            [Load] static Query<Large> From(TotalsStream totals) => from t in totals where t.Lines > 10 select new Large { StoreId = t.StoreId };
        }
        [DynamicTable<Shop, Wh>] public sealed class Largest { public string StoreId { get; init; } [Define] static Query<Largest> Of(Query<Large> large) => from l in large select new Largest { StoreId = l.StoreId }; }
        """;

    [Theory]
    [InlineData("Runs<Totals>, Runs<Large>, Runs<Largest>", "")]
    [InlineData("Runs<Large>, Runs<Totals>, Runs<Largest>", "Runs<Large>")]
    [InlineData("Runs<Largest>, Runs<Totals>, Runs<Large>", "Runs<Largest>")]
    public void Task_runs_what_is_read_before_what_reads_it(string runs, string place) => Assert.Equal(
        place.Length == 0 ? [] : [place], Places("PL0840", Flow + $"[Task, After<Hourly>, {runs}] public sealed class LoadAll;"));

    [Theory]
    [InlineData("Query<Sale>", "(LoadMode.Replace)", false)]
    [InlineData("SaleStream", "(LoadMode.Replace)", true)]
    [InlineData("SaleStream", "(LoadMode.Append)", false)]
    public void Table_is_not_replaced_by_changes(string source, string mode, bool isTold) => Assert.Equal(isTold ? 1 : 0, Places("PL0842", $$"""
        [Table<Shop>] public sealed class Ids { [BusinessKey] public string Id { get; init; } [Load{{mode}}] static Query<Ids> From({{source}} sales) => from s in sales select new Ids { Id = s.OrderId }; }
        """).Count);

    [Theory]
    [InlineData("from s in sales.Take(3) select new Ids { Id = s.OrderId }", true)]
    [InlineData("from s in sales.OrderBy(s => s.SoldAt).Skip(1).Where(s => s.Line > 1) select new Ids { Id = s.OrderId }", true)]
    [InlineData("from s in sales where customers.OrderBy(c => c.CustomerId).FirstOrDefault()!.CustomerId == s.Line select new Ids { Id = s.OrderId }", false)]
    [InlineData("from s in sales.LatestBy(s => s.OrderId, s => s.Line) select new Ids { Id = s.OrderId }", false)]
    public void Load_that_takes_a_part_of_its_stream_is_told(string query, bool isTold) => Assert.Equal(isTold ? 1 : 0, Places("PL0841", $$"""
        [Table<Shop>(Deletes = Deletes.Ignore)] public sealed class Ids { [BusinessKey] public string Id { get; init; } [Load] static Query<Ids> From(SaleStream sales, Query<Customer> customers) => {{query}}; }
        """).Count);

    [Theory]
    [InlineData("s.Price", true)]
    [InlineData("s.Price ?? 0", true)]
    [InlineData("s.Line > 1 ? s.Price : 0", true)]
    [InlineData("s.Price * s.Line", false)]
    [InlineData("s.Line", false)]
    public void Rate_is_added_up_by_what_it_is_the_rate_of(string value, bool isTold) => Assert.Equal(isTold ? 1 : 0, Places("PL0333", $$"""
        [Fact<Shop>(FactKind.Transaction)] public sealed class FactSales { [Grain] public string Id { get; init; } [Measure] public int Line { get; init; } [Measure(Additivity.NonAdditive), Number(12, 2)] public decimal? Price { get; init; } }
        [View<Shop>] public sealed class All { [Number(38, 2)] public decimal? Total { get; init; } [Define] static Query<All> Of(Query<FactSales> sales) => from s in sales group s by 1 into g select new All { Total = g.Sum(s => {{value}}) }; }
        """).Count);

    [Theory]
    [InlineData("UTC", false)]
    [InlineData("America/Argentina/Buenos_Aires", false)]
    [InlineData("europe/berlin", true)]
    [InlineData("Europe/Munich", true)]
    public void Zone_of_a_schedule_is_known(string zone, bool isTold) => Assert.Equal(
        isTold ? 1 : 0, Places("PL0843", $"[Warehouse] public sealed class Wh; [RootTask<Shop, Wh>(Cron = \"7 * * * * {zone}\")] public sealed class Nightly;").Count);

    [Fact]
    public void Zone_of_a_function_is_known() => Assert.Single(Places("PL0843", """
        [View<Shop>] public sealed class Local { public DateTime At { get; init; } [Define] static Query<Local> Of(Query<Sale> sales) => from s in sales select new Local { At = Sql.ConvertTimeZone("UTC", "CEST", s.SoldAt) }; }
        """));

    [Theory]
    [InlineData("Sql.IsRoleInSession(\"boss\")", true)]
    [InlineData("Sql.IsRoleInSession(\"BOSS\")", false)]
    [InlineData("Sql.CurrentUser() == \"anna\"", true)]
    [InlineData("Sql.CurrentUser() == region", false)]
    public void Name_of_a_role_is_written_as_Snowflake_keeps_it(string asked, bool isTold) => Assert.Equal(isTold ? 1 : 0, Places("PL0844", $$"""
        [Role] public sealed class Boss;
        [RowAccessPolicy<Shop>] public sealed class Filter { [Allow] static bool May(string region) => {{asked}} || region == "ALL"; }
        """).Count);

    [Theory]
    [InlineData("https://bucket/rows/", true)]
    [InlineData("gs://bucket/rows/", true)]
    [InlineData("gcs://bucket/rows/", false)]
    [InlineData("azure://account.blob.core.windows.net/rows/", false)]
    [InlineData("${root}/rows/", false)]
    public void Place_of_a_stage_is_in_a_cloud(string url, bool isTold) => Assert.Equal(isTold ? 1 : 0, Places("PL0845", $"[CsvFormat<Shop>] public sealed class Csv; [Stage<Shop>(\"{url}\"), Format<Csv>] public sealed class Files;").Count);

    [Theory]
    [InlineData("join o in all on s.OrderId equals o.OrderId", true)]
    [InlineData("join o in all.Optional() on s.OrderId equals o.OrderId", true)]
    [InlineData("join o in all on (s.OrderId, s.Line) equals (o.OrderId, o.Line)", false)]
    [InlineData("join o in all on s.OrderId equals o.OrderId where o.Line == 1", false)]
    [InlineData("join o in all.LatestBy(o => o.OrderId, o => (o.SoldAt, o.Line)) on s.OrderId equals o.OrderId", false)]
    [InlineData("join c in customers on s.CustomerId equals c.CustomerId", false)]
    public void Join_of_a_load_finds_one_row(string join, bool isTold) => Assert.Equal(isTold ? 1 : 0, Places("PL0847", $$"""
        [Table<Shop>] public sealed class Ids
        {
            [BusinessKey] public string Id { get; init; }
            [BusinessKey] public int Line { get; init; }
            [Load] static Query<Ids> From(SaleStream sales, Query<Sale> all, Query<Customer> customers) => from s in sales {{join}} select new Ids { Id = s.OrderId, Line = s.Line };
        }
        """).Count);

    [Theory]
    [InlineData("[Previous(nameof(City))] public string? Former", 0)]
    [InlineData("[Previous(\"Town\")] public string? Former", 1)]
    [InlineData("[Original(\"Town\")] public string Former", 1)]
    [InlineData("[Previous(nameof(City))] public int? Former", 1)]
    public void Column_shows_a_value_of_one_that_is_there(string column, int told)
    {
        var model = $$"""
            [Dimension<Shop>(Scd.Type1, Deletes = Deletes.Ignore)] public sealed class DimStore
            {
                [SurrogateKey] public long Key { get; init; }
                [BusinessKey] public string Id { get; init; }
                public string City { get; init; }
                {{column}} { get; init; }
                [Load] static Query<DimStore> From(SaleStream sales) => from s in sales select new DimStore { Id = s.StoreId, City = s.OrderId };
            }
            """;
        Assert.Equal(told, Places("PL0323", model).Count);
        Assert.Empty(Places("PL0602", model));
    }

    [Theory]
    [InlineData("north/2024/", false)]
    [InlineData("/north/", false)]
    [InlineData("${folder}/day=1/", false)]
    [InlineData("north ward/", true)]
    [InlineData("s3://bucket/north/", true)]
    [InlineData("a--b/", true)]
    public void Path_below_a_stage_can_be_written(string path, bool isTold) => Assert.Equal(isTold ? 1 : 0, Places("PL0846", $$"""
        [CsvFormat<Shop>] public sealed class Csv; [Stage<Shop>("s3://b/"), Format<Csv>] public sealed class Files;
        [Table<Shop>, CopyFrom<Files>(Path = "{{path}}")] public sealed class Landed { public string? Id { get; init; } }
        """).Count);

    [Theory]
    [InlineData("a@example.com", false)]
    [InlineData("${mail}", false)]
    [InlineData("ops.example.com", true)]
    [InlineData("@example.com", true)]
    public void Recipient_is_an_address(string recipient, bool isTold) => Assert.Equal(isTold ? 1 : 0, Places("PL0711", $"[EmailChannel(\"{recipient}\")] public sealed class Mail;").Count);

    [Theory]
    [InlineData("FileFact.RowNumber", "string", true)]
    [InlineData("FileFact.RowNumber", "int", false)]
    [InlineData("FileFact.Name", "int", true)]
    [InlineData("FileFact.LastModified", "DateOnly", true)]
    [InlineData("FileFact.LastModified", "DateTime?", false)]
    public void What_a_file_says_has_its_type(string fact, string type, bool isTold) => Assert.Equal(isTold ? 1 : 0, Places("PL0306", $"[Table<Shop>] public sealed class Landed {{ [FromFile({fact})] public {type} Told {{ get; init; }} }}").Count);

    [Fact]
    public void View_of_a_stream_is_told() => Assert.Equal(["Of"], Places("PL0203", """
        [View<Shop>] public sealed class Changed { public string Id { get; init; } [Define] static Query<Changed> Of(SaleStream sales) => from s in sales select new Changed { Id = s.OrderId }; }
        """));

    [Fact]
    public void Column_of_a_cluster_is_named_once() => Assert.Single(Places("PL0209", "[Table<Shop>(ClusterBy = [nameof(Id), nameof(Id)])] public sealed class Ids { [BusinessKey] public string Id { get; init; } }"));

    [Fact]
    public void Table_with_a_mask_has_no_materialized_view_whatever_it_shows() => Assert.Single(Places("PL0755", """
        [Role(RunsLoads = true)] public sealed class Runner;
        [MaskingPolicy<Shop>] public sealed class Hide : IMask<string> { public static string Mask(string value) => Sql.IsRoleInSession<Runner>() ? value : "*"; }
        [Table<Shop>] public sealed class People { [BusinessKey] public int Id { get; init; } [Masked<Hide>] public string Name { get; init; } }
        [MaterializedView<Shop>] public sealed class Ids { public int Id { get; init; } [Define] static Query<Ids> Of(Query<People> people) => from p in people select new Ids { Id = p.Id }; }
        """));

    private static List<string> Places(string rule, string model) => [.. ModelText.Analyze(ModelText.Compile(QueryText.Tables, "#pragma warning disable CS8618\n" + model), new ModelAnalyzer())
        .Where(d => d.Id == rule).Select(d => d.Location.SourceTree!.GetText().ToString(d.Location.SourceSpan))];
}
