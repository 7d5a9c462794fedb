using static Pipeline.Generators.Tests.Queries.QueryText;

namespace Pipeline.Generators.Tests.Queries;

/// <summary>Where C# and SQL differ, C#'s meaning holds.</summary>
public sealed class ExpressionTests
{
    [Theory]
    // Null compares as in C#.
    [InlineData("bool", "s.Note == \"x\"", "sales.NOTE IS NOT DISTINCT FROM 'x'")]
    [InlineData("bool", "s.Note != \"x\"", "sales.NOTE IS DISTINCT FROM 'x'")]
    [InlineData("bool", "s.StoreId == \"x\"", "sales.STORE_ID = 'x'")]
    [InlineData("bool", "s.Note == null", "sales.NOTE IS NULL")]
    [InlineData("bool", "s.Discount > 1", "COALESCE(sales.DISCOUNT > 1, FALSE)")]
    [InlineData("bool", "!(s.Discount > 1)", "NOT COALESCE(sales.DISCOUNT > 1, FALSE)")]
    [InlineData("bool", "s.Note is not \"x\"", "sales.NOTE IS DISTINCT FROM 'x'")]
    [InlineData("int", "s.Discount > 1 ? 1 : 0", "CASE WHEN sales.DISCOUNT > 1 THEN 1 ELSE 0 END")]
    // Numbers.
    [InlineData("int", "s.Line / 2", "TRUNC(sales.LINE / 2)")]
    [InlineData("int", "s.Line % 2", "MOD(sales.LINE, 2)")]
    [InlineData("int", "(int)s.Amount", "CAST(TRUNC(sales.AMOUNT) AS NUMBER(10,0))")]
    [InlineData("decimal", "Math.Round(s.Amount * 0.3m, 2)", "ROUND(sales.AMOUNT * 0.3, 2, 'HALF_TO_EVEN')")]
    [InlineData("decimal", "Math.Round(s.Amount * 0.3m, 2, MidpointRounding.AwayFromZero)", "ROUND(sales.AMOUNT * 0.3, 2)")]
    [InlineData("decimal", "Math.Max(s.Amount, 0)", "GREATEST(sales.AMOUNT, 0)")]
    // Texts: null is no text at all.
    [InlineData("string", "\"a\" + s.Note", "'a' || COALESCE(sales.NOTE, '')")]
    [InlineData("string", "$\"{s.StoreId}-{s.Line}\"", "sales.STORE_ID || '-' || CAST(sales.LINE AS VARCHAR)")]
    [InlineData("string?", "s.Note?.ToUpperInvariant()", "UPPER(sales.NOTE)")]
    [InlineData("string", "s.StoreId.Substring(1, 2)", "SUBSTR(sales.STORE_ID, 2, 2)")]
    [InlineData("bool", "s.StoreId.StartsWith(\"A\")", "STARTSWITH(sales.STORE_ID, 'A')")]
    [InlineData("bool", "string.IsNullOrEmpty(s.Note)", "COALESCE(sales.NOTE, '') = ''")]
    [InlineData("string?", "s.Note is { Length: > 0 } text ? text : null", "NULLIF(sales.NOTE, '')")]
    // Times.
    [InlineData("int", "s.SoldAt.Year", "YEAR(sales.SOLD_AT)")]
    [InlineData("DateOnly", "DateOnly.FromDateTime(s.SoldAt)", "CAST(sales.SOLD_AT AS DATE)")]
    [InlineData("DateTime", "s.SoldAt.AddDays(1)", "DATEADD('DAY', 1, sales.SOLD_AT)")]
    [InlineData("DateTime", "s.SoldAt.AddMinutes(s.Line)", "DATEADD('MINUTE', sales.LINE, sales.SOLD_AT)")]
    [InlineData("bool", "s.SoldAt.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday", "MOD(DAYOFWEEKISO(sales.SOLD_AT), 7) IN (6, 0)")]
    // Enums are text.
    [InlineData("bool", "s.Channel == Channel.Web", "sales.CHANNEL = 'Web'")]
    [InlineData("string", "s.Channel.ToString()", "sales.CHANNEL")]
    // Choices.
    [InlineData("string", "s.Note ?? s.StoreId", "COALESCE(sales.NOTE, sales.STORE_ID)")]
    [InlineData("string", "s.Line switch { 1 => \"A\", 2 or 3 => \"B\", _ => \"C\" }", "CASE WHEN sales.LINE = 1 THEN 'A' WHEN sales.LINE IN (2, 3) THEN 'B' ELSE 'C' END")]
    [InlineData("string", "(s.Line, s.Note) switch { (1, _) => \"A\", (_, null) => \"B\", _ => \"C\" }", "CASE WHEN sales.LINE = 1 THEN 'A' WHEN sales.NOTE IS NULL THEN 'B' ELSE 'C' END")]
    [InlineData("bool", "s is { Line: > 1, Channel: Channel.Web }", "sales.LINE > 1 AND sales.CHANNEL = 'Web'")]
    [InlineData("int", "new Both(s.Line, s.StoreId) { Third = 3 }.Third + s.Line", "3 + sales.LINE")]
    // A tuple's element goes by its place.
    [InlineData("string", "Named(s).Store", "sales.STORE_ID")]
    [InlineData("string", "(s.Line, s.StoreId).Item2", "sales.STORE_ID")]
    // A list is an IN, and null in it is asked for.
    [InlineData("bool", "Listed.Contains(s.Note)", "COALESCE(sales.NOTE IN ('a', 'b'), FALSE) OR sales.NOTE IS NULL")]
    [InlineData("bool", "!Listed.Contains(s.StoreId)", "sales.STORE_ID NOT IN ('a', 'b')")]
    // Formats.
    [InlineData("string", "$\"{s.Amount:F1}\"", "CAST(CAST(ROUND(sales.AMOUNT, 1) AS NUMBER(38,1)) AS VARCHAR)")]
    [InlineData("string", "$\"{s.SoldAt:yyyy-MM-dd'T'HH:mm}\"", "TO_CHAR(sales.SOLD_AT, 'YYYY-MM-DD\"T\"HH24:MI')")]
    // Raw SQL with checked columns.
    [InlineData("string", "Sql.Raw<string>($\"SOUNDEX({s.StoreId})\")", "SOUNDEX(sales.STORE_ID)")]
    public void Value_is_written_as(string type, string value, string sql) => Value(type, value, """
        sealed record Both(int First, string Second) { public int Third { get; init; } }
        static (string Store, int Line) Named(Sale sale) => (sale.StoreId, sale.Line);
        static readonly string?[] Listed = ["a", null, "b"];
        """).ShouldBe(sql);

