using Microsoft.CodeAnalysis.CSharp;
using Pipeline.Catalog.Json;
using Pipeline.Generators.Reading;
using Pipeline.Generators.Reading.Memo;

namespace Pipeline.Generators.Tests.Memo;

/// <summary>A model whose files are edited one by one, with one memory over all edits.</summary>
internal sealed class EditedModel(params string[] files)
{
    private CSharpCompilation compilation = ModelText.Compile(files);

    public ReadingMemo Memo { get; } = new();

    public string[] Files { get; } = [.. files];

    /// <summary>Gives a file another text, as an editor does: all other trees stay.</summary>
    public EditedModel Edit(int file, string text)
    {
        var tree = compilation.SyntaxTrees[file];
        compilation = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, ModelText.ParseOptions, tree.FilePath));
        Files[file] = text;
        return this;
    }

    public EditedModel Replace(string from, string to)
    {
        var file = Array.FindIndex(Files, f => f.Contains(from, StringComparison.Ordinal));
        return Edit(file, Files[file].Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>How many files were read anew.</summary>
    public int Read()
    {
        var before = Memo.Reads;
        _ = Reading();
        return Memo.Reads - before;
    }

    /// <summary>Objects and problems with their places, as remembered.</summary>
    public string Remembered() => Text(Reading());

    /// <summary>The same read by someone who remembers nothing.</summary>
    public string Cold() => Text(ModelReading.Read(ModelText.Compile(Files), new ReadingMemo(), CancellationToken.None));

    private ModelReading Reading() => ModelReading.Read(compilation, Memo, CancellationToken.None);

    private static string Text(ModelReading reading) => string.Join("\n", reading.Objects.Select(CatalogJson.Write).Concat(
        reading.Problems.Select(p => $"{p.Rule} {p.Location.GetLineSpan()} {p.Message}").Order(StringComparer.Ordinal)));
}
