using System.Reflection;
using TpcH;

namespace TpcH.Tests;

/// <summary>All queries of TPC-H, written in C#, give the rows of their published SQL: on DuckDB and as plain C#.</summary>
public sealed class ThreeWaysTests(WholesaleDatabase database) : IClassFixture<WholesaleDatabase>
{
    public static TheoryData<string> Queries => [.. ModelCatalog.Views.Select(v => v.ClassName)];

    [Fact]
    public void All_twenty_two_queries_are_there() =>
        Assert.Equal(Enumerable.Range(1, 22).Select(n => $"Q{n:D2}"), ModelCatalog.Views.Select(v => v.ClassName.Split('.')[1][..3]));

    [Theory]
    [MemberData(nameof(Queries))]
    public void CSharp_and_both_texts_give_the_same_rows_in_the_same_order(string name)
    {
        var type = typeof(Wholesale).Assembly.GetType(name)!;
        var view = ModelCatalog.Views.Single(v => v.ClassName == name);
        Assert.Empty(view.Findings);

        var published = database.Rows(PublishedQuery.Text(type.Name[..3]));
        Assert.NotEmpty(published);
        Assert.DoesNotContain(published, row => row.Contains("NULL", StringComparison.Ordinal));
        Assert.Equal(published, database.Rows(view));
        Assert.Equal(published, InMemory(type).Select(row => RowText.Of(view.Columns.Select(c => type.GetProperty(c.Property)!.GetValue(row)))));
    }

    private static IEnumerable<object> InMemory(Type view)
    {
        var define = view.GetMethod("Define", BindingFlags.Static | BindingFlags.NonPublic)!;
        var arguments = define.GetParameters().Select(p => QueryOver(p.ParameterType.GetGenericArguments()[0])).ToArray();
        var query = define.Invoke(null, arguments)!;
        return (IEnumerable<object>)query.GetType().GetMethod("ToList")!.Invoke(query, null)!;
    }

    private static object QueryOver(Type row) => typeof(Query).GetMethod(nameof(Query.Of))!.MakeGenericMethod(row).Invoke(null, [WholesaleRows.All[row]])!;
}