    [Fact]
    public void Method_of_the_users_own_is_read_in_place() => Value("string?", "Clean(s.Note)", """
        static string? Text(string? value) => value?.Trim() is { Length: > 0 } text ? text : null;
        static string? Clean(string? value) { var text = Text(value); return text?.ToUpperInvariant(); }
        """).ShouldBe("UPPER(NULLIF(TRIM(sales.NOTE, ' \\t\\r\\n'), ''))");

    [Theory]
    [InlineData("string", "s.Note.ToUpper()", "depends on the culture")]
    [InlineData("DateTime", "DateTime.Now", "is the time of some zone")]
    [InlineData("string", "s.Line switch { 1 => \"A\" }", "a value that no arm is for")]
    [InlineData("string", "s.Note", "'Value' may be null here")]
    [InlineData("string", "Again(s.StoreId)", "calls itself")]
    [InlineData("string", "$\"{s.SoldAt}\"", "depends on the culture")]
    [InlineData("string", "$\"{s.Amount:C}\"", "the format 'C' has no SQL")]
    [InlineData("bool", "string.Equals(s.Note, s.StoreId, StringComparison.CurrentCulture)", "depends on culture")]
    [InlineData("bool", "char.IsLetter(s.StoreId[0])", "depends on all of Unicode")]
    [InlineData("string", "Guid.NewGuid().ToString()", "another one each time")]
    [InlineData("DateTime", "s.SoldAt.AddDays((double)s.Amount)", "a part of a unit that only the row knows")]
    [InlineData("int", "~s.Line", "the operator 'BitwiseNegation'")]
    [InlineData("string", "new System.Text.StringBuilder(s.StoreId).ToString()", "can't be translated to SQL")]
    [InlineData("string", "string.Join(\",\", new[] { s.StoreId })", "")]
    [InlineData("string", "s.Note ?? throw new Exception()", "use OrReject")]
    [InlineData("string", "s.Note.OrReject()", "only a load can do")]
    public void What_has_no_SQL_is_an_error_with_a_way_out(string type, string value, string message)
    {
        var model = View($"{type} Value", "Query<Sale> sales", $"from s in sales select new Row {{ Value = {value} }}", "static string Again(string text) => Again(text);");
        Assert.Contains(message, Assert.Single(model.Findings()));
        Assert.IsType<Pipeline.Catalog.ViewObject>(model.Object<Pipeline.Catalog.CatalogObject>("SHOP.ROW"));
    }

    [Fact]
    public void What_a_filter_has_found_is_not_null_later() => View("string Note, decimal Discount", "Query<Sale> sales", """
        from s in sales where s.Note != null && s.Discount > 1 select new Row { Note = s.Note, Discount = s.Discount.Value }
        """).Sql().ShouldBe("""
        SELECT
            sales.NOTE,
            sales.DISCOUNT
        FROM SHOP.SALE AS sales
        WHERE sales.NOTE IS NOT NULL AND sales.DISCOUNT > 1
        """);

    [Theory]
    [InlineData("Sql.LeastPresent(s.Discount, s.Amount) > 1", "IS DISTINCT FROM")]
    [InlineData("Sql.GreatestPresent(s.Discount, s.Amount) > 1", "IS DISTINCT FROM")]
    [InlineData("Sql.Div0Null(s.Amount, s.Discount) > 1", "IS DISTINCT FROM")]
    [InlineData("Sql.Least(s.Discount, s.Amount) > 1", "<>")]
    [InlineData("Sql.Div0Null(s.Discount, s.Amount) > 1", "<>")]
    public void Filter_tells_of_a_value_only_where_its_function_gives_null_for_null(string filter, string compared) => Assert.Contains(
        $"sales.DISCOUNT {compared} 5", View("bool Other", "Query<Sale> sales", $"from s in sales where {filter} select new Row {{ Other = s.Discount != 5 }}").Sql(), StringComparison.Ordinal);

    [Fact]
    public void Member_of_a_document_is_a_path_and_null_where_it_is_absent() => View("string Id, string? Name, int Lines", "Query<Raw> raw", """
        from r in raw
        let order = r.Document.As<Order>()
        select new Row { Id = r.Document["id"]?.AsString() ?? "NONE", Name = order.Customer?.Name, Lines = order.Lines?.Count ?? 0 }
        """).Sql().ShouldContain("COALESCE(with_order.DOCUMENT:id::VARCHAR, 'NONE')", ":customer.name::VARCHAR", "COALESCE(ARRAY_SIZE(");
}
