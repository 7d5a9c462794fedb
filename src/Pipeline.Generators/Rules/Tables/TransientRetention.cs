using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>What is transient keeps its past for a day at most.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/tables-temp-transient"/></remarks>
internal sealed class TransientRetention : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.TransientRetention,
        "A transient object keeps its past for longer than a day",
        "'{0}' is transient, and Snowflake keeps its past for a day at most, not for {1}; {2}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        var days = context.Kind.Named("RetentionDays", -1);
        if (days <= 1) yield break;
        if (KindNames.KindWord(context.Type) is "Schema" or "Database" && context.Kind.Named("Transient", false)) yield return Problem(context.KindLocation, context.Type.Name, days, "say RetentionDays = 1, or remove Transient");
        else if (context.Kind.Argument() is { } schema && KindNames.Kind(schema)?.Named("Transient", false) == true) yield return Problem(context.KindLocation, context.Type.Name, days, $"put it into another schema than '{schema.Name}'");
    }
}
