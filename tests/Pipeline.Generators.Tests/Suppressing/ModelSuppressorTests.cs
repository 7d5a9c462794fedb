using Microsoft.CodeAnalysis;
using Pipeline.Generators.Suppressing;

namespace Pipeline.Generators.Tests.Suppressing;

/// <summary>With warnings as errors, as the strictest house has them.</summary>
public sealed class ModelSuppressorTests
{
    [Fact]
    public void A_plain_table_compiles_without_a_warning() => Assert.Empty(Remaining("""
        [Schema] public sealed class Staging;
        public abstract class LandedRow { [LoadTime] public DateTime LoadedAt { get; init; } [FromFile(FileFact.Name)] public string FileName { get; init; } }
        [Table<Staging>] public sealed class StgStores : LandedRow { public string StoreId { get; init; } }
        """));

    [Fact]
    public void The_shape_of_a_document_and_the_row_of_a_query_need_no_constructor() => Assert.Empty(Remaining("""
        public sealed class Document { [FromField("id")] public string Id { get; init; } }
        public static class Totals
        {
            public static Query<Total> All(Query<Total> rows) => rows;
            public sealed class Total { public string StoreId { get; init; } }
        }
        """));

    [Fact]
    public void A_class_that_is_no_part_of_the_model_keeps_its_warning() =>
        Assert.Equal(["CS8618"], Remaining("public sealed class Settings { public string Path { get; set; } }"));

    [Fact]
    public void A_method_that_the_platform_calls_is_not_unused() => Assert.Empty(Remaining("""
        [Schema] public sealed class Staging;
        [Table<Staging>] public sealed class StgStores
        {
            public int StoreId { get; init; }
            [Expect(OnViolation.Warn)] static bool IsKnown(StgStores s) => s.StoreId > 0;
        }
        """));

    [Fact]
    public void A_method_that_nothing_calls_keeps_its_warning() => Assert.Equal(["IDE0051"], Remaining("""
        [Schema] public sealed class Staging;
        [Table<Staging>] public sealed class StgStores
        {
            public int StoreId { get; init; }
            static bool IsKnown(StgStores s) => s.StoreId > 0;
        }
        """));

    [Fact]
    public void A_class_that_stands_for_a_schema_is_not_unused() => Assert.Empty(Remaining("[Schema] internal sealed class Staging;"));

    [Fact]
    public void A_class_that_nothing_makes_keeps_its_warning() => Assert.Equal(["CA1812"], Remaining("internal sealed class Left;"));

    private static string[] Remaining(string model) =>
    [
        .. ModelText.Analyze(ModelText.Compile(model), new ModelSuppressor(), new UnusedCodeAnalyzer())
            .Where(d => !d.IsSuppressed && d.Severity >= DiagnosticSeverity.Warning).Select(d => d.Id).Distinct(),
    ];
}
