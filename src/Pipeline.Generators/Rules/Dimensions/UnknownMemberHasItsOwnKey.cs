using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>The key that <c>[UnknownMember]</c> gives to row -1 is no member's, and not that of row -2 or -3.</summary>
/// <remarks>A load rejects what has the key of such a row, and a lookup that finds two rows loads a fact twice.</remarks>
internal sealed class UnknownMemberHasItsOwnKey : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.UnknownMemberHasItsOwnKey,
        "The unknown member has the key of another row",
        "'{0}' gives row -1 of '{1}' the key {2}, {3}; leave '{4}' out of it, then row -1 has a key of its own");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (context.Item is not DimensionObject dimension || dimension.FirstWith(ColumnRoles.SurrogateKey) is null || context.Methods("UnknownMember").FirstOrDefault() is not { } method) yield break;
        var key = dimension.With(ColumnRoles.BusinessKey).ToList();
        var given = key.Where(k => dimension.UnknownMember.Any(p => p.Name == k.Name)).ToList();
        if (given.Count == 0) yield break;

        var values = KeyOf(dimension, Member.Unknown);
        string? why = null;
        if (key.Zip(values, IsAMembers).All(isAMembers => isAMembers)) why = "which a member has too";
        else if (KeyOf(dimension, Member.NotApplicable).SequenceEqual(values)) why = "which is that of row -2";
        else if (KeyOf(dimension, Member.Invalid).SequenceEqual(values)) why = "which is that of row -3";
        if (why is null) yield break;
        yield return Problem(
            Assigned(context, method, given[0].Property) ?? method.Locations.FirstOrDefault(), method.Name, context.Type.Name,
            string.Join(", ", values.Select(v => $"'{v}'")), why, string.Join("' and '", given.Select(g => g.Property)));
    }

    // Of a truth value or a time of day each value may be a member's, and of an enum its members.
    private static bool IsAMembers(Column column, object? value) => column.Type.Kind is SqlTypeKind.Boolean or SqlTypeKind.Time
        || (value is string text && column.AllowedValues.Contains(text));

    private static List<object?> KeyOf(DimensionObject dimension, Member member) => [.. Members.KeyValues(dimension, member).Select(v => v is Literal literal ? literal.Value : (object)v)];

    private static Location? Assigned(ReadContext context, IMethodSymbol method, string property) => method.DeclaringSyntaxReferences
        .SelectMany(r => r.GetSyntax(context.Cancellation).DescendantNodes()).OfType<AssignmentExpressionSyntax>()
        .FirstOrDefault(a => a.Left is IdentifierNameSyntax name && name.Identifier.ValueText == property)?.GetLocation();
}
