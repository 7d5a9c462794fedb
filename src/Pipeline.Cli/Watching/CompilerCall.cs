using System.Text.Json;
using Microsoft.CodeAnalysis.CSharp;
using Pipeline.Cli.Models;

namespace Pipeline.Cli.Watching;

/// <summary>How a build would call the compiler for a project, and where it would write the SQL: MSBuild's own answer.</summary>
internal sealed record CompilerCall(string Project, CSharpCommandLineArguments Arguments, IReadOnlyDictionary<string, string> Properties)
{
    private static readonly string[] Asked =
        ["PipelineSqlDirectory", "PipelineEnvironmentFile", "PipelineTemplateDirectory", "PipelineAcceptLoss", "IntermediateOutputPath", "TargetFrameworks", "TargetPath"];

    public string Folder => Path.GetDirectoryName(Project)!;

    public string PathOf(string property) => Path.GetFullPath(Path.Combine(Folder, Properties[property].Replace('\\', '/')));

    /// <summary>Asks; restores and builds what the project refers to where that hasn't been done.</summary>
    public static CompilerCall Of(string project, TextWriter progress)
    {
        var (call, problem) = Ask(project);
        if (call is null)
        {
            progress.WriteLine($"Restoring {Path.GetFileName(project)} ..");
            _ = Dotnet.Run("restore", project, "--nologo", "-v", "quiet");
            (call, problem) = Ask(project);
        }

        if (call is null || Missing(call).Any())
        {
            // The project itself may be half-typed; then what it refers to is built all the same.
            progress.WriteLine($"Building what {Path.GetFileName(project)} refers to ..");
            var (_, text) = Dotnet.Build(project);
            (call, problem) = Ask(project);
            if (call is not null && Missing(call).FirstOrDefault() is { } missing) throw new FailureException($"{text.Trim()}\n{missing} isn't there, so {project} can't be compiled; restore and build it first.");
        }

        return call ?? throw new FailureException($"{problem.Trim()}\nMSBuild doesn't say how {project} is compiled; build it with 'dotnet build', and see what that says.");
    }

    private static IEnumerable<string> Missing(CompilerCall call) => call.Arguments.MetadataReferences.Select(r => r.Reference).Concat(call.Arguments.AnalyzerReferences.Select(a => a.FilePath))
        .Select(p => Path.Combine(call.Folder, p)).Where(p => !File.Exists(p));

    private static (CompilerCall? Call, string Problem) Ask(string project, string? framework = null)
    {
        var (succeeded, text) = Dotnet.Run(
            "msbuild", project, "-nologo", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-p:BuildProjectReferences=false",
            framework is null ? "-p:PipelineWatch=true" : "-p:TargetFramework=" + framework, "-getItem:CscCommandLineArgs", "-getProperty:" + string.Join(",", Asked));
        if (!succeeded) return (null, text);
        using var answer = JsonDocument.Parse(text);
        var properties = answer.RootElement.GetProperty("Properties").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString() ?? "", StringComparer.Ordinal);
        var arguments = answer.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray().Select(i => i.GetProperty("Identity").GetString()!).ToList();

        // Of several target frameworks the first one writes the SQL.
        if (arguments.Count == 0 && framework is null && properties["TargetFrameworks"] is { Length: > 0 } several) return Ask(project, several.Split(';')[0].Trim());
        var parsed = CSharpCommandLineParser.Default.Parse(arguments, Path.GetDirectoryName(project), sdkDirectory: null);
        return arguments.Count == 0 ? (null, text) : (new(project, parsed, properties), "");
    }
}
