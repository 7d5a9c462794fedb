using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Rules;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>What a column takes: no null where it has none, and nothing that would be cut or rounded to fit.</summary>
internal sealed partial class QueryTranslator
{
    private Expression Assign(Expression value, Column column, TableShape target, Location at)
    {
        if (value is KeyLookup)
        {
            return column.ForeignKey is not null && target.Type.Has("Fact")
                ? value
                : throw new UntranslatableException($"'{column.Property}' of '{target.Type.Name}' is given a surrogate key, which only a fact keeps; mark it with [ForeignKey<>] in a [Fact<>], or select another value", at);
        }

        if (Finder<KeyLookup>.IsIn(value)) throw new UntranslatableException($"the key for '{column.Property}' is looked up after the query, so nothing can be computed of it; give KeyOf alone to a column", at);
        if (value.Nullable && !column.Nullable)
        {
            throw new UntranslatableException(RuleIds.NullIntoNotNull, $"'{column.Property}' may be null here; use ??, OrReject or make the property nullable", at);
        }

        if (Loss(value, column.Type) is var (gets, instead))
        {
            throw new UntranslatableException(RuleIds.LossyAssignment, $"'{column.Property}' is {NumberTypes.Spell(column.Type)} and gets {gets}; {instead}", at);
        }

        return Fit(value, column.Type);
    }

    /// <summary>What the column can't hold of the value, and the way out; null where nothing is lost, or where too much of it fails or rejects the row.</summary>
    private (string Gets, string Instead)? Loss(Expression value, SqlType to)
    {
        var from = value.Type;
        switch (value)
        {
            case Literal { Value: null }: return null;
            case Rejectable rejectable: return Loss(rejectable.Operand, to);
            case Literal { Value: { } text, Type.Kind: SqlTypeKind.Text } when to is { Kind: SqlTypeKind.Text, Precision: > 0 }:
                return text.Length > to.Precision ? ($"a text of {text.Length} characters", "shorten it, or widen the column with [Varchar]") : null;
        }

        if (from.Kind == SqlTypeKind.Number && to.Kind == SqlTypeKind.Number)
        {
            if (from.Scale > to.Scale) return (NumberTypes.Spell(from), $"digits after the point would be lost: round it with Math.Round(.., {to.Scale}), or give the column more with [Number]");
            var whole = from.Precision - from.Scale;
            if (IsDeclared(value) && whole > to.Precision - to.Scale) return (NumberTypes.Spell(from), "digits before the point may be lost: give the column as many with [Number]");
        }

        return from.Kind == SqlTypeKind.Text && to is { Kind: SqlTypeKind.Text, Precision: > 0 and var length } && from.Precision > length
            ? (NumberTypes.Spell(from), "characters may be lost: cut it with Substring, or widen the column with [Varchar]")
            : null;
    }

    // A computed number is as wide as it could be at worst; that of a column, a literal or a parse is meant so.
    private bool IsDeclared(Expression value) => value switch
    {
        ColumnReference column => !stepAliases.Contains(column.Source),
        Literal => true,
        FunctionCall { Function: "Coalesce" } call => call.Arguments.All(IsDeclared),
        FunctionCall { Function: "TryToDecimal" or "TryToInt" or "TryToLong" } => true,
        _ => false,
    };

    private static Expression Fit(Expression value, SqlType to)
    {
        var from = value.Type;
        if (value is Literal { Value: null }) return Literal.Null(to);
        if (from.Kind == SqlTypeKind.Variant) return value;
        if (value is Rejectable rejectable) return rejectable with { Operand = Fit(rejectable.Operand, to) };
        if (from.Kind != to.Kind) return new CastExpression(value, to);
        var isNarrower = to.Kind == SqlTypeKind.Number && (from.Scale > to.Scale || from.Precision - from.Scale > to.Precision - to.Scale);
        return isNarrower && value is not Literal ? new CastExpression(value, to) : value;
    }
}
