namespace Pipeline.Build.Rendering;

/// <summary>The templates that a model project brings.</summary>
public static class TemplateFolder
{
    /// <summary>Every <c>.sql</c> file below the folder, in the order of their names; none where there is no such folder.</summary>
    public static IReadOnlyList<TemplateOverride> Read(string folder, string folderName)
    {
        if (!Directory.Exists(folder)) return [];
        return
        [
            .. Directory.EnumerateFiles(folder, "*.sql", SearchOption.AllDirectories)
                .Select(f => (File: f, Name: f.Substring(folder.Length).Replace('\\', '/').TrimStart('/')))
                .OrderBy(f => f.Name, StringComparer.Ordinal)
                .Select(f => new TemplateOverride(f.Name, $"{folderName}/{f.Name}", File.ReadAllText(f.File).Replace("\r\n", "\n"))),
        ];
    }
}
