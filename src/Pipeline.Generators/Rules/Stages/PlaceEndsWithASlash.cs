using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A stage is a folder, and its address ends as one.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/sql-reference/sql/create-stage"/></remarks>
internal sealed class PlaceEndsWithASlash : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.PlaceEndsWithASlash,
        "A place in a bucket is meant as a folder and isn't one",
        "'{0}' of '{1}' is a prefix, to which files of neighbouring folders belong too; end it with '/'");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (KindNames.KindWord(context.Type) == "Stage" && context.Kind.At<string?>(0, null) is { Length: > 0 } url && !url.EndsWith("/", StringComparison.Ordinal)) yield return Problem(context.KindLocation, url, context.Type.Name);
        foreach (var copy in context.Type.Attributes("CopyFrom"))
        {
            if (copy.Named<string?>("Path", null) is { Length: > 0 } path && !path.EndsWith("/", StringComparison.Ordinal) && path.IndexOf('.') < 0) yield return Problem(TaskSymbols.LocationOf(context, copy), path, context.Type.Name);
        }
    }
}
