using Microsoft.CodeAnalysis;

namespace Pipeline.Generators.Tests.Queries;

/// <summary>What is wrong with a query is said all at once, each thing where it stands.</summary>
public sealed class ProblemTests
{
    [Fact]
    public void All_that_is_wrong_is_said_at_once() => Assert.Equal(
        [
            "PL0403 Note = s.Note",
            "PL0403 Twice = s.Discount.Value * 2",
            "PL0601 s.Note.ToUpper()",
            "PL0601 s.StoreId.Normalize()",
        ],
        Problems("string Upper, string Note, decimal Twice, string Id", """
        from s in sales
        where s.StoreId.Normalize() == "x"
        select new Row { Upper = s.Note.ToUpper(), Note = s.Note, Twice = s.Discount.Value * 2, Id = s.OrderId }
        """));

    [Fact]
    public void What_follows_from_a_broken_value_stays_silent() => Assert.Equal(
        ["PL0601 s.StoreId.Normalize()"],
        Problems("string A, string B, int C", """
        from s in sales
        let clean = s.StoreId.Normalize()
        let longer = clean + "x"
        where clean != "y"
        select new Row { A = clean, B = longer.Trim(), C = clean.Length }
        """));

    [Fact]
    public void Mark_of_a_position_that_is_carried_on_is_the_platform_s_to_set() => Assert.Empty(CompiledModel.Of(QueryText.Tables, """
        #pragma warning disable CS8618
        [Calendar<Shop>("2024-01-01", "2024-12-31")] public sealed class DimDay
        {
            [SurrogateKey] public long DayKey { get; init; }
            [BusinessKey] public DateOnly Day { get; init; }
            [Define] internal static DimDay Of(DateOnly day) => new() { DayKey = day.Year * 10_000 + day.Month * 100 + day.Day, Day = day };
        }
        [Fact<Shop>(FactKind.PeriodicSnapshot, CarryForward = true)] public sealed class FactStock
        {
            [Grain, Period] public DateOnly Day { get; init; }
            [ForeignKey<DimDay>(Missing = Missing.Reject)] public long DayKey { get; init; }
            [Grain] public string OrderId { get; init; }
            [Measure(Additivity.SemiAdditive)] public int Line { get; init; }
            [IsCarried] public bool IsCarried { get; init; }
            [Load] internal static Query<FactStock> From(SaleStream sales, Query<DimDay> days) =>
                from s in sales
                select new FactStock { Day = DateOnly.FromDateTime(s.SoldAt), DayKey = days.KeyOf(d => d.Day == DateOnly.FromDateTime(s.SoldAt)), OrderId = s.OrderId, Line = s.Line };
        }
        """).Findings());

    [Fact]
    public void Missing_columns_are_said_where_the_row_is_made() => Assert.Equal(
        ["PL0401 new Row"], Problems("string A, string B", "from s in sales select new Row { A = s.OrderId }"));

    [Fact]
    public void Null_is_said_at_the_assignment_also_behind_a_step() => Assert.Equal(
        ["PL0403 A = s.Note"], Problems("string A", "(from s in sales orderby s.Line select new Row { A = s.Note }).Take(3).Where(r => r.A != \"x\").Distinct()"));

    [Theory]
    [InlineData("decimal Price", "[Number(12, 1)]", "s.Amount", "'Price' is NUMBER(12,1) and gets NUMBER(12,2); digits after the point would be lost")]
    [InlineData("decimal Price", "[Number(8, 2)]", "s.Amount", "'Price' is NUMBER(8,2) and gets NUMBER(12,2); digits before the point may be lost")]
    [InlineData("decimal Price", "[Number(12, 2)]", "s.Amount * 1.5m", "'Price' is NUMBER(12,2) and gets NUMBER(14,3)")]
    [InlineData("decimal Price", "[Number(12, 2)]", "s.Amount / 3", "'Price' is NUMBER(12,2) and gets NUMBER(18,8)")]
    [InlineData("decimal Price", "[Number(4, 2)]", "12.345m", "'Price' is NUMBER(4,2) and gets NUMBER(5,3)")]
    [InlineData("string Text", "[Varchar(3)]", "\"LONG\"", "'Text' is VARCHAR(3) and gets a text of 4 characters")]
    [InlineData("string Text", "[Varchar(30)]", "Guid.Empty.ToString()", "'Text' is VARCHAR(30) and gets a text of 36 characters")]
    public void Value_that_does_not_fit_names_both_types(string column, string attribute, string value, string message)
    {
        var name = column.Split(' ')[1];
        var model = QueryText.View("int Line", "Query<Sale> sales", "from s in sales select new Row { Line = s.Line, " + name + " = " + value + " }", $"{attribute} public {column} {{ get; init; }}");
        Assert.StartsWith("PL0603 " + message, Assert.Single(model.Findings()));
    }

    [Theory]
    [InlineData("decimal Price", "[Number(12, 2)]", "Math.Round(s.Amount * 1.5m, 2)")]
    [InlineData("decimal Price", "[Number(13, 3)]", "s.Amount")]
    [InlineData("decimal Price", "[Number(12, 2)]", "s.Amount + s.Amount")]
    [InlineData("string Text", "[Varchar(3)]", "s.StoreId")]
    [InlineData("string Text", "[Varchar(4)]", "\"LONG\"")]
    public void Value_that_fits_or_fails_loudly_is_taken(string column, string attribute, string value)
    {
        var name = column.Split(' ')[1];
        var model = QueryText.View("int Line", "Query<Sale> sales", "from s in sales select new Row { Line = s.Line, " + name + " = " + value + " }", $"{attribute} public {column} {{ get; init; }}");
        Assert.Empty(model.Findings());
    }

    [Fact]
    public void Product_that_Snowflake_would_round_is_an_error() => Assert.Contains(
        "has 16 digits after the point, of which Snowflake keeps 12",
        Assert.Single(QueryText.View("decimal Product", "Query<Thing> things", "from t in things select new Row { Product = t.Left * t.Right }", "", """
            [Table<Shop>] public sealed class Thing { public decimal Left { get; init; } public decimal Right { get; init; } }
            """).Findings()));

    // The rule and the piece of code at which it is shown; what is only likely not meant, such as a name of SQL's own, is none of a query's.
    private static string[] Problems(string columns, string query)
    {
        var compilation = ModelText.Compile(QueryText.Tables, QueryText.ViewText(columns, "Query<Sale> sales", query, ""));
        return
        [
            .. ModelText.Analyze(compilation, new ModelAnalyzer()).Where(d => d.Id.StartsWith("PL", StringComparison.Ordinal) && d.DefaultSeverity == DiagnosticSeverity.Error)
                .Select(d => $"{d.Id} {d.Location.SourceTree!.GetText().ToString(d.Location.SourceSpan)}").Order(StringComparer.Ordinal),
        ];
    }
}
