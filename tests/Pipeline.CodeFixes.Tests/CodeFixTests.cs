using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Generators;
using Pipeline.Generators.Tests;
using Pipeline.Testing;

namespace Pipeline.CodeFixes.Tests;

/// <summary>A fix gives exactly the code that is written here, mends its rule, and does so everywhere at once.</summary>
public sealed class CodeFixTests
{
    // The pages' samples leave these out.
    private const string Preamble = "#pragma warning disable CS8618, CS8602, CS8620\n";

    public static TheoryData<string> Cases => [.. FixCases.All.Select(c => c.ToString())];

    public static TheoryData<string> CasesForAll => [.. FixCases.All.Where(c => c.Fix.GetFixAllProvider() is not null).Select(c => c.ToString())];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Fix_changes_just_this(string name)
    {
        var given = Case(name);
        using var workspace = new AdhocWorkspace();
        var document = Document(workspace, given.Before);
        Assert.Equal(Preamble + given.After, await Text(await Apply(given, document, Found(given, document, given.Shipped)[0])));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Fixed_code_keeps_the_rule(string name)
    {
        var given = Case(name);
        Assert.Contains(Problems(given, given.Before), d => d.Id == given.Rule);
        var after = Problems(given, given.After);
        Assert.DoesNotContain(after, d => d.Id == given.Rule);
        Assert.DoesNotContain(after, d => d is { Severity: DiagnosticSeverity.Error, IsSuppressed: false } && d.Id.StartsWith("CS", StringComparison.Ordinal) && d.Id != "CS0246");
    }

    [Theory]
    [MemberData(nameof(CasesForAll))]
    public async Task All_occurrences_are_fixed_at_once(string name)
    {
        var given = Case(name);
        using var workspace = new AdhocWorkspace();
        var document = Document(workspace, given.Before + Again(given.Before, given.Before));
        var found = Found(given, document, given.Shipped is { } shipped ? shipped + Again(shipped, shipped) : null);
        Assert.True(found.Length >= 2);

        var context = new FixAllContext(document, given.Fix, FixAllScope.Document, given.Fix.KeyOf(given.Rule), [given.Rule], new Known(found), default);
        var action = await given.Fix.GetFixAllProvider()!.GetFixAsync(context);
        Assert.Equal(Preamble + given.After + Again(given.After, given.Before + given.Shipped), await Text((await Solution(action!)).GetDocument(document.Id)!));
    }

    // If both tasks of a circle stopped waiting for each other, their order would be lost.
    [Fact]
    public void Only_a_circle_is_opened_one_by_one() => Assert.Equal(["PL0504 DoNotWait"], FixCases.All.Where(c => c.Fix.GetFixAllProvider() is null).Select(c => c.ToString()));

    [Fact]
    public void Each_fix_has_a_case_and_there_are_at_least_25()
    {
        var fixes = typeof(ModelFix).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ModelFix))).ToList();
        var offered = fixes.SelectMany(t => ((ModelFix)Activator.CreateInstance(t)!).FixableDiagnosticIds.Select(rule => $"{rule} {t.Name}")).ToList();
        Assert.True(offered.Count >= 25);
        Assert.Equal(offered.Order(StringComparer.Ordinal), FixCases.All.Select(c => c.Offer).Distinct().Order(StringComparer.Ordinal));
        Assert.All(fixes, t => Assert.Single(t.GetCustomAttributes(typeof(ExportCodeFixProviderAttribute), inherit: false)));
    }

    // PIPELINE_ACCEPT=1 writes the page anew.
    [Fact]
    public void Page_of_the_fixes_is_made_of_their_cases()
    {
        var page = "# Code fixes\n\nWhere the way out of a rule is mechanical the editor offers it, for one place or for a whole solution. From a shell, one rule at a time:\n`dotnet format analyzers --severity info --diagnostics PL0801`. Each line is a test's: the change of the rule's own sample, to the letter. This page is made from the tests: `PIPELINE_ACCEPT=1 dotnet test tests/Pipeline.CodeFixes.Tests`.\n\n"
            + "| rule | fix | before | after |\n|---|---|---|---|\n"
            + string.Concat(FixCases.All.OrderBy(c => c.ToString(), StringComparer.Ordinal).Select(c => $"| [{c.Rule}](../rules/{c.Rule}.md) | {Words(c.Fix.GetType().Name)} | {Cell(c.From)} | {Cell(c.To)} |\n"));
        var file = RepositoryRoot.File("docs", "reference", "code-fixes.md");
        if (Environment.GetEnvironmentVariable("PIPELINE_ACCEPT") == "1") File.WriteAllText(file, page);
        Assert.Equal(page, File.ReadAllText(file).ReplaceLineEndings("\n"));
    }

    private static string Words(string name) => name[..1] + Regex.Replace(name[1..], "[A-Z]", letter => " " + letter.Value.ToLowerInvariant());

    private static string Cell(string code) => code.Trim() is "" ? "" : string.Join("<br>", code.Trim('\n').Split('\n').Select(l => $"`{l.Trim().Replace("|", "\\|", StringComparison.Ordinal)}`"));

    private static FixCase Case(string name) => FixCases.All.Single(c => c.ToString() == name);

    // The same once more, under other names.
    private static string Again(string code, string declaring) => CSharpSyntaxTree.ParseText(declaring, ModelText.ParseOptions).GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
        .Select(t => t.Identifier.ValueText).Distinct().Aggregate(code.Replace("SHOP.", "SHOP_B.", StringComparison.Ordinal), (text, type) => Regex.Replace(text, $@"(?<=[^\w.""]|For|RenamedFrom\(""){type}(?=\w*Stream\b|\W)", type + "B"));

    private static ImmutableArray<Diagnostic> Problems(FixCase given, string code) => Analyze(ModelText.Compile(Preamble + code), given.Shipped);

    private static ImmutableArray<Diagnostic> Analyze(Compilation compilation, string? shipped) =>
        ModelText.Analyze(compilation, shipped is null ? new([]) : ShippedText.Of(shipped).Options, new ModelAnalyzer(), new BaselineAnalyzer());

    private static ImmutableArray<Diagnostic> Found(FixCase given, Document document, string? shipped)
    {
        var compilation = document.Project.GetCompilationAsync().GetAwaiter().GetResult()!;
        var tree = document.GetSyntaxTreeAsync().GetAwaiter().GetResult();
        return [.. Analyze(compilation, shipped).Where(d => d.Id == given.Rule && d.Location.SourceTree == tree).OrderBy(d => d.Location.SourceSpan.Start)];
    }

    private static Document Document(AdhocWorkspace workspace, string code)
    {
        var sample = ModelText.Compile();
        var project = ProjectInfo.Create(ProjectId.CreateNewId(), VersionStamp.Default, "Model", "Model", LanguageNames.CSharp,
            compilationOptions: sample.Options, parseOptions: ModelText.ParseOptions, metadataReferences: sample.References);
        var usings = DocumentInfo.Create(DocumentId.CreateNewId(project.Id), "Usings.cs", loader: TextLoader.From(TextAndVersion.Create(Microsoft.CodeAnalysis.Text.SourceText.From(ModelText.Usings), VersionStamp.Default)));
        workspace.AddProject(project.WithDocuments([usings]));
        return workspace.AddDocument(project.Id, "Model.cs", Microsoft.CodeAnalysis.Text.SourceText.From(Preamble + code));
    }

    private static async Task<Document> Apply(FixCase given, Document document, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        await given.Fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), default));
        return (await Solution(Assert.Single(actions))).GetDocument(document.Id)!;
    }

    private static async Task<Solution> Solution(CodeAction action) => (await action.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single().ChangedSolution;

    private static async Task<string> Text(Document document) => (await document.GetTextAsync()).ToString();

    private sealed class Known(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);
    }
}
