using System.Reflection;
using Xunit.Sdk;

namespace Functions.Tests;

/// <summary>Each function gives the same value in C# and on DuckDB, also where there is nothing to compute with.</summary>
public sealed class OneMeaningTests(TriedDatabase database) : IClassFixture<TriedDatabase>
{
    public static TheoryData<string> Views => [.. typeof(Tried).Assembly.GetTypes().Where(t => t.IsDefined(typeof(ViewAttribute<>))).Select(t => t.Name).Order()];

    [Theory]
    [MemberData(nameof(Views))]
    public void DuckDB_and_CSharp_give_the_same_values(string name)
    {
        var type = typeof(Tried).Assembly.GetType("Functions." + name)!;
        var view = ModelCatalog.View(type);
        Assert.Empty(view.Findings);

        var inMemory = InMemory(type).ToDictionary(row => (int)type.GetProperty("Id")!.GetValue(row)!);
        var onDuckDb = database.Rows(view);
        Assert.Equal(inMemory.Count, onDuckDb.Count);
        var place = view.Columns.Select((c, i) => (c, i)).Single(c => c.c.Property == "Id").i;
        var differences =
            from row in onDuckDb
            let id = Convert.ToInt32(row[place], System.Globalization.CultureInfo.InvariantCulture)
            from column in view.Columns.Select((c, i) => (Column: c, Value: row[i]))
            let there = ValueText.Of(column.Value, column.Column.Type)
            let here = ValueText.Of(type.GetProperty(column.Column.Property)!.GetValue(inMemory[id]), column.Column.Type)
            where there != here
            select $"{name}.{column.Column.Property} of row {id}: C# {here}, DuckDB {there}";
        if (differences.ToList() is { Count: > 0 } found) throw new XunitException(string.Join("\n", found));
    }

    private static IEnumerable<object> InMemory(Type view)
    {
        var define = view.GetMethod("Define", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!;
        var arguments = define.GetParameters().Select(p => QueryOver(p.ParameterType.GetGenericArguments()[0])).ToArray();
        var query = define.Invoke(null, arguments)!;
        return (IEnumerable<object>)query.GetType().GetMethod("ToList")!.Invoke(query, null)!;
    }

    private static object QueryOver(Type row) => typeof(Query).GetMethod(nameof(Query.Of))!.MakeGenericMethod(row).Invoke(null, [TriedRows.All[row]])!;
}
