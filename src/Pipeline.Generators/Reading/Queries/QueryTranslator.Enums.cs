using System.Globalization;
using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>Enums: text in SQL, numbers where C# computes, compares or orders by them.</summary>
internal sealed partial class QueryTranslator
{
    // The model's own; what .NET numbers, SQL functions number too.
    private static INamedTypeSymbol? OwnEnum(ITypeSymbol? type) =>
        type is not null && ColumnTypes.Plain(type) is INamedTypeSymbol { TypeKind: TypeKind.Enum } values && !IsDotNets(values) && values.Word() != "ChangeAction" ? values : null;

    private static bool IsDotNets(INamedTypeSymbol values) => values.ContainingNamespace?.ToDisplayString() == "System";

    private static IReadOnlyList<(string Name, string Number)> Members(INamedTypeSymbol values) =>
        [.. values.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue).Select(f => (f.Name, Convert.ToString(f.ConstantValue, CultureInfo.InvariantCulture)!))];

    // A member's number; of a literal it is known at once.
    private static Expression NumberOf(Expression text, INamedTypeSymbol values)
    {
        var type = ColumnTypes.Of(values.EnumUnderlyingType!) ?? SqlType.Int32;
        var members = Members(values);
        if (text is Literal { Value: var known })
        {
            return known is null ? Literal.Null(type) : new Literal(members.First(m => m.Name == known).Number, type);
        }

        var branches = members.Select(m => new CaseBranch(Make.Equal(text, Literal.Text(m.Name)), new Literal(m.Number, type))).ToList();
        return new CaseExpression(branches.ToEquatableArray(), null, type, text.Nullable);
    }

    // The member of a number; the first of several that share one, as ToString has it.
    private static Expression MemberOf(Expression number, INamedTypeSymbol values)
    {
        var members = Members(values).GroupBy(m => m.Number).Select(g => g.First()).ToList();
        if (number is Literal { Value: { } known } && members.FirstOrDefault(m => m.Number == known).Name is { } name) return Literal.Text(name);
        var branches = members.Select(m => new CaseBranch(Make.Equal(number, new Literal(m.Number, number.Type)), Literal.Text(m.Name))).ToList();
        return new CaseExpression(branches.ToEquatableArray(), null, SqlType.Text, number.Nullable);
    }
}
