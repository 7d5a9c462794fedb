using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading;

/// <summary>Turns the compiler's locations into places that are the same on every machine: files as seen from the project's folder.</summary>
internal static class SourcePlaces
{
    public static SourcePlace? Of(Location? location, Compilation compilation)
    {
        if (location is not { IsInSource: true, SourceTree.FilePath: { Length: > 0 } path }) return null;
        Memo.BoundTrees.Add(location.SourceTree);

        // The compiler's own base for relative paths is the folder of the project.
        var folder = (compilation.Options.SourceReferenceResolver as SourceFileResolver)?.BaseDirectory;
        return new(Relative(path, folder), location.GetLineSpan().StartLinePosition.Line + 1);
    }

    /// <summary>The path from the folder, with '/'; the file's name alone where no path leads there.</summary>
    internal static string Relative(string path, string? folder)
    {
        var parts = Parts(path);
        if (!Path.IsPathRooted(path)) return string.Join("/", parts);

        var from = folder is null ? [] : Parts(folder);
        var shared = 0;
        while (shared < from.Length && shared < parts.Length - 1 && parts[shared] == from[shared]) shared++;
        // The root itself in common, '/' or a drive, is no neighbourhood.
        return shared < 2 ? parts[parts.Length - 1] : string.Join("/", Enumerable.Repeat("..", from.Length - shared).Concat(parts.Skip(shared)));
    }

    private static string[] Parts(string path) => path.Replace('\\', '/').TrimEnd('/').Split('/');
}
