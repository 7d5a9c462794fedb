using Microsoft.CodeAnalysis;

namespace Pipeline.Generators.Tests.Queries;

/// <summary>What a query within a query may read of the row outside: Snowflake makes a join of it, or refuses it.</summary>
public sealed class CorrelationTests
{
    [Theory]
    [InlineData("sales.Any(s => s.Line + c.CustomerId == 10)", "PL0832 s.Line + c.CustomerId == 10")]
    [InlineData("sales.Where(s => s.Line > 0 && s.Line - c.CustomerId == 0).Count() > 3", "PL0832 s.Line - c.CustomerId == 0")]
    [InlineData("sales.Any(s => Sql.Like(s.StoreId, c.Name) && s.Line + c.CustomerId == 10)", "PL0832 s.Line + c.CustomerId == 10")]
    [InlineData("sales.Any(s => s.StoreId.StartsWith(c.Name))", "PL0832 s.StoreId.StartsWith(c.Name)")]
    [InlineData("sales.Any(s => !Sql.Like(s.StoreId, c.Name))", "PL0832 !Sql.Like(s.StoreId, c.Name)")]
    [InlineData("sales.All(s => Sql.Like(s.StoreId, c.Name))", "PL0832 Sql.Like(s.StoreId, c.Name)")]
    [InlineData("sales.Any(s => (s.Note ?? c.Name) == \"a\")", "PL0832 (s.Note ?? c.Name) == \"a\"")]
    [InlineData("sales.Any(s => Near(s.Line, c.CustomerId))", "PL0832 a - b < 3")]
    [InlineData("(from s in sales join k in customers on s.CustomerId equals k.CustomerId where k.CustomerId + c.CustomerId == 3 select s).Any()", "PL0832 k.CustomerId + c.CustomerId == 3")]
    [InlineData("sales.Sum(s => s.Line * c.CustomerId) > 3", "PL0833 s.Line * c.CustomerId")]
    [InlineData("sales.Share(s => s.CustomerId == c.CustomerId) > 0.5m", "PL0833 s.CustomerId == c.CustomerId")]
    [InlineData("sales.OrderBy(s => s.Line).Select(s => s.Line + c.CustomerId).FirstOrDefault() == 3", "PL0833 s.Line + c.CustomerId")]
    [InlineData("sales.OrderBy(s => s.Line - c.CustomerId).FirstOrDefault().Note == \"a\"", "PL0833 s.Line - c.CustomerId")]
    [InlineData("(from s in sales from k in customers.Where(k => k.CustomerId == c.CustomerId).DefaultIfEmpty() select s).Any()", "PL0834 (from s in sales from k in customers.Where(k => k.CustomerId == c.CustomerId).DefaultIfEmpty() select s).Any()")]
    [InlineData("sales.Where(s => s.CustomerId == c.CustomerId).Take(3).Any()", "PL0834 sales.Where(s => s.CustomerId == c.CustomerId).Take(3).Any()")]
    [InlineData("sales.Where(s => s.CustomerId == c.CustomerId).Select(s => s.Line).Distinct().Count() > 1", "PL0834 sales.Where(s => s.CustomerId == c.CustomerId).Select(s => s.Line).Distinct().Count()")]
    [InlineData("sales.Where(s => s.CustomerId == c.CustomerId).Concat(sales).Any()", "PL0834 sales.Where(s => s.CustomerId == c.CustomerId).Concat(sales).Any()")]
    [InlineData("(from s in sales where s.CustomerId == c.CustomerId group s by s.StoreId into g select g.Count()).Any(n => n > 1)", "PL0834 (from s in sales where s.CustomerId == c.CustomerId group s by s.StoreId into g select g.Count()).Any(n => n > 1)")]
    [InlineData("sales.Any(s => s.CustomerId == c.CustomerId && customers.Any(k => k.Name == c.Name))", "PL0835 customers.Any(k => k.Name == c.Name)")]
    [InlineData("sales.Any(s => customers.Count(k => k.CustomerId == s.CustomerId && k.Name != c.Name) > 1)", "PL0835 customers.Count(k => k.CustomerId == s.CustomerId && k.Name != c.Name)")]
    public void What_Snowflake_makes_no_join_of_is_told_where_it_stands(string condition, string problem)
    {
        var compilation = ModelText.Compile(QueryText.Tables, QueryText.ViewText("int Id", Parameters, Query(condition), Near));
        var told = ModelText.Analyze(compilation, new ModelAnalyzer()).Where(d => d.Id.StartsWith("PL", StringComparison.Ordinal) && d.DefaultSeverity == DiagnosticSeverity.Error);
        Assert.Equal([problem], told.Select(d => $"{d.Id} {d.Location.SourceTree!.GetText().ToString(d.Location.SourceSpan)}"));
    }

