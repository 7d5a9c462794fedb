using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A warehouse that has nothing to do stops.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/warehouses-considerations"/></remarks>
internal sealed class WarehouseSuspends : ModelRule
{
    private const int LongIdle = 900;

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.WarehouseSuspends,
        "A warehouse costs while it is idle",
        "'{0}' {1}; say AutoSuspendSeconds = 60");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (KindNames.KindWord(context.Type) != "Warehouse") yield break;
        var seconds = context.Kind.Named("AutoSuspendSeconds", 60);
        if (seconds == 0) yield return Problem(context.KindLocation, context.Type.Name, "never stops, and is paid for day and night");
        else if (seconds > LongIdle) yield return Problem(context.KindLocation, context.Type.Name, $"is paid for {seconds / 60} idle minutes after each run");
    }
}
