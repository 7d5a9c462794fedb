using Pipeline.Build.Rendering;
using Pipeline.Catalog;

namespace Pipeline.Build.Writing;

/// <summary>Makes the folder hold what was rendered: writes what differs, removes what is stale, leaves alone what isn't the build's.</summary>
public static class ArtifactWriter
{
    /// <param name="folder">The folder of the SQL.</param>
    /// <param name="files">All files that it is to hold.</param>
    /// <param name="folderName">The folder, as messages name it.</param>
    /// <param name="keep">Told what the folder holds of ours: before the first write and after the last.</param>
    /// <exception cref="BuildException">A file of somebody else's stands where one is to be written; then nothing was written.</exception>
    public static WriteResult Write(ArtifactFolder folder, IReadOnlyList<RenderedFile> files, string folderName, Action<IReadOnlyList<WrittenFile>, bool> keep)
    {
        var contents = SideBySide.Of(files, f => new FileContent(f));
        var changed = contents.Where(c => !folder.Holds(c)).ToList();
        RefuseForeign(folder, changed, folderName);
        var stale = folder.Stale(files.Select(f => f.Path));

        // Remembered as ours before they are written: a build that is stopped halfway leaves nothing that the next takes for foreign.
        if (changed.Count + stale.Count > 0) keep([.. files.Select(f => new WrittenFile(f.Path, "", 0, 0)), .. stale.Select(p => new WrittenFile(p, "", 0, 0))], false);
        foreach (var path in stale) folder.Remove(path);
        foreach (var content in changed) folder.Write(content);
        keep([.. contents.Select(folder.Describe)], true);

        return new([.. changed.Select(f => f.Path)], stale, files.Count - changed.Count);
    }

    private static void RefuseForeign(ArtifactFolder folder, IEnumerable<FileContent> changed, string folderName)
    {
        var errors = changed.Where(f => folder.Exists(f.Path) && !folder.IsOurs(f.Path))
            .Select(f => new BuildError(BuildErrorCodes.ForeignFile, $"{folderName}/{f.Path}", 1, 1,
                "The build writes this file, but its first line doesn't say that the build wrote it; move it away, or delete it to have it written."))
            .ToList();
        if (errors.Count > 0) throw new BuildException(errors);
    }
}