    [Theory]
    [InlineData("sales.Any(s => s.Line + c.CustomerId == 10)",
        "PL0832 's.Line + c.CustomerId == 10' reads 's' and 'c', and compares no value of the one with a value of the other, by which alone Snowflake finds rows within a query; write it as such a comparison, or join 'sales' and filter there")]
    [InlineData("sales.Sum(s => s.Line * c.CustomerId) > 3",
        "PL0833 's.Line * c.CustomerId' reads 'c' of the row outside where a value of 'sales' is computed, and Snowflake computes such values of their own rows alone; go on with the result outside, or join 'sales' and group")]
    [InlineData("sales.Where(s => s.CustomerId == c.CustomerId).Take(3).Any()",
        "PL0834 'sales.Where(s => s.CustomerId == c.CustomerId).Take(3).Any()' cuts, unites or groups rows that depend on 'c' of the row outside, which Snowflake can't within a query; filter by it after that, or join the rows to that row")]
    [InlineData("sales.Any(s => s.CustomerId == c.CustomerId && customers.Any(k => k.Name == c.Name))",
        "PL0835 'customers.Any(k => k.Name == c.Name)' stands in a query that stands in another, and reads 'c' of the outermost, where Snowflake sees the row right around it alone; ask it outside of the query in between, or join 'sales'")]
    public void Message_names_both_rows_and_the_way_out(string condition, string message) => Assert.Equal([message], View(condition).Findings());

