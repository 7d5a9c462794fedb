using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Catalog;
using Pipeline.Environments;
using Pipeline.Sql;

namespace Pipeline.Build.Rendering;

/// <summary>The files as the SQL room renders them.</summary>
public sealed class SqlArtifactSource : IArtifactSource
{
    // "templates/stream.sql(3,5) : error : what is wrong"
    private static readonly Regex Located = new(
        @"^(?<file>[^\n(]+)\((?<line>\d+),(?<column>\d+)\)\s*:\s*(error\s*:\s*)?(?<message>.*)$", RegexOptions.CultureInvariant);

    public string Version => ArtifactFiles.Version;

    public IReadOnlyList<RenderedFile> Render(RenderRequest request)
    {
        try
        {
            var files = ArtifactFiles.Render(request.Catalog, request.Bound, new UserTemplates(request.Templates), request.Environment.Schedules, request.Memory);
            return
            [
                .. files.Select(f => new RenderedFile(f.Path, f.Text)),
                .. request.HasEnvironmentFile ? [new RenderedFile(EnvironmentSchema.FileName, EnvironmentSchema.Write(request.Catalog))] : Array.Empty<RenderedFile>(),
            ];
        }
        catch (TemplateException e)
        {
            throw new BuildException([.. e.Message.Split('\n').Where(l => l.Trim().Length > 0).Select(TemplateError)]);
        }
        catch (Exception e) when (e is UnspellableException or UnsupportedLoadException)
        {
            throw new BuildException(new BuildError(BuildErrorCodes.Rendering, e.Message));
        }
    }

    private static BuildError TemplateError(string line) => Located.Match(line) is { Success: true } match
        ? new(BuildErrorCodes.Rendering, match.Groups["file"].Value, Number(match, "line"), Number(match, "column"), match.Groups["message"].Value)
        : new(BuildErrorCodes.Rendering, line);

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
}
