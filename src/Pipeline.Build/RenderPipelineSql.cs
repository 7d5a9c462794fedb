using Microsoft.Build.Framework;
using Pipeline.Build.Baseline;
using Pipeline.Catalog.Baseline;
using Pipeline.Build.Rendering;
using Pipeline.Build.Verifying;
using Pipeline.Build.Writing;

namespace Pipeline.Build;

/// <summary>The task that the package's targets call after the compiler: writes the model's SQL, or verifies what is committed.</summary>
public sealed class RenderPipelineSql : Microsoft.Build.Utilities.Task
{
    // A model of a thousand objects, all of them changed, isn't explained by a thousand diffs.
    private const int MostDiffs = 20;
    private const int LongestDiff = 60;

    [Required]
    public string Assembly { get; set; } = "";

    /// <summary>The project; what messages name is relative to its folder.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>Where the files go.</summary>
    [Required]
    public string OutputDirectory { get; set; } = "";

    /// <summary>What the last build left.</summary>
    [Required]
    public string StateFile { get; set; } = "";

    public string EnvironmentFile { get; set; } = Environments.EnvironmentFile.DefaultName;

    /// <summary>The environment to render; empty for the committed one.</summary>
    public string Environment { get; set; } = "";

    /// <summary>The folder with templates of the user's.</summary>
    public string TemplateDirectory { get; set; } = "";

    /// <summary>The folder with the manifest that was shipped; empty for where the files go.</summary>
    public string ShippedDirectory { get; set; } = "";

    /// <summary>What of the shipped model may be lost, each by name.</summary>
    public string AcceptLoss { get; set; } = "";

    /// <summary>Whether to compare with what is committed instead of writing.</summary>
    public bool Verify { get; set; }

    public override bool Execute()
    {
        try
        {
            var build = new ArtifactBuild(Request(), new SqlArtifactSource());
            if (Verify) Report(build.Verify());
            else Report(build.Write());
            foreach (var warning in build.Warnings) Warning(warning);
        }
        catch (BuildException e)
        {
            foreach (var warning in e.Warnings) Warning(warning);
            foreach (var error in e.Errors) Error(error);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Error(new BuildError(BuildErrorCodes.FileAccess, $"{e.Message} The SQL of the model wasn't written whole; build again once the file is free."));
        }

        return !Log.HasLoggedErrors;
    }

    private ArtifactBuildRequest Request()
    {
        var environmentFile = FullPath(EnvironmentFile);
        return new ArtifactBuildRequest(FullPath(Assembly), FullPath(OutputDirectory).TrimEnd('/', '\\'), FolderName, FullPath(StateFile))
        {
            ProjectFolder = Path.GetDirectoryName(ProjectFile),
            EnvironmentFile = File.Exists(environmentFile) ? File.ReadAllBytes(environmentFile) : null,
            EnvironmentFileName = EnvironmentFile,
            Environment = Environment.Length == 0 ? null : Environment,
            Shipped = ShippedDirectory.Length == 0 ? null : ShippedManifest.In(FullPath(ShippedDirectory), ShippedDirectory.Replace('\\', '/').TrimEnd('/')),
            AcceptedLosses = AcceptedLoss.Read(AcceptLoss),
            Templates = TemplateDirectory.Length == 0 ? [] : TemplateFolder.Read(FullPath(TemplateDirectory), TemplateDirectory),
        };
    }

    private string FolderName => OutputDirectory.Replace('\\', '/').TrimEnd('/');

    private string FullPath(string path) => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ProjectFile)!, path));

    private void Report(WriteResult result)
    {
        foreach (var path in result.Written) Log.LogMessage(MessageImportance.Normal, $"  written  {FolderName}/{path}");
        foreach (var path in result.Removed) Log.LogMessage(MessageImportance.Normal, $"  removed  {FolderName}/{path}");
        Log.LogMessage(result.IsNothing ? MessageImportance.Low : MessageImportance.High,
            $"{Path.GetFileNameWithoutExtension(Assembly)} -> {FolderName}/: {result.Written.Count} files written, {result.Removed.Count} removed, {result.Unchanged} unchanged");
    }

    private void Report(IReadOnlyList<CommittedDifference> differences)
    {
        foreach (var difference in differences.Take(MostDiffs))
        {
            Error(new BuildError(BuildErrorCodes.CommittedDiffers, $"{FolderName}/{difference.Path}", difference.Line, difference.Line == 0 ? 0 : 1, difference.Message));
            if (difference.Diff.Count == 0) continue;
            Log.LogMessage(MessageImportance.High, $"{FolderName}/{difference.Path}   - committed   + from the model");
            foreach (var line in difference.Diff.Take(LongestDiff)) Log.LogMessage(MessageImportance.High, "    " + line);
            if (difference.Diff.Count > LongestDiff) Log.LogMessage(MessageImportance.High, $"    and {difference.Diff.Count - LongestDiff} lines more");
        }

        if (differences.Count <= MostDiffs) return;
        Error(new BuildError(BuildErrorCodes.CommittedDiffers, $"{differences.Count - MostDiffs} files more of {FolderName}/ differ from the model. Build, and commit them."));
    }

    private void Error(BuildError error) => Log.LogError(
        subcategory: null, error.Code, helpKeyword: null, file: error.File is null ? ProjectFile : FullPath(error.File),
        error.Line, error.Column, endLineNumber: 0, endColumnNumber: 0, "{0}", error.Message);

    private void Warning(BuildError warning) => Log.LogWarning(
        subcategory: null, warning.Code, helpKeyword: null, file: warning.File is null ? ProjectFile : FullPath(warning.File),
        warning.Line, warning.Column, endLineNumber: 0, endColumnNumber: 0, "{0}", warning.Message);
}
