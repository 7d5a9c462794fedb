using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A method's attribute is one that its class has a use for; of another the method is never read.</summary>
internal sealed class MethodIsOfItsKind : ModelRule
{
    private static readonly (string Word, string[] Kinds, string Instead)[] Uses =
    [
        ("Load", ["Table", "Dimension", "Fact"], "a [Table<>], a [Dimension<>] or a [Fact<>]"),
        ("Define", ["View", "MaterializedView", "DynamicTable", "Calendar"], "a [View<>], a [DynamicTable<,>] or a [Calendar<>]"),
        ("Expect", ["Table", "Dimension", "Fact"], "a [Table<>], a [Dimension<>] or a [Fact<>]"),
        ("UnknownMember", ["Dimension", "Calendar"], "a [Dimension<>] or a [Calendar<>]"),
        ("Alarms", ["Alert"], "an [Alert<,>]"),
        ("Check", ["Gate"], "a [Gate<,>]"),
        ("Allow", ["RowAccessPolicy"], "a [RowAccessPolicy<>]"),
    ];

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.MethodIsOfItsKind, "A method's attribute means nothing on its class", "[{0}] of '{1}' says nothing in a {2}, so the method is never read; remove it, or make '{3}' {4}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        // Of external tables another rule speaks.
        if (KindNames.KindWord(context.Type) is not { } kind || kind == "ExternalTable") yield break;
        foreach (var method in context.Type.OrderedMembers().OfType<IMethodSymbol>())
        {
            foreach (var (word, kinds, instead) in Uses)
            {
                if (!kinds.Contains(kind) && method.Attribute(word) is { } attribute)
                {
                    yield return Problem(TaskSymbols.LocationOf(context, attribute), word, method.Name, SqlName.Of(kind).Replace('_', ' ').ToLowerInvariant(), context.Type.Name, instead);
                }
            }
        }
    }
}
