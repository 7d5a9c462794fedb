using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>An external table lies in a folder of an external stage.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/sql-reference/sql/create-external-table"/></remarks>
internal sealed class ExternalTableLiesInAFolder : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.ExternalTableLiesInAFolder,
        "An external table has no folder to read",
        "'{0}' can't read '{1}': {2}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (KindNames.KindWord(context.Type) != "ExternalTable" || context.Kind.Argument(1) is not { } stage || KindNames.Kind(stage) is not { } kind || KindNames.KindWord(stage) != "Stage") yield break;
        var path = context.Kind.Named<string?>("Path", null);
        var reason = kind.At<string?>(0, null) is not { Length: > 0 } ? ("", "the stage is internal, and external tables read buckets alone; give it a url, or copy the files into a [Table<>]")
            : path is null ? default
            : !path.EndsWith("/", StringComparison.Ordinal) ? (path, "the location is a directory; end Path with '/'")
            : path.StartsWith("/", StringComparison.Ordinal) || path.Contains("//") || path.Contains("--") || !path.All(c => char.IsLetterOrDigit(c) || c is '/' or '_' or '-' or '.' or '=')
                ? (path, "a location takes letters, digits and / _ - . = only, begins with no slash, and has no two slashes or dashes in a row; let Pattern choose the files")
            : default;
        if (reason.Item2 is not null) yield return Problem(context.KindLocation, context.Type.Name, reason.Item1.Length == 0 ? stage.Name : reason.Item1, reason.Item2);
    }
}
