using Pipeline.Catalog;

namespace Pipeline.Build.Tests;

public sealed class RefusingTests : IDisposable
{
    private readonly BuiltModel model = new();

    public void Dispose() => model.Dispose();

    [Fact]
    public void Assembly_without_a_catalog_is_an_error_and_leaves_the_files()
    {
        model.With(BuiltModel.Sales).Build();
        model.WithParts();
        Assert.Equal(
            "PL0901: Retail carries no catalog, so its SQL can't be written. The generator of Pipeline.Model didn't run: it needs the .NET 10 SDK; "
            + "CS9057 or CS8032 among the warnings says more.", model.Errors());
        Assert.Equal(3, model.Folder.Files("sql").Length);
    }

    [Fact]
    public void Catalog_of_which_a_part_is_missing_is_an_error() => Assert.Equal(
        "PL0902: Retail carries 1 of its 2 objects; rebuild the project.",
        model.WithParts(("", """{"format":1,"objects":2}"""), ("A", "{}")).Errors());

    [Fact]
    public void Catalog_of_another_format_is_an_error() => Assert.Equal(
        "PL0902: Retail carries a catalog of format 9, and this build reads 1; rebuild the project.",
        model.WithParts(("", """{"format":9,"objects":0}""")).Errors());

    [Theory]
    [InlineData("{}", "PL0902: Retail: The catalog's header doesn't say 'format'. Rebuild the project.")]
    [InlineData("[]", "PL0902: Retail: The catalog's header is no JSON object. Rebuild the project.")]
    public void Header_that_says_too_little_is_an_error(string header, string expected) =>
        Assert.Equal(expected, model.WithParts(("", header)).Errors());

    [Fact]
    public void Part_that_is_no_object_is_an_error() => Assert.StartsWith(
        "PL0902: The catalog's LANDING.X can't be read: ",
        model.WithParts(("", """{"format":1,"objects":1}"""), ("LANDING.X", """{"kind":"Unknown"}""")).Errors());

    [Fact]
    public void Two_catalogs_in_one_assembly_are_an_error()
    {
        var header = ("", """{"format":1,"objects":0}""");
        Assert.Equal("PL0901: Retail carries 2 catalogs; reference Pipeline.Model once.", model.WithParts(header, header).Errors());
    }

    [Fact]
    public void File_that_is_no_assembly_is_an_error()
    {
        model.Folder.Write("Retail.dll", "MZ, but no more");
        Assert.Contains("can't be read as an assembly", model.Errors());
    }

    [Fact]
    public void Object_with_a_finding_is_refused_whatever_the_compiler_was_told() => Assert.Equal(
        """
        PL0402: Retail.SalesStage (LANDING.SALES_STAGE): 'LoadA' already reads 'S'; declare a second stream.
        PL0201: Retail.StoresStage (LANDING.STORES_STAGE): 'X' has no type.
        """,
        model.With(
            BuiltModel.Sales with { Findings = [new Finding("PL0402", "'LoadA' already reads 'S'; declare a second stream.")] },
            BuiltModel.Stores with { Findings = [new Finding("PL0201", "'X' has no type.")] }).Errors());

    [Fact]
    public void Mistake_in_the_environment_file_is_told_with_its_line()
    {
        model.EnvironmentFile = "values:\n  a: 1\n  a: 2";
        Assert.Equal("pipeline.yml(3): PL0903: 'a' stands here a second time, after line 2; remove one of the two.", model.With(BuiltModel.Sales).Errors());
    }

    [Fact]
    public void Name_that_no_environment_gives_is_told_with_its_class()
    {
        model.EnvironmentFile = null;
        Assert.Equal(
            "pipeline.yml(0): PL0903: Retail.SalesStage uses ${s3.root}, which the environment 'default' doesn't have; add 's3.root' under 'values'.",
            model.With(BuiltModel.Sales).Errors());
    }

    [Fact]
    public void Environment_that_the_file_lacks_is_told()
    {
        model.Environment = "prd";
        Assert.Equal("pipeline.yml(0): PL0903: The file has no environment 'prd'; name one of dev, prod.", model.With(BuiltModel.Sales).Errors());
        model.EnvironmentFile = null;
        Assert.Equal("PL0903: There is no pipeline.yml, so there is no environment 'prd'; add the file beside the project.", model.Errors());
    }

    [Fact]
    public void Files_that_differ_in_case_alone_are_refused() => Assert.Equal(
        "PL0904: Two objects are written to LANDING/stages/SALES_STAGE.sql; give one of them another name.",
        model.With(BuiltModel.Sales, BuiltModel.Sales with { Name = new("LANDING", "Sales_Stage") }).Errors());
}
