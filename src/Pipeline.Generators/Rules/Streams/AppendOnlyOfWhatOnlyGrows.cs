using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A stream of inserts lies on a table to which rows are only added.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/streams-intro#types-of-streams"/></remarks>
internal sealed class AppendOnlyOfWhatOnlyGrows : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.AppendOnlyOfWhatOnlyGrows,
        "A stream of inserts lies on a table whose rows change",
        "'{0}' shows inserted rows alone, and '{1}' changes its rows: what is updated or deleted there never arrives; say Mode = StreamMode.Net");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (KindNames.KindWord(context.Type) != "Stream" || context.Kind.NamedEnum("Mode") != "AppendOnly" || KindNames.StreamSource(context.Type) is not { } source) yield break;
        var loads = source.OrderedMembers().OfType<IMethodSymbol>().Select(m => m.Attribute("Load")).OfType<AttributeData>().ToList();
        if (loads.Any(l => l.EnumAt(0) is null or "Merge")) yield return Problem(context.KindLocation, context.Type.Name, source.Name);
    }
}
