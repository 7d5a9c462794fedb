using System.Text.RegularExpressions;
using Pipeline.Catalog;
using Pipeline.Sql.DuckDb;

namespace Pipeline.Sql.Tests;

/// <summary>What a statement reads of the running load is told by its expressions, not by its text.</summary>
public sealed partial class VariablesReadTests
{
    private static readonly VariableReference Rows = new("rows_read", SqlType.Int64);

    private static readonly ObjectSource Target = new("target", new("S", "T"));

    public static TheoryData<string> Loads => [.. LoadLowering.All(CatalogCompletion.Complete(LoadKinds.Catalog)).Select(l => l.Procedure.ToString())];

    [Theory]
    [MemberData(nameof(Loads))]
    public void All_that_the_text_of_a_load_reads_is_found(string procedure)
    {
        var load = LoadLowering.All(CatalogCompletion.Complete(LoadKinds.Catalog)).Single(l => l.Procedure.ToString() == procedure);
        Assert.All(load.Prepare.Concat(load.Transaction).Concat(load.OnFailure).Where(s => s is not RaiseStatement), statement => Assert.Equal(
            Asked().Matches(DuckDbDialect.Instance.Statement(statement)).Select(m => m.Groups[1].Value).Where(n => n is not ("now" or "row_values")).Distinct().Order(StringComparer.Ordinal),
            VariablesRead.By(statement).Select(v => v.Name).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Words_of_a_text_are_no_variable() =>
        Assert.Empty(VariablesRead.By(new UpdateStatement("Note.", Target, [new("NOTE", Literal.Text("GETVARIABLE('rows_read')"))], null, Make.True)));

    [Fact]
    public void Each_is_found_once_wherever_it_stands()
    {
        var query = new SelectQuery([new("N", new ScalarSubquery(new SelectQuery([new("N", Rows)]), SqlType.Int64, true))])
        {
            With = [new("STEP", new SelectQuery([new("M", LoadVariables.StartedAt)]))], From = new CommonTableSource("step", "STEP"),
        };
        Assert.Equal([LoadVariables.StartedAt, Rows], VariablesRead.By(new InsertStatement("Fill.", Target, ["N"], query)).OrderByDescending(v => v.Name));
        Assert.Equal([Rows], VariablesRead.By(new RaiseStatement("Stop.", Make.Compare(BinaryOperator.GreaterThan, Rows, Rows), -20001, "no")));
    }

    [GeneratedRegex(@"GETVARIABLE\('([^']*)'\)")]
    private static partial Regex Asked();
}
