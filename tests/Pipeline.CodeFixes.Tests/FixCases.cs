using Pipeline.CodeFixes.Alerts;
using Pipeline.CodeFixes.Baseline;
using Pipeline.CodeFixes.Cost;
using Pipeline.CodeFixes.Dimensions;
using Pipeline.CodeFixes.ExternalTables;
using Pipeline.CodeFixes.Facts;
using Pipeline.CodeFixes.Loads;
using Pipeline.CodeFixes.Names;
using Pipeline.CodeFixes.Stages;
using Pipeline.CodeFixes.Streams;
using Pipeline.CodeFixes.Tables;
using Pipeline.CodeFixes.Tasks;
using Pipeline.CodeFixes.Views;

namespace Pipeline.CodeFixes.Tests;

/// <summary>Each fix with the exact code that it gives.</summary>
internal static class FixCases
{
    public static readonly IReadOnlyList<FixCase> All =
    [
        new(new SayWhatItWas(), "PL0820", "[Table<Shop>] public sealed class Products", "[Table<Shop>, RenamedFrom(\"Items\")] public sealed class Products"),
        new(new SayWhatItWas(), "PL0821", "public decimal? UnitPrice", "[RenamedFrom(\"Price\")] public decimal? UnitPrice"),
        new(new LetItTakeNull(), "PL0822", "public string Name", "public string? Name"),
        new(new LetItTakeNull(), "PL0825", "public string Shelf", "public string? Shelf"),
        new(new SayWhatItWas(), "PL0826", "[Stream] public sealed class ItemEvents", "[Stream, RenamedFrom(\"ItemChanges\")] public sealed class ItemEvents"),
        new(new RemoveTheAttribute(), "PL0104", "[Table<Shop>, View<Shop>]", "[Table<Shop>]"),
        new(new LeaveOutTheSchema(), "Name = \"SHOP.STORES\"", "Name = \"STORES\""),
        new(new WriteInCapitals(), "Name = \"Sales\"", "Name = \"SALES\"")
        {
            Code = "[Schema] public sealed class Shop;\n[Table<Shop>(Name = \"Sales\")] public sealed class Sold { public string Id { get; init; } }\n",
        },
        new(new CountAllDigits(), "[Number(2, 4)]", "[Number(6, 4)]"),
        new(new RemoveTheAttribute(), "PL0205", "{ [Varchar(0)] public", "{ public"),
        new(new RemoveTheAttribute(), "PL0206", "{ [Varchar(10)] public", "{ public"),
        new(new RemoveTheAttribute(), "PL0305", "[SurrogateKey] public long Number", "public long Number"),
        new(new RemoveTheAttribute(), "PL0309", "{ [Grain] public string Id", "{ public string Id"),
        new(new RemoveTheAttribute(), "PL0764", "{ [BusinessKey] public", "{ public") { Code = Files("{ [BusinessKey] public string? Sku { get; init; } }") },
        new(new LetFilesLackIt(), "PL0764", "public string Sku", "public string? Sku") { Code = Files("{ public string Sku { get; init; } }") },
        new(new SayTheNearestNumber(), "PL0210", "RetentionDays = 365", "RetentionDays = 90"),
        new(new SayTheNearestNumber(), "PL0505", "Retries = 100", "Retries = 30"),
        new(new WidenToTheLongestName(), "[Varchar(5)]", "[Varchar(9)]"),
        new(new KeepADay(), "PL0211", "RetentionDays = 7", "RetentionDays = 1"),
        new(new KeepADay(), "PL0771", "RetentionDays = 7", "RetentionDays = 1"),
        new(new GiveItInit(), "Name { get; }", "Name { get; init; }"),
        new(new AppendItsRows(), "[Load]", "[Load(LoadMode.Append)]"),
        new(new SayThatStatesAreObserved(), "[Dimension<Shop>(Scd.Type2)]", "[Dimension<Shop>(Scd.Type2, History = History.Observed)]"),
        new(new TurnTheDaysAround(), "(\"2024-01-01\", \"2023-12-31\")", "(\"2023-12-31\", \"2024-01-01\")"),
        new(new MakeItADecimal(), "PL0304", "[BusinessKey] public double", "[BusinessKey, Number(18, 6)] public decimal"),
        new(new GiveTheRoleItsType(), "[SurrogateKey] public string", "[SurrogateKey] public long"),
        new(new GiveTheKeysType(), "public int StoreKey", "public long StoreKey"),
        new(new InferMissingMembers(), "[Grain, ForeignKey<DimItem>]", "[Grain, ForeignKey<DimItem>(Missing = Missing.Infer)]"),
        new(new MeasureNothing(), "    [Measure] public int Days", "    public int Days"),
        new(new MakeItADecimal(), "PL0315", "[Measure] public double", "[Measure, Number(18, 6)] public decimal"),
        new(new MakeItADecimal(), "PL0321", "[Tracked] public double", "[Tracked, Number(18, 6)] public decimal"),
        new(new CloseDeletedMembers(), "Deletes.Remove", "Deletes.Close"),
        new(new LetTheFormerValueBeMissing(), "public string FormerCity", "public string? FormerCity"),
        new(new DeclareAStreamForThisLoad(),
            "[Table<Shop>] public sealed class Stores\n{\n    [BusinessKey] public string Id { get; init; }\n    [Load] static Query<Stores> From(RawStream raw)",
            "[Stream(Mode = StreamMode.AppendOnly)] public sealed class RawForStoresStream : Stream<Raw>;\n"
            + "[Table<Shop>] public sealed class Stores\n{\n    [BusinessKey] public string Id { get; init; }\n    [Load] static Query<Stores> From(RawForStoresStream raw)"),
        new(new RejectRowsWithout(), "Name = r.Name }", "Name = r.Name.OrReject() }")
        {
            Code = """
                [Schema] public sealed class Shop;
                [Table<Shop>] public sealed class Raw { public string? Id { get; init; } public string? Name { get; init; } }
                [Stream(Mode = StreamMode.AppendOnly)] public sealed class RawStream : Stream<Raw>;
                [Table<Shop>] public sealed class Stores
                {
                    [BusinessKey] public string Id { get; init; }
                    public string Name { get; init; }
                    [Load] static Query<Stores> From(RawStream raw) => from r in raw select new Stores { Id = r.Id.OrReject(), Name = r.Name };
                }

                """,
        },
        new(new ShowEveryChange(), "[Stream(Mode = StreamMode.AppendOnly)] public sealed class SalesStream", "[Stream] public sealed class SalesStream"),
        new(new KeepTheirKeys(), "FactKind.Event)", "FactKind.Event, Rekey = Rekey.Never)"),
        new(new BeginWithAnything(), "@\"sales_", "@\".*sales_"),
        new(new EndWithASlash(), "PL0761", "Path = \"prices\"", "Path = \"prices/\""),
        new(new ListenToNewFiles(), "[ExternalTable<Shop, Suppliers>]", "[ExternalTable<Shop, Suppliers>(AutoRefresh = true)]"),
        new(new EndWithASlash(), "PL0421", "\"s3://shop/sales\"", "\"s3://shop/sales/\""),
        new(new EncloseByQuotes(), ", EnclosedBy = '|')", ")"),
        new(new RemoveTheAttribute(), "PL0431", ", Runs<RawClicks>", ""),
        new(new SayTheZone(), "\"10 6 * *\"", "\"10 6 * * * UTC\"") { Code = Root("Cron = \"10 6 * * *\""), From = "\"10 6 * * *\"" },
        new(new RunItHourly(), "PL0502", "[RootTask<Shop, Wh>] public sealed class Nightly", "[RootTask<Shop, Wh>(EveryMinutes = 60)] public sealed class Nightly"),
        new(new RunItHourly(), "PL0768", "[RootTask<Shop, Wh>] public sealed class OnFiles", "[RootTask<Shop, Wh>(EveryMinutes = 60)] public sealed class OnFiles"),
        new(new StandApart(), "[Finalizer<Hourly>, After<Load>]", "[Finalizer<Hourly>]"),
        new(new DoNotWait(), "After<Hourly>, After<Second>", "After<Hourly>"),
        new(new RunOneByOne(), ", Overlap = Overlap.All", ""),
        new(new RemoveTheAttribute(), "PL0511", ", Runs<Sales>] public sealed class LoadSalesToo", "] public sealed class LoadSalesToo"),
        new(new WaitForIt(), "WhenLoaded<WriteLog>", "WhenLoaded<WriteLog>, After<WriteLog>"),
        new(new IgnoreTheCulture(), "s.Name.ToUpper()", "s.Name.ToUpperInvariant()"),
        new(new RefreshInFull(), "PL0781", "LagMinutes = 60)", "LagMinutes = 60, Refresh = RefreshMode.Full)"),
        new(new RefreshInFull(), "PL0604", "RefreshMode.Incremental", "RefreshMode.Full"),
        new(new GiveItALag(), "Downstream = true", "LagMinutes = 60"),
        new(new EvaluateItHourly(), "PL0830", "EveryMinutes = 5)", "EveryMinutes = 60)"),
        new(new EvaluateItHourly(), "PL0830", "Cron = \"*/5 * * * * UTC\"", "EveryMinutes = 60")
        {
            Of = "a cron expression",
            Code = """
                [Schema] public sealed class Shop;
                [Warehouse] public sealed class Wh;
                [EmailChannel("ops@shop.example")] public sealed class Mail;
                [Alert<Shop, Wh>(Cron = "*/5 * * * * UTC"), Notifies<Mail>]
                public sealed class FailedTasks
                {
                    [Alarms] static Query<Alarm> Found(Query<TaskHistory> tasks) => from t in tasks where t.State == "FAILED" select new Alarm { Subject = t.Name, Message = "a task failed" };
                }

                """,
        },
        new(new EvaluateItHourly(), "PL0710", "[Alert<Shop, Wh>, ", "[Alert<Shop, Wh>(EveryMinutes = 60), "),
        new(new AllowAsManyClusters(), "MaxClusters = 2", "MaxClusters = 3"),
        new(new SuspendAfterAMinute(), "AutoSuspendSeconds = 0", "AutoSuspendSeconds = 60"),
        new(new StartPastTheHour(), "\"0 4 ", "\"7 4 "),
        new(new StartPastTheHour(), "\"*/15 * * * * UTC\"", "\"7-59/15 * * * * UTC\"") { Code = Root("Cron = \"*/15 * * * * UTC\""), Of = "a step" },
        new(new ClusterByTheFirstFour(), ", \"E\"]", "]"),
    ];

    private static string Files(string body) => $$"""
        [Schema] public sealed class Shop;
        [StorageIntegration(RoleArn = "arn:aws:iam::1:role/shop", AllowedLocations = ["s3://shop/"])] public sealed class S3;
        [CsvFormat<Shop>(SkipHeader = 1)] public sealed class Csv;
        [Stage<Shop>("s3://shop/"), Through<S3>, Format<Csv>] public sealed class Suppliers;
        [ExternalTable<Shop, Suppliers>(AutoRefresh = true)] public sealed class Prices {{body}}

        """;

    private static string Root(string schedule) => $$"""
        [Schema] public sealed class Shop;
        [Warehouse] public sealed class Wh;
        [RootTask<Shop, Wh>({{schedule}})] public sealed class Daily;

        """;
}
