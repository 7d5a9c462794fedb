using System.Reflection;
using Language;

namespace Language.Tests;

/// <summary>Each view of the model gives the same rows as SQL on DuckDB and as plain C#.</summary>
public sealed class OneMeaningTests(ShopDatabase database) : IClassFixture<ShopDatabase>
{
    public static TheoryData<string> Views => [.. typeof(Shop).Assembly.GetTypes().Where(t => t.IsDefined(typeof(ViewAttribute<>))).Select(t => t.Name).Order()];

    [Theory]
    [MemberData(nameof(Views))]
    public void DuckDB_and_CSharp_give_the_same_rows(string name)
    {
        var type = typeof(Shop).Assembly.GetType("Language." + name)!;
        var view = ModelCatalog.View(type);
        Assert.Empty(view.Findings);

        var inMemory = InMemory(type).Select(row => RowText.Of(row, view.Columns)).Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(inMemory);
        Assert.Equal(inMemory, database.Rows(view).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<object> InMemory(Type view)
    {
        var define = view.GetMethod("Define", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!;
        var arguments = define.GetParameters().Select(p => QueryOver(p.ParameterType.GetGenericArguments()[0])).ToArray();
        var query = define.Invoke(null, arguments)!;
        return (IEnumerable<object>)query.GetType().GetMethod("ToList")!.Invoke(query, null)!;
    }

    private static object QueryOver(Type row) => typeof(Query).GetMethod(nameof(Query.Of))!.MakeGenericMethod(row).Invoke(null, [ShopRows.All[row]])!;
}
