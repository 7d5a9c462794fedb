using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pipeline.Catalog;
using Pipeline.Catalog.Json;
using Pipeline.Sql.Snowflake;

namespace Pipeline.Generators.Tests;

/// <summary>A model after its build: the catalog that lies in the assembly.</summary>
internal sealed class CompiledModel
{
    private readonly CSharpCompilation compilation;

    private CompiledModel(CSharpCompilation compilation)
    {
        this.compilation = compilation;
        Driver = CSharpGeneratorDriver.Create(
                [new PipelineGenerator().AsSourceGenerator()], parseOptions: ModelText.ParseOptions,
                driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true))
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics);
        Assert.Empty(diagnostics);
        var parts = output.Assembly.GetAttributes().Where(a => a.AttributeClass?.Name == "CatalogPartAttribute")
            .Select(a => (Name: (string)a.ConstructorArguments[0].Value!, Json: (string)a.ConstructorArguments[1].Value!)).ToList();
        Header = parts.First(p => p.Name == CatalogHeader.PartName).Json;
        Objects = [.. parts.Where(p => p.Name != CatalogHeader.PartName).OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => CatalogJson.ReadObject(p.Json))];
    }

    public GeneratorDriver Driver { get; }

    public string Header { get; }

    public IReadOnlyList<CatalogObject> Objects { get; }

    public string GeneratedText => string.Concat(Driver.GetRunResult().GeneratedTrees.Select(t => t.ToString()));

    public static CompiledModel Of(params string[] files) => new(ModelText.Compile(files));

    /// <summary>The same files, given to the compiler the other way round.</summary>
    public static CompiledModel Reversed(params string[] files)
    {
        var compilation = ModelText.Compile(files);
        return new(compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.Reverse()));
    }

    public T Object<T>(string name) where T : CatalogObject => Assert.IsType<T>(Assert.Single(Objects, o => o.Name.ToString() == name), exactMatch: false);

    /// <summary>The query of a view or of a table's one load, as Snowflake would read it.</summary>
    public string Sql(string name) => SnowflakeDialect.Instance.Query(Object<CatalogObject>(name) switch
    {
        ViewObject view => view.Query,
        DynamicTableObject table => table.Query,
        CalendarObject calendar => calendar.Query,
        TableObject table => Assert.Single(table.Loads).Query,
        var other => throw new ArgumentException($"{other.Name} has no query."),
    });

    /// <summary>What is wrong with the model, by rule and message.</summary>
    public string[] Findings() => [.. Objects.SelectMany(o => o.Findings).Select(f => $"{f.Rule} {f.Message}")];

    /// <summary>The same generator after an edit, with the reason why each of its steps ran.</summary>
    public Dictionary<string, IncrementalStepRunReason[]> Edit(string from, string to)
    {
        var tree = compilation.SyntaxTrees.First(t => t.ToString().Contains(from, StringComparison.Ordinal));
        var edited = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(tree.ToString().Replace(from, to), ModelText.ParseOptions, tree.FilePath));
        return Driver.RunGenerators(edited).GetRunResult().Results.Single().TrackedSteps
            .ToDictionary(s => s.Key, s => s.Value.SelectMany(v => v.Outputs).Select(o => o.Reason).Distinct().ToArray());
    }
}
