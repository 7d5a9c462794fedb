using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A type argument is of the kind that the vocabulary asks for: <c>[Table&lt;&gt;]</c> takes a schema.</summary>
/// <remarks>Which kinds those are, the vocabulary says itself by <c>[OfKind]</c> on the type parameter; so this one rule holds for every attribute.</remarks>
internal sealed class WrongKind : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.WrongKind, "A type argument is of the wrong kind", "'{0}' is {1}, and [{2}<>] of '{4}' takes {3}; name a class of that kind");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        var attributes = context.Type.GetAttributes().Concat(context.Type.OrderedMembers().OfType<IPropertySymbol>().SelectMany(p => p.GetAttributes()));
        foreach (var attribute in attributes)
        {
            if (attribute.AttributeClass is not { IsGenericType: true } used || used.Word() is not { } word) continue;
            for (var i = 0; i < used.TypeParameters.Length; i++)
            {
                var kinds = KindsOf(used.TypeParameters[i]);
                if (kinds.Count == 0 || used.TypeArguments[i] is not INamedTypeSymbol argument || argument.TypeKind == TypeKind.Error) continue;
                var actual = KindNames.KindWord(argument);
                if (actual is not null && kinds.Contains(actual)) continue;

                yield return Problem(
                    attribute.ApplicationSyntaxReference?.GetSyntax(context.Cancellation).GetLocation(), argument.Name,
                    actual is null ? "no object of the model" : "a " + Phrase(actual), word.Substring(0, word.Length - "Attribute".Length), string.Join(" or ", kinds.Select(k => "a " + Phrase(k))), context.Type.Name);
            }
        }
    }

    private static List<string> KindsOf(ITypeParameterSymbol parameter) =>
    [
        .. parameter.GetAttributes().Where(a => a.AttributeClass.Word() == "OfKindAttribute")
            .SelectMany(a => a.ConstructorArguments).Where(a => a is { Kind: TypedConstantKind.Array, IsNull: false }).SelectMany(a => a.Values)
            .Select(v => (v.Value as INamedTypeSymbol)?.Name).OfType<string>().Select(n => n.Substring(0, n.Length - "Attribute".Length)),
    ];

    // RootTask is "root task".
    private static string Phrase(string word) => SqlName.Of(word).Replace('_', ' ').ToLowerInvariant();
}
