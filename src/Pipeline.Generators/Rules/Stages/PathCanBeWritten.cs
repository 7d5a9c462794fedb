using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A path below a stage is one that a COPY can name.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/sql-reference/sql/copy-into-table"/></remarks>
internal sealed class PathCanBeWritten : ModelRule
{
    private static readonly Regex Value = new(@"\$\{[^{}]+\}", RegexOptions.CultureInvariant);

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.PathCanBeWritten,
        "A path below a stage can't be written",
        "'{0}' of '{1}' is a path that no COPY can name, which takes letters, digits and / _ - . = and no two dashes or slashes in a row; {2}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        foreach (var (path, at) in Paths(context))
        {
            if (path is not { Length: > 0 } || StagePath.CanBeWritten(Value.Replace(path, "x"))) continue;
            yield return Problem(at, path, context.Type.Name, path.Contains("://") ? "write the place that follows the stage's own address" : "name a folder that it can, and choose among its files by Pattern");
        }
    }

    private static IEnumerable<(string? Path, Location? At)> Paths(ReadContext context) => context.Type.Attributes("CopyFrom")
        .Select(c => (c.Named<string?>("Path", null), c.ApplicationSyntaxReference?.GetSyntax(context.Cancellation).GetLocation()))
        .Concat(KindNames.KindWord(context.Type) == "ExternalTable" ? [(context.Kind.Named<string?>("Path", null), context.KindLocation)] : []);
}
