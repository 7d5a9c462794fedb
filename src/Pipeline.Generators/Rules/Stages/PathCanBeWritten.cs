using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A folder below a stage stands in a statement without quotes, so it has letters that need none.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/sql-reference/sql/copy-into-table"/></remarks>
internal sealed class PathCanBeWritten : ModelRule
{
    // What an environment puts there, it is asked for when it is known.
    private static readonly Regex Placeholder = new(@"\$\{[^}]*\}", RegexOptions.CultureInvariant);

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.PathCanBeWritten,
        "A path below a stage can't be written",
        "'{0}' of '{1}' can't stand below a stage: a path takes letters, digits and / _ - . = only, and no two slashes or dashes in a row; name a folder above it, and let Pattern choose the files");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        foreach (var copy in context.Type.Attributes("CopyFrom"))
        {
            if (copy.Named<string?>("Path", null) is { } path && !CanBeWritten(Placeholder.Replace(path.Trim('/'), "x"))) yield return Problem(TaskSymbols.LocationOf(context, copy), path, context.Type.Name);
        }
    }

    private static bool CanBeWritten(string path) => !path.Contains("//") && !path.Contains("--") && path.All(c => char.IsLetterOrDigit(c) || c is '/' or '_' or '-' or '.' or '=');
}
