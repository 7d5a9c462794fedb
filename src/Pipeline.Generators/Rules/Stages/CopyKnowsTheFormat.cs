using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>What is copied has a format.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/sql-reference/sql/create-file-format"/></remarks>
internal sealed class CopyKnowsTheFormat : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.CopyKnowsTheFormat,
        "A table copies from a stage without a format",
        "'{0}' copies from '{1}', which has no [Format<>]; say how its files are read");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        foreach (var copy in context.Type.Attributes("CopyFrom"))
        {
            if (copy.Argument() is { } stage && KindNames.KindWord(stage) == "Stage" && !stage.Has("Format")) yield return Problem(TaskSymbols.LocationOf(context, copy), context.Type.Name, stage.Name);
        }
    }
}
