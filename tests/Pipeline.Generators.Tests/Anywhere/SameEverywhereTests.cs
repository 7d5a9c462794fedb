using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;
using Pipeline.Generators.Reading.Memo;
using Pipeline.Sql;
using Pipeline.Testing;

namespace Pipeline.Generators.Tests.Anywhere;

/// <summary>The same model gives the same SQL, whoever compiles it where: in any culture, order of files, line ends, encoding, and with any settings of the compiler.</summary>
public sealed partial class SameEverywhereTests
{
    // No environment is bound here, and an account's name is no text that could stand as it is.
    private static readonly string[] Sample = [.. Directory.GetFiles(RepositoryRoot.File("samples", "RetailModel"), "*.cs").Order(StringComparer.Ordinal)
        .Select(f => File.ReadAllText(f).ReplaceLineEndings("\n").Replace("${suppliers.accounts}", "RETAIL.SUPPLIERS", StringComparison.Ordinal))];

    private static readonly Lazy<string> Expected = new(() => Sql(ModelText.Compile(Sample)));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("fa-IR")]
    [InlineData("de-CH")]
    [InlineData("")]
    public void Culture_changes_nothing(string name)
    {
        var expected = Expected.Value;
        var (culture, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);
            Assert.Equal(expected, Sql(ModelText.Compile(Sample)));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, ui);
        }
    }

    [Theory]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Annotations)]
    [InlineData(NullableContextOptions.Warnings)]
    public void Nullable_context_changes_nothing(NullableContextOptions nullable)
    {
        var compilation = ModelText.Compile(Sample);
        Assert.Equal(Expected.Value, Sql(compilation.WithOptions(compilation.Options.WithNullableContextOptions(nullable))));
    }

    [Fact]
    public void Nullable_context_may_differ_by_file() => Assert.Equal(
        Expected.Value, Sql(ModelText.Compile([.. Sample.Select((text, i) => i % 2 == 0 ? text : InsteadOfFirstLine("#nullable disable", text))])));

    [Theory]
    [InlineData(LanguageVersion.Preview)]
    [InlineData(LanguageVersion.Latest)]
    [InlineData(LanguageVersion.LatestMajor)]
    public void Language_version_changes_nothing(LanguageVersion version) => Assert.Equal(Expected.Value, Sql(Reparsed(ModelText.Compile(Sample), ModelText.ParseOptions.WithLanguageVersion(version))));

    [Theory]
    [InlineData("\r\n", 1)]
    [InlineData("\r\n", 2)]
    [InlineData("\r", 1)]
    public void Line_ends_change_nothing(string end, int every) => Assert.Equal(
        Expected.Value, Sql(ModelText.Compile([.. Sample.Select(text => string.Concat(text.Split('\n').Select((line, i) => line + (i % every == 0 ? end : "\n"))))])));

    [Fact]
    public void Byte_order_mark_changes_nothing()
    {
        var compilation = ModelText.Compile(Sample);
        foreach (var tree in compilation.SyntaxTrees)
        {
            using var bytes = new MemoryStream([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(tree.ToString())]);
            compilation = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(SourceText.From(bytes), ModelText.ParseOptions, tree.FilePath));
        }

        Assert.Equal(Expected.Value, Sql(compilation));
    }

    [Fact]
    public void Line_directive_changes_nothing() => Assert.Equal(
        Expected.Value, Sql(ModelText.Compile([.. Sample.Select(text => InsteadOfFirstLine("#line 7 \"/secret/elsewhere.cs\"", text))])));

    [Theory]
    [InlineData("X")]
    [InlineData("Y")]
    public void Symbols_of_the_preprocessor_choose_the_code_and_change_nothing_else(string symbol)
    {
        string[] files = [.. Sample.Select(text => $"#if X\n{text}\n#else\n{text}\n#endif\n")];
        Assert.Equal(Placeless(Expected.Value), Placeless(Sql(Reparsed(ModelText.Compile(files), ModelText.ParseOptions.WithPreprocessorSymbols(symbol)))));
    }

    [Theory]
    [InlineData("/srv/retail/")]
    [InlineData("/")]
    public void Folder_of_the_files_is_in_no_sql(string folder)
    {
        var compilation = ModelText.Compile(Sample);
        foreach (var tree in compilation.SyntaxTrees) compilation = compilation.ReplaceSyntaxTree(tree, tree.WithFilePath(folder + tree.FilePath));
        compilation = compilation.WithOptions(compilation.Options.WithSourceReferenceResolver(new SourceFileResolver([], folder)));
        Assert.Equal(Expected.Value, Sql(compilation));
    }

    [Fact]
    public void Parts_of_a_class_may_lie_in_any_files_in_any_order()
    {
        string[] files =
        [
            "[Schema] public sealed class S; [Table<S>] public sealed class Raw { public string? A { get; init; } public int? B { get; init; } public int? C { get; init; } }\n[Stream] public sealed class RawStream : Stream<Raw>;",
            "/// <summary>Both parts.</summary>\n[Table<S>] public sealed partial class T { [BusinessKey] public string A { get; init; } = \"\"; [Load] internal static Query<T> Of(RawStream raw) => from r in raw select new T { A = r.A.OrReject(), B = r.B, C = r.C }; }",
            "public sealed partial class T { public int? B { get; init; } [Expect(OnViolation.Warn)] internal static bool BIsPositive(T t) => t.B > 0; }",
            "public sealed partial class T { public int? C { get; init; } [Expect(OnViolation.Reject)] internal static bool CIsPositive(T t) => t.C > 0; }",
        ];
        var one = CompiledModel.Of(files);
        Assert.Empty(one.Findings());
        Assert.Equal(one.GeneratedText, CompiledModel.Reversed(files).GeneratedText);
    }

    [Fact]
    public void Key_that_both_parts_declare_is_told_by_the_compiler_alone()
    {
        const string Part = "[Table<S>] public sealed partial class T { [BusinessKey] public int Id { get; init; } }";
        var compilation = ModelText.Compile("[Schema] public sealed class S;", Part, Part);
        Assert.Equal(["CS0102", "CS0579"], compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Id).Distinct().Order());
        Assert.Single(ModelReading.Read(compilation, new ReadingMemo(), CancellationToken.None).Objects, o => o.Name.Name == "T");
    }

    private static string InsteadOfFirstLine(string line, string text) =>
        text.StartsWith("//", StringComparison.Ordinal) ? line + text[text.IndexOf('\n', StringComparison.Ordinal)..] : throw new ArgumentException("The first line is no comment.", nameof(text));

    private static CSharpCompilation Reparsed(CSharpCompilation compilation, CSharpParseOptions options) =>
        compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.Select(t => CSharpSyntaxTree.ParseText(t.GetText(), options, t.FilePath)));

    private static string Sql(CSharpCompilation compilation)
    {
        var catalog = new CompiledCatalog(ModelReading.Read(compilation, new ReadingMemo(), CancellationToken.None).Objects);
        return string.Join("\n", ArtifactFiles.Render(catalog, catalog).Select(f => $"== {f.Path}\n{f.Text}"));
    }

    private static string Placeless(string sql) => Place().Replace(sql, "");

    [GeneratedRegex(@"File[0-9]+\.cs(:[0-9]+)?|""line"": [0-9]+")]
    private static partial Regex Place();
}
