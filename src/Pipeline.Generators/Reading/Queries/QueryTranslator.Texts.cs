using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>Texts that are put together, compared, and taken apart.</summary>
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
                IInterpolationOperation hole => Hole(hole.Expression, hole.FormatString, hole.Alignment, scope),
                IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation append } => Appended(append, scope),
                _ => throw Cannot(part, "this part of the text can't be translated to SQL", "use +"),
            };
            result = result is null ? piece : new BinaryExpression(BinaryOperator.Concat, result, piece, SqlType.Text, false);
        }

        return result ?? Literal.Text("");
    }

    // What a handler of interpolated texts is told to append.
    private Expression Appended(IInvocationOperation append, Scope scope)
    {
        IOperation? Named(string name) => append.Arguments.FirstOrDefault(a => a.Parameter!.Name == name)?.Value;
        return append.TargetMethod.Name == "AppendLiteral"
            ? Literal.Text(Constant(append.Arguments[0].Value) as string ?? "")
            : Hole(append.Arguments[0].Value, Named("format"), Named("alignment"), scope);
    }

    private Expression Hole(IOperation written, IOperation? formatted, IOperation? aligned, Scope scope)
    {
        var value = Expression(written, scope);
        var text = formatted?.ConstantValue.Value is string format
            ? NullAsEmpty(Spelled(value, format, formatted))
            : AsText(value, written);
        if (aligned is null) return text;

        var width = Convert.ToInt32(Constant(aligned), CultureInfo.InvariantCulture);
        return Make.Call(width < 0 ? "PadRight" : "PadLeft", SqlType.Text, text, Literal.Integer(Math.Abs(width)) with { Type = SqlType.Int32 });
    }

    // In C# null is no text at all; in SQL it would make the whole null.
    private static Expression AsText(Expression value, IOperation at) => NullAsEmpty(TextOf(value, at));

    private static Expression TextOf(Expression value, IOperation at)
    {
        switch (value.Type.Kind)
        {
            case SqlTypeKind.Text or SqlTypeKind.Number: break;
            case SqlTypeKind.Boolean: return TruthAsText(value);
            case SqlTypeKind.Float:
                throw Cannot(at, "a double's text depends on who writes it", "convert it to decimal and round it, or give a format such as {x:F2}");
            case SqlTypeKind.Variant or SqlTypeKind.Binary:
                throw Cannot(at, "this value has no text of its own", "take it out as a type first");
            default:
                throw Cannot(at, "the text of a time without a format depends on the culture", "give a format: {x:yyyy-MM-dd HH:mm:ss} in an interpolated text");
        }

        return value.Type.Kind == SqlTypeKind.Text ? value : new CastExpression(value, SqlType.Text);
    }

    private static Expression NullAsEmpty(Expression text) => text.Nullable ? Make.Coalesce(text, Literal.Text("")) : text;

    private static Expression TruthAsText(Expression value) => value.Nullable
        ? Make.Case([new(value, Literal.Text("True")), new(Make.Not(value), Literal.Text("False"))], null, SqlType.Text)
        : Make.Case([new(value, Literal.Text("True"))], Literal.Text("False"), SqlType.Text);

    /// <summary>Comparisons and parts of texts that depend on how they are called; null for any other method.</summary>
    private Expression? TextCall(IInvocationOperation call, Scope scope)
    {
        var method = call.TargetMethod;
        if (method.ContainingType.SpecialType == SpecialType.System_Char && call.Instance is null && method.Parameters.Length == 1) return CharCall(call, Expression(call.Arguments[0].Value, scope));
        if (method.ContainingType.SpecialType != SpecialType.System_String) return null;

        var comparison = call.Arguments.FirstOrDefault(a => a.Parameter!.Type.Name == "StringComparison");
        var ignoresCase = comparison is not null && Comparison(comparison) == StringComparison.OrdinalIgnoreCase;
        Expression Of(IOperation operation)
        {
            var text = Expression(operation, scope);
            return !ignoresCase ? text : text is Literal { Value: { } known } ? Literal.Text(known.ToUpperInvariant()) : Make.Call("Upper", text.Type, text);
        }

        IOperation One(int ordinal) => ArgumentAt(call, ordinal);
        switch (method.Name)
        {
            case "Equals" when call.Instance is null: return Same(Of(One(0)), Of(One(1)), negated: false, filter: false);
            case "Equals" when method.Parameters[0].Type.SpecialType == SpecialType.System_String: return Same(Of(call.Instance!), Of(One(0)), negated: false, filter: false);
            case "Contains" or "StartsWith" or "EndsWith" when ignoresCase: return Make.Call(method.Name, SqlType.Boolean, Of(call.Instance!), Of(One(0)));
            case "IndexOf" when ignoresCase && method.Parameters.Length == 2: return Make.Call("IndexOf", SqlType.Int32, Of(call.Instance!), Of(One(0)));
            case "LastIndexOf" when !ignoresCase && method.Parameters.Length == (comparison is null ? 1 : 2) && (comparison is not null || method.Parameters[0].Type.SpecialType == SpecialType.System_Char):
                return Make.Call("LastIndexOf", SqlType.Int32, Of(call.Instance!), Of(One(0)));
            case "Insert": return Make.Call("Insert", SqlType.Text, Of(call.Instance!), After(Expression(One(0), scope)), Whole(0), Of(One(1)));
            case "Remove" when method.Parameters.Length == 1: return Make.Call("Left", SqlType.Text, Of(call.Instance!), Expression(One(0), scope));
            case "Remove": return Make.Call("Insert", SqlType.Text, Of(call.Instance!), After(Expression(One(0), scope)), Expression(One(1), scope), Literal.Text(""));
            case "Join" when Given(call.Arguments.First(a => a.Parameter!.Ordinal == 1)).ToList() is var joined && joined.All(o => o.Type?.SpecialType == SpecialType.System_String):
                return Joined(AsText(Expression(One(0), scope), One(0)), [.. joined.Select(o => AsText(Expression(o, scope), o))]);
            case "CompareOrdinal" when method.Parameters.Length == 2: return Compared(Of(One(0)), Of(One(1)));
            case "Compare" when comparison is not null && method.Parameters.Length == 3: return Compared(Of(One(0)), Of(One(1)));
            case "Compare" or "CompareTo": throw OfCulture(call);
            case "Concat" when method.Parameters.All(p => p.Type.SpecialType == SpecialType.System_String):
                return call.Arguments.OrderBy(a => a.Parameter!.Ordinal).Select(a => AsText(Expression(a.Value, scope), a.Value))
                    .Aggregate((l, r) => new BinaryExpression(BinaryOperator.Concat, l, r, SqlType.Text, false));
            default: return null;
        }
    }

    // A position from 1, behind so many characters.
    private static Expression After(Expression count) => count is Literal { Value: { } known } ? Whole(Number(known) + 1) : new BinaryExpression(BinaryOperator.Add, count, Whole(1), SqlType.Int32, count.Nullable);

    private static Expression Joined(Expression separator, IReadOnlyList<Expression> texts)
    {
        Expression Beside(Expression left, Expression right) => new BinaryExpression(BinaryOperator.Concat, left, right, SqlType.Text, false);
        return texts.Count == 0 ? Literal.Text("") : texts.Aggregate((all, next) => Beside(Beside(all, separator), next));
    }

    private static StringComparison Comparison(IArgumentOperation argument) => argument.Value.ConstantValue.Value switch
    {
        (int)StringComparison.Ordinal => StringComparison.Ordinal,
        (int)StringComparison.OrdinalIgnoreCase => StringComparison.OrdinalIgnoreCase,
        _ => throw Cannot(argument, "this comparison depends on culture", "use StringComparison.Ordinal or OrdinalIgnoreCase"),
    };

    // Also below a type parameter, where only the row tells the type.
    private Expression? CompareTo(IInvocationOperation call, Scope scope)
    {
        if (call is not { TargetMethod: { Name: "CompareTo", Parameters: [{ Type.SpecialType: not SpecialType.System_Object }] }, Instance: { } instance }) return null;
        var (left, right) = (Expression(instance, scope), Expression(ArgumentAt(call, 0), scope));
        return left.Type.Kind is SqlTypeKind.Text ? throw OfCulture(call) : Compared(left, right);
    }

    private static UntranslatableException OfCulture(IInvocationOperation call) => Cannot(
        call, $"'{call.TargetMethod.Name}' of texts depends on the culture", "use string.CompareOrdinal, or string.Compare with StringComparison.Ordinal");

    // Null is less than any text, as for CompareOrdinal.
    private static Expression Compared(Expression left, Expression right)
    {
        Literal Number(int value) => new(value.ToString(CultureInfo.InvariantCulture), SqlType.Int32);
        var branches = new List<CaseBranch> { new(Same(left, right, negated: false, filter: true), Number(0)) };
        if (left.Nullable) branches.Add(new(Make.IsNull(left), Number(-1)));
        if (right.Nullable) branches.Add(new(Make.IsNull(right), Number(1)));
        branches.Add(new(Make.Compare(BinaryOperator.LessThan, left, right), Number(-1)));
        return new CaseExpression(branches.ToEquatableArray(), Number(1), SqlType.Int32, false);
    }

    private static Expression CharCall(IInvocationOperation call, Expression character)
    {
        var pattern = call.TargetMethod.Name switch
        {
            "IsAsciiDigit" => "[0-9]",
            "IsAsciiLetter" => "[A-Za-z]",
            "IsAsciiLetterUpper" => "[A-Z]",
            "IsAsciiLetterLower" => "[a-z]",
            "IsAsciiLetterOrDigit" => "[A-Za-z0-9]",
            "IsAsciiHexDigit" => "[0-9A-Fa-f]",
            _ => null,
        };
        return pattern is not null ? Make.Call("IsMatch", SqlType.Boolean, character, Literal.Text(pattern))
            : call.TargetMethod.Name switch
            {
                "ToUpperInvariant" => Make.Call("Upper", SqlType.Text, character),
                "ToLowerInvariant" => Make.Call("Lower", SqlType.Text, character),
                "ToString" => character,
                _ => throw Cannot(call, $"'char.{call.TargetMethod.Name}' depends on all of Unicode, of which the databases know another part", "use char.IsAsciiDigit, IsAsciiLetter and their like, or Sql.IsMatch"),
            };
    }
}
