using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>Texts that are put together.</summary>
internal sealed partial class QueryTranslator
{
    private Expression Interpolate(IInterpolatedStringOperation text, Scope scope)
    {
        Expression? result = null;
        foreach (var part in text.Parts)
        {
            var piece = part switch
            {
                IInterpolatedStringTextOperation literal => Literal.Text(literal.Text.ConstantValue.Value as string ?? ""),
                IInterpolationOperation { FormatString: { } format } => throw Cannot(format, "a format can't be translated to SQL here", "use a Sql function that formats"),
                IInterpolationOperation { Alignment: { } alignment } => throw Cannot(alignment, "an alignment can't be translated to SQL", "use PadLeft or PadRight"),
                IInterpolationOperation hole => AsText(Expression(hole.Expression, scope)),
                _ => throw Cannot(part, "this part of the text can't be translated to SQL", "use +"),
            };
            result = result is null ? piece : new BinaryExpression(BinaryOperator.Concat, result, piece, SqlType.Text, false);
        }

        return result ?? Literal.Text("");
    }

    // In C# null is no text at all; in SQL it would make the whole null.
    private static Expression AsText(Expression value)
    {
        var text = value.Type.Kind == SqlTypeKind.Text ? value : new CastExpression(value, SqlType.Text);
        return text.Nullable ? Make.Coalesce(text, Literal.Text("")) : text;
    }
}
