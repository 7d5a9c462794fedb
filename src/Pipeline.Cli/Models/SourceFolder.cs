namespace Pipeline.Cli.Models;

/// <summary>The files below a project's folder that its model is made of.</summary>
internal static class SourceFolder
{
    private static readonly string[] NotSources = ["bin", "obj", "sql", "data", ".git", ".vs", ".idea"];

    public static IEnumerable<FileInfo> Files(DirectoryInfo folder) => folder.EnumerateFiles().Where(f => f.Extension is ".cs" or ".csproj" or ".props" or ".targets" or ".yml" or ".sql")
        .Concat(folder.EnumerateDirectories().Where(d => !NotSources.Contains(d.Name, StringComparer.OrdinalIgnoreCase)).SelectMany(Files));
}
