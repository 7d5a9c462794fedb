using System.Xml.Linq;
using Pipeline.Testing;

namespace Architecture.Tests;

/// <summary>The repository as it lies on disk.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = ["bin", "obj", ".git", ".vs", ".idea", "node_modules", "artifacts", "TestResults"];

    public static string Root => RepositoryRoot.Path;

    /// <summary>The files that people write, relative to the root with '/', in order.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Enumerate(Root).Order(StringComparer.Ordinal)];

    public static IEnumerable<string> Projects => Files.Where(f => f.EndsWith(".csproj", StringComparison.Ordinal));

    public static IEnumerable<string> SourceFiles => Files.Where(f => f.EndsWith(".cs", StringComparison.Ordinal));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>The values of an attribute on the items of a project.</summary>
    public static IEnumerable<string> Items(string project, string item, string attribute = "Include") =>
        XDocument.Parse(Read(project)).Descendants(item).Select(i => (string?)i.Attribute(attribute)).OfType<string>();

    public static string NameOf(string project) => Path.GetFileNameWithoutExtension(project.Replace('\\', '/'));

    private static IEnumerable<string> Enumerate(string folder) => Directory.EnumerateFiles(folder)
        .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
        .Concat(Directory.EnumerateDirectories(folder).Where(d => !NotOurs.Contains(Path.GetFileName(d))).SelectMany(Enumerate));
}
