using System.Reflection;
using Pipeline.Catalog;
using Pipeline.Sql;

namespace Functions.Tests;

/// <summary>No function goes untried, and none has a name alone.</summary>
public sealed class CoverageTests
{
    // The compiler and the loads say these themselves: no C# becomes them alone. Pipeline.Sql.Tests tries them.
    private static readonly string[] Inner =
        ["CurrentTimestamp", "Now", "Today", "ObjectOrNull", "UtcTime", "RoundToEven/1", "Round/1", "StartOfDay", "MicrosecondOfSecond", "ParseJson",
        // In policies alone.
        "IsRoleInSession", "CurrentUser"];

    // Words of Sql that are no scalar functions.
    private static readonly string[] Words = ["Raw", "Flatten", "Numbers", "Days", "Unpivot", "NullsFirst", "NullsLast"];

    private static readonly IReadOnlySet<(string Name, int Arguments)> Tried = CallFinder.In(ModelCatalog.Objects.OfType<ViewObject>().Select(v => v.Query));

    [Fact]
    public void Each_function_of_the_table_is_called_by_a_view() => Assert.All(
        FunctionTable.All.Where(f => !Inner.Contains(f.Name) && !Inner.Contains($"{f.Name}/{f.Arguments}")),
        f => Assert.True(Tried.Any(t => t.Name == f.Name && (f.Arguments == Function.Any || f.Arguments == t.Arguments)), $"no view of tests/Functions calls {f.Name} with {f.Arguments} arguments"));

    [Fact]
    public void Each_aggregate_of_the_table_is_called_by_a_view() =>
        Assert.All(AggregateFunctions.All, f => Assert.True(Tried.Any(t => t.Name == "Group." + f.Name), $"no view of tests/Functions calls the aggregate {f.Name}"));

    [Fact]
    public void Each_window_function_is_called_by_a_view() => Assert.All(
        (string[])["RowNumber", "Rank", "DenseRank", "PercentRank", "CumeDist", "Ntile", "Lag", "Lead", "FirstValue", "LastValue", "NthValue", "Sum", "Average", "Max", "CountIf"],
        name => Assert.True(Tried.Any(t => t.Name == "Window." + name), $"no view of tests/Functions calls the window function {name}"));

    [Fact]
    public void Each_method_of_Sql_is_in_the_table() => Assert.All(
        typeof(Pipeline.Model.Sql).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(m => m.Name).Distinct().Except(Words),
        name => Assert.Contains(FunctionTable.All, f => f.Name == name));

    [Fact]
    public void There_are_the_functions_that_pipelines_use() => Assert.True(FunctionTable.All.Select(f => f.Name).Distinct().Count() >= 150);
}