    [Theory]
    [InlineData(
        "(from s in sales from k in customers.Where(k => k.Name == c.Name && !(k.CustomerId > c.CustomerId)) select s).Any()",
        "EXISTS (SELECT 1 AS FOUND FROM SHOP.SALE AS sales JOIN SHOP.CUSTOMER AS customers_2 ON customers_2.NAME = customers.NAME AND customers_2.CUSTOMER_ID <= customers.CUSTOMER_ID)")]
    [InlineData(
        "sales.Any(s => s.CustomerId == c.CustomerId)",
        "EXISTS (SELECT 1 AS FOUND FROM SHOP.SALE AS sales WHERE sales.CUSTOMER_ID = customers.CUSTOMER_ID)")]
    [InlineData(
        "sales.Any(s => s.CustomerId == c.CustomerId && c.Name != c.Segment)",
        "EXISTS (SELECT 1 AS FOUND FROM SHOP.SALE AS sales WHERE sales.CUSTOMER_ID = customers.CUSTOMER_ID AND CASE WHEN customers.NAME IS DISTINCT FROM customers.SEGMENT THEN 1 ELSE 0 END = 1)")]
    [InlineData(
        "sales.Where(s => s.CustomerId == c.CustomerId).Max(s => s.Line) + c.CustomerId > 10",
        "(SELECT MAX(sales.LINE) AS VALUE FROM SHOP.SALE AS sales WHERE sales.CUSTOMER_ID = customers.CUSTOMER_ID) + customers.CUSTOMER_ID > 10")]
    [InlineData(
        "sales.Any(s => !(s.Line > 3 ? s.Line == c.CustomerId : c.Segment == \"A\"))",
        "EXISTS (SELECT 1 AS FOUND FROM SHOP.SALE AS sales WHERE sales.LINE > 3 AND sales.LINE <> customers.CUSTOMER_ID OR sales.LINE <= 3 AND (customers.SEGMENT <> 'A' OR customers.SEGMENT IS NULL))")]
    [InlineData(
        "sales.Any(s => s.Note != c.Segment)",
        "EXISTS (SELECT 1 AS FOUND FROM SHOP.SALE AS sales WHERE sales.NOTE <> customers.SEGMENT OR sales.NOTE IS NULL AND customers.SEGMENT IS NOT NULL OR sales.NOTE IS NOT NULL AND customers.SEGMENT IS NULL)")]
    [InlineData(
        "sales.Any(s => s.CustomerId == c.CustomerId && (c.Name.StartsWith(\"A\") || s.Line == 1))",
        "EXISTS (SELECT 1 AS FOUND FROM SHOP.SALE AS sales WHERE sales.CUSTOMER_ID = customers.CUSTOMER_ID AND (CASE WHEN STARTSWITH(customers.NAME, 'A') THEN 1 ELSE 0 END = 1 OR sales.LINE = 1))")]
    [InlineData(
        "(from s in sales join k in customers on s.CustomerId equals k.CustomerId where k.Name == c.Name select s).Any()",
        "EXISTS (SELECT 1 AS FOUND FROM SHOP.SALE AS sales JOIN SHOP.CUSTOMER AS customers_2 ON sales.CUSTOMER_ID = customers_2.CUSTOMER_ID WHERE customers_2.NAME = customers.NAME)")]
    [InlineData(
        "sales.Any(s => s.CustomerId == c.CustomerId && customers.Any(k => k.Name == s.StoreId))",
        "EXISTS (SELECT 1 AS FOUND FROM SHOP.SALE AS sales WHERE sales.CUSTOMER_ID = customers.CUSTOMER_ID AND EXISTS (SELECT 1 AS FOUND FROM SHOP.CUSTOMER AS customers_2 WHERE customers_2.NAME = sales.STORE_ID))")]
    [InlineData(
        "sales.Any(s => Sql.Like(s.StoreId, c.Name))",
        "EXISTS (SELECT 1 AS FOUND FROM SHOP.SALE AS sales WHERE sales.STORE_ID LIKE customers.NAME)")]
    [InlineData(
        "!sales.Any(s => !(s.Note != c.Segment && s.Line < c.CustomerId))",
        "NOT EXISTS (SELECT 1 AS FOUND FROM SHOP.SALE AS sales WHERE sales.NOTE IS NOT DISTINCT FROM customers.SEGMENT OR sales.LINE >= customers.CUSTOMER_ID)")]
    [InlineData(
        "sales.Any(s => Sql.Like(s.Note, c.Segment))",
        "EXISTS (SELECT 1 AS FOUND FROM SHOP.SALE AS sales WHERE sales.NOTE LIKE customers.SEGMENT)")]
    [InlineData(
        "sales.Any(s => s.Line == c.CustomerId + 1 || s.Line + 1 < c.CustomerId)",
        "EXISTS (SELECT 1 AS FOUND FROM SHOP.SALE AS sales WHERE sales.LINE = customers.CUSTOMER_ID + 1 OR sales.LINE + 1 < customers.CUSTOMER_ID)")]
    [InlineData(
        "c.Segment == null || sales.Any(s => s.CustomerId == c.CustomerId)",
        "customers.SEGMENT IS NULL OR EXISTS (SELECT 1 AS FOUND FROM SHOP.SALE AS sales WHERE sales.CUSTOMER_ID = customers.CUSTOMER_ID)")]
    [InlineData(
        "sales.Any(s => !new[] { 1, 2 }.Contains(c.CustomerId) && new[] { c.CustomerId, 7 }.Contains(s.Line))",
        "EXISTS (SELECT 1 AS FOUND FROM SHOP.SALE AS sales WHERE customers.CUSTOMER_ID <> 1 AND customers.CUSTOMER_ID <> 2 AND sales.LINE IN (customers.CUSTOMER_ID, 7))")]
    public void What_it_makes_a_join_of_is_written_so(string condition, string where)
    {
        var sql = QueryText.Sql(View(condition));
        var words = string.Join(' ', sql[(sql.IndexOf("WHERE ", StringComparison.Ordinal) + 6)..].Split('\n', StringSplitOptions.TrimEntries));
        Assert.Equal(where, words.Replace("( ", "(", StringComparison.Ordinal).Replace(" )", ")", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("customers.Any(c => c.Segment != segment)", new string[0])]
    [InlineData("customers.Any(c => c.Segment + segment == \"A\")", new[] { "PL0832 c.Segment + segment == \"A\"" })]
    public void Argument_of_a_policy_is_a_value_of_the_row_outside(string condition, string[] told)
    {
        var compilation = ModelText.Compile(QueryText.Tables, $$"""
            [RowAccessPolicy<Shop>]
            public sealed class SegmentPolicy
            {
                [Allow] static bool IsVisible(string? segment, Query<Customer> customers) => {{condition}};
            }
            """);
        var problems = ModelText.Analyze(compilation, new ModelAnalyzer()).Where(d => d.Id.StartsWith("PL", StringComparison.Ordinal) && d.DefaultSeverity == DiagnosticSeverity.Error);
        Assert.Equal(told, problems.Select(d => $"{d.Id} {d.Location.SourceTree!.GetText().ToString(d.Location.SourceSpan)}"));
    }

    [Theory]
    [InlineData("sales.Any(s => Near(s.Line, c.CustomerId))", "static bool Near(int line, int id) => line > 0 && line - id == 0;", "PL0832 line - id == 0")]
    [InlineData("sales.Any(s => !Near(s.Line, c.CustomerId))", "static bool Near(int line, int id) => line - id == 0;", "PL0832 line - id == 0")]
    [InlineData("sales.Any(s => Near(s.Line + c.CustomerId))", "static bool Near(int line) => line == 0;", "PL0832 line == 0")]
    [InlineData("sales.Any(s => Near(s, c))", "static bool Near(Sale sale, Customer customer) => sale.Line > 0 && Close(sale.Line, customer.CustomerId); static bool Close(int a, int b) => Math.Abs(a - b) < 3;", "PL0832 Math.Abs(a - b) < 3")]
    [InlineData("sales.Any(s => Near(s.Line, c.CustomerId))", "static bool Near(int line, int id) { var far = line - id; return line > 0 && far == 0; }", "PL0832 far == 0")]
    [InlineData("Has(sales, c)", "static bool Has(Query<Sale> sales, Customer customer) => sales.Any(s => s.Line > 0 && s.Line + customer.CustomerId == 10);", "PL0832 s.Line + customer.CustomerId == 10")]
    [InlineData("sales.Sum(s => Times(s.Line, c.CustomerId)) > 3", "static int Times(int line, int id) => line * id;", "PL0833 line * id")]
    [InlineData("sales.Any(s => s.CustomerId == c.CustomerId && HasNamesake(customers, c.Name))", "static bool HasNamesake(Query<Customer> customers, string name) => customers.Any(k => k.Name == name);", "PL0835 customers.Any(k => k.Name == name)")]
    public void Part_of_a_method_that_is_read_in_place_is_told_there(string condition, string methods, string problem)
    {
        var compilation = ModelText.Compile(QueryText.Tables, QueryText.ViewText("int Id", Parameters, Query(condition), methods));
        var told = ModelText.Analyze(compilation, new ModelAnalyzer()).Where(d => d.Id.StartsWith("PL", StringComparison.Ordinal) && d.DefaultSeverity == DiagnosticSeverity.Error);
        Assert.Equal([problem], told.Select(d => $"{d.Id} {d.Location.SourceTree!.GetText().ToString(d.Location.SourceSpan)}"));
    }

    private const string Parameters = "Query<Sale> sales, Query<Customer> customers";

    private const string Near = "static bool Near(int a, int b) => a - b < 3;";

    private static string Query(string condition) => $"from c in customers where {condition} select new Row {{ Id = c.CustomerId }}";

    private static CompiledModel View(string condition) => QueryText.View("int Id", Parameters, Query(condition), Near);
}
