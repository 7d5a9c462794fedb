using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>The files of an external table have a format that it can read.</summary>
/// <remarks>
/// An external table doesn't inherit its stage's format, and finds the fields of a CSV by position alone.
/// <see href="https://docs.snowflake.com/en/sql-reference/sql/create-external-table"/>
/// </remarks>
internal sealed class ExternalTableKnowsTheFormat : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.ExternalTableKnowsTheFormat,
        "An external table can't read its files' format",
        "'{0}' reads files of '{1}', {2}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (KindNames.KindWord(context.Type) != "ExternalTable" || context.Kind.Argument(1) is not { } stage || KindNames.KindWord(stage) != "Stage") yield break;
        var format = stage.Attribute("Format")?.Argument();
        var reason = !stage.Has("Format") ? "which has no [Format<>]; say how they are read"
            : format is not null && KindNames.KindWord(format) == "CsvFormat" && KindNames.Kind(format)!.Named("SkipHeader", 0) == 0
                ? $"whose '{format.Name}' finds fields by the header's names, and external tables find them by position; say SkipHeader = 1 there, and write the properties in the order of the fields"
            : null;
        if (reason is not null) yield return Problem(context.KindLocation, context.Type.Name, stage.Name, reason);
    }
}
