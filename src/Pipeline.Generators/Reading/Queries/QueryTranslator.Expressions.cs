using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>Expressions: one method per kind of operation, and an error for every other.</summary>
internal sealed partial class QueryTranslator
{
    private Expression Expression(IOperation operation, Scope scope) => ToExpression(Eval(operation, scope), operation);

    private Value Eval(IOperation operation, Scope scope)
    {
        cancellation.ThrowIfCancellationRequested();
        if (operation.ConstantValue is { HasValue: true, Value: var constant } && operation is not IDefaultValueOperation) return new Scalar(Constant(constant, operation.Type, operation));
        switch (operation)
        {
            case IParenthesizedOperation parenthesized: return Eval(parenthesized.Operand, scope);
            case IArgumentOperation argument: return Eval(argument.Value, scope);
            case ITranslatedQueryOperation query: return new QueryValue(() => Rows(query, scope));
            case IConversionOperation conversion: return Conversion(conversion, scope);
            case IParameterReferenceOperation parameter: return scope[parameter.Parameter] ?? throw Unknown(operation, parameter.Parameter.Name);
            case ILocalReferenceOperation local: return scope[local.Local] ?? throw Unknown(operation, local.Local.Name);
            case IConditionalAccessInstanceOperation: return scope.Accessed ?? throw Unknown(operation, "?.");
            case IPropertyReferenceOperation property: return Property(property, scope);
            case IFieldReferenceOperation field: return Field(field, scope);
            case IInvocationOperation call: return Invoke(call, scope);
            case IAnonymousObjectCreationOperation anonymous: return Parts(anonymous.Initializers, scope, null);
            case IObjectCreationOperation creation: return Create(creation, scope);
            case ITupleOperation tuple: return Tuple(tuple, scope);
            case IConditionalOperation { WhenFalse: { } otherwise } choice: return Choose(choice, otherwise, scope);
            case ICoalesceOperation coalesce: return Coalesce(coalesce, scope);
            case IConditionalAccessOperation access: return Access(access, scope);
            case ISwitchExpressionOperation choice: return Switch(choice, scope);
            case IInterpolatedStringOperation text: return new Scalar(Interpolate(text, scope));
            case IBinaryOperation binary when !IsLogical(binary): return new Scalar(Arithmetic(binary, scope));
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } minus: return new Scalar(new NegateExpression(Expression(minus.Operand, scope)));
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Plus } plus: return Eval(plus.Operand, scope);
            case IDefaultValueOperation { Type: { } type } when ColumnTypes.IsNullable(type) || type.IsReferenceType: return new Scalar(Literal.Null(ColumnTypes.Of(type) ?? SqlType.Text));
            case IBinaryOperation or IUnaryOperation or IIsPatternOperation or ITupleBinaryOperation or IIsTypeOperation: return new Scalar(Condition(operation, scope, filter: false));
            default: throw Cannot(operation, $"{Describe(operation)} can't be translated to SQL", "write it with operators, patterns, methods of your own or Sql.Raw");
        }
    }

    private Value Conversion(IConversionOperation conversion, Scope scope)
    {
        var value = Eval(conversion.Operand, scope);
        if (conversion.Operand.Type is null || conversion.Type is null || Resolve(value) is not Scalar scalar) return value;
        if (conversion.OperatorMethod is { ContainingType.SpecialType: not SpecialType.System_Decimal })
        {
            throw Cannot(conversion, $"the conversion from '{conversion.Operand.Type.Name}' to '{conversion.Type.Name}' can't be translated to SQL", "use a Sql function");
        }


        var (from, to) = (ColumnTypes.Plain(conversion.Operand.Type), ColumnTypes.Plain(conversion.Type));
        if (SymbolEqualityComparer.Default.Equals(from, to) || ColumnTypes.Of(to) is not { } type || ColumnTypes.Of(from) is not { } source) return value;
        if (from.TypeKind == TypeKind.Enum && to.TypeKind != TypeKind.Enum)
        {
            throw Cannot(conversion, "an enum is text in SQL, so its number isn't known there", "compare with the enum's members, or call ToString()");
        }

        // Widening says nothing in SQL; a literal takes its type at once.
        if (source.Kind == type.Kind && type.Kind == SqlTypeKind.Number && conversion.IsImplicit) return value;
        if (source.Kind == SqlTypeKind.Number && type == SqlType.Decimal) return value;
        if (type is { Kind: SqlTypeKind.Number, Scale: 0 } && (source.Kind == SqlTypeKind.Float || source.Scale > 0))
        {
            // C# cuts the fraction off, SQL would round it.
            return new Scalar(new CastExpression(new FunctionCall("Truncate", [scalar.Expression], scalar.Expression.Type, scalar.Expression.Nullable), type));
        }

        return source == type ? value : new Scalar(new CastExpression(scalar.Expression, type));
    }

    private Value Property(IPropertyReferenceOperation operation, Scope scope)
    {
        var property = operation.Property;
        if (operation.Instance is null) return StaticProperty(operation);
        if (operation.Instance is IInstanceReferenceOperation) throw Unknown(operation, property.Name);

        var target = Eval(operation.Instance, scope);
        if (property.IsIndexer && Resolve(target) is JsonValue json)
        {
            return json.Step(Constant(operation.Arguments[0].Value) is string key ? new(key, 0) : new(null, Convert.ToInt32(Constant(operation.Arguments[0].Value), CultureInfo.InvariantCulture)));
        }

        var field = property.Attribute("FromField")?.At<string?>(0, null);
        if (Member(target, property.Name, property.Type, operation.Syntax.GetLocation(), field) is { } member) return member;
        if (Resolve(target) is Scalar scalar) return new Scalar(ScalarMembers.Property(property, scalar.Expression) ?? throw NoWord(operation, property));
        throw Cannot(operation, $"'{property.Name}' is no column here", "use a property of a table's class, or one that the query itself has set");
    }

    private static Scalar StaticProperty(IPropertyReferenceOperation operation) => operation.Property switch
    {
        { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } => new(Literal.Text("")),
        { Name: "Now" or "UtcNow" or "Today" } => throw Cannot(operation, $"'{operation.Property.Name}' changes while a load runs, so a retry would give other rows", "take a Batch and use batch.ScheduledAt"),
        _ => throw NoWord(operation, operation.Property),
    };

    private Value Field(IFieldReferenceOperation operation, Scope scope)
    {
        var field = operation.Field;
        if (operation.Instance is not null && Eval(operation.Instance, scope) is var target && Member(target, TupleName(field), field.Type, operation.Syntax.GetLocation()) is { } part) return part;
        if (field is { IsStatic: true, IsReadOnly: true } && Initializer(field) is { } initializer) return Eval(initializer, new Scope());
        if (field.ContainingType.SpecialType == SpecialType.System_DateTime && field.Name is "MinValue") return new Scalar(new Literal("0001-01-01 00:00:00.000000", SqlType.Timestamp));
        throw NoWord(operation, field);
    }

    private IOperation? Initializer(IFieldSymbol field) =>
        field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is Microsoft.CodeAnalysis.CSharp.Syntax.VariableDeclaratorSyntax { Initializer.Value: { } value }
            ? compilation.GetSemanticModel(value.SyntaxTree).GetOperation(value, cancellation)
            : null;

    // An element of a tuple goes by the place where it has no name.
    private static string TupleName(IFieldSymbol field) => field.IsImplicitlyDeclared || field.CorrespondingTupleField is null ? field.Name : field.Name;

    private Composite Parts(IEnumerable<IOperation> initializers, Scope scope, INamedTypeSymbol? type)
    {
        var parts = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var initializer in initializers)
        {
            if (initializer is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment)
            {
                throw Cannot(initializer, "only properties can be set in a new row", "write Name = value");
            }

            parts[target.Property.Name] = Value(assignment.Value, scope);
        }

        return new(parts, type);
    }

    // A value of a row: a condition there is a value too, so it is never null.
    private Value Value(IOperation operation, Scope scope) =>
        operation.Type?.SpecialType == SpecialType.System_Boolean && operation.ConstantValue is { HasValue: false } && IsCondition(operation)
            ? new Scalar(Condition(operation, scope, filter: false))
            : Eval(operation, scope);

    private Value Create(IObjectCreationOperation creation, Scope scope)
    {
        if (creation.Type is { ContainingNamespace.Name: "System", Name: "DateTime" or "DateOnly" })
        {
            var parts = creation.Arguments.Select(a => Constant(a.Value)).OfType<int>().ToArray();
            if (parts.Length == creation.Arguments.Length && parts.Length >= 3) return new Scalar(DateLiteral(creation, parts));
        }

        if (creation.Arguments.Length == 0 && creation.Type is INamedTypeSymbol { TypeKind: TypeKind.Class } type)
        {
            return Parts(creation.Initializer?.Initializers ?? [], scope, type);
        }

        if (creation.Type is INamedTypeSymbol { IsRecord: true } record && creation.Constructor is { } constructor)
        {
            var parts = new Dictionary<string, Value>(StringComparer.Ordinal);
            foreach (var argument in creation.Arguments) parts[argument.Parameter!.Name] = Value(argument.Value, scope);
            return constructor.Parameters.Length > 0 ? new Composite(parts, record) : throw NoWord(creation, constructor);
        }

        throw Cannot(creation, $"'new {creation.Type?.Name}' with these arguments can't be translated to SQL", "use constants, or an object initializer for a row");
    }

    private static Literal DateLiteral(IObjectCreationOperation creation, int[] parts)
    {
        try
        {
            var time = new DateTime(parts[0], parts[1], parts[2], parts.Length > 3 ? parts[3] : 0, parts.Length > 4 ? parts[4] : 0, parts.Length > 5 ? parts[5] : 0, DateTimeKind.Unspecified);
            return creation.Type!.Name == "DateOnly"
                ? new(time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), SqlType.Date)
                : new(time.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture), SqlType.Timestamp);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw Cannot(creation, "there is no such day or time", "correct its parts");
        }
    }

    private Composite Tuple(ITupleOperation tuple, Scope scope)
    {
        var parts = new Dictionary<string, Value>(StringComparer.Ordinal);
        var names = (tuple.Type as INamedTypeSymbol)?.TupleElements;
        for (var i = 0; i < tuple.Elements.Length; i++) parts[names is { } n ? n[i].Name : "Item" + (i + 1)] = Value(tuple.Elements[i], scope);
        return new(parts);
    }

    private Value Choose(IConditionalOperation choice, IOperation otherwise, Scope scope)
    {
        var condition = Condition(choice.Condition, scope, filter: true);
        var whenTrue = Knowing(Facts.Of(condition), () => Eval(choice.WhenTrue, scope));
        var whenFalse = Knowing(Facts.OfNot(condition), () => Eval(otherwise, scope));
        if (condition == Make.True) return whenTrue;
        if (condition == Make.False) return whenFalse;
        if (Resolve(whenTrue) is JsonValue left && Resolve(whenFalse) is JsonValue right)
        {
            return new JsonValue(Make.Case([new(condition, left.As(SqlType.Variant))], right.As(SqlType.Variant), SqlType.Variant), []);
        }

        var (then, not) = (ToExpression(whenTrue, choice.WhenTrue), ToExpression(whenFalse, otherwise));
        return new Scalar(IsNullWhenEmpty(condition, then, not)
            ? new FunctionCall("NullIf", [then, Literal.Text("")], then.Type, Nullable: true)
            : CaseOf([new(condition, then)], not, choice.Type));
    }

    // text is { Length: > 0 } ? text : null says what SQL has a word for.
    private static bool IsNullWhenEmpty(Expression condition, Expression then, Expression otherwise) =>
        otherwise is Literal { Value: null } && condition is BinaryExpression
        {
            Operator: BinaryOperator.GreaterThan, Left: FunctionCall { Function: "Length", Arguments: [var text] }, Right: Literal { Value: "0" },
        }
        && text.Equals((then, text) switch
        {
            // What a pattern has found isn't null; the text itself may be.
            (FunctionCall call, FunctionCall) => call with { Nullable = text.Nullable },
            (ColumnReference column, ColumnReference) => column with { Nullable = text.Nullable },
            _ => then,
        });

    // Reads what is only reached where these aren't null.
    private T Knowing<T>(IEnumerable<Expression> facts, Func<T> read)
    {
        var before = known.Count;
        known.AddRange(facts);
        var result = read();
        known.RemoveRange(before, known.Count - before);
        return result;
    }

    private static Expression CaseOf(IReadOnlyList<CaseBranch> branches, Expression? otherwise, ITypeSymbol? type)
    {
        var values = branches.Select(b => b.Then).Concat(otherwise is null ? [] : [otherwise]).ToList();
        var typed = values.FirstOrDefault(v => v is not Literal { Value: null }) ?? values[0];
        var sql = typed.Type.Kind == SqlTypeKind.Number
            ? SqlType.Number(Math.Min(38, values.Max(v => v.Type.Precision - v.Type.Scale) + values.Max(v => v.Type.Scale)), values.Max(v => v.Type.Scale))
            : type is not null && typed.Type.Kind != SqlTypeKind.Text && ColumnTypes.Of(type) is { } known ? known : typed.Type.Kind == SqlTypeKind.Text ? SqlType.Text : typed.Type;
        // A CASE without ELSE gives null.
        return Make.Case(branches, otherwise is Literal { Value: null } ? null : otherwise, sql);
    }

    private Value Coalesce(ICoalesceOperation operation, Scope scope)
    {
        if (Unwrap(operation.WhenNull) is IThrowOperation) throw Cannot(operation.WhenNull, "'throw' can't be translated to SQL", "use OrReject(\"reason\")");
        var value = Eval(operation.Value, scope);
        var fallback = Eval(operation.WhenNull, scope);
        var (left, right) = (ToExpression(value, operation.Value), ToExpression(fallback, operation.WhenNull));
        if (!left.Nullable) return value;
        var arguments = left is FunctionCall { Function: "Coalesce" } chain ? chain.Arguments.Append(right).ToEquatableArray() : [left, right];
        return new Scalar(new FunctionCall("Coalesce", arguments, Wider(left.Type, right.Type), right.Nullable));
    }

    private Value Access(IConditionalAccessOperation access, Scope scope)
    {
        var target = Eval(access.Operation, scope);
        var inner = new Scope(scope) { Accessed = Resolve(target) is Scalar { Expression: ColumnReference c } ? new Scalar(c) : target };
        var value = Eval(access.WhenNotNull, inner);
        return Nullable(value);
    }

    private Value Switch(ISwitchExpressionOperation choice, Scope scope)
    {
        var input = Eval(choice.Value, scope);
        var branches = new List<CaseBranch>();
        Expression? otherwise = null;
        foreach (var arm in choice.Arms)
        {
            var inner = new Scope(scope);
            var condition = Pattern(arm.Pattern, input, inner, filter: true, choice.Value);
            if (arm.Guard is not null) condition = Both(condition, Condition(arm.Guard, inner, filter: true));
            if (Unwrap(arm.Value) is IThrowOperation) throw Cannot(arm.Value, "'throw' can't be translated to SQL", "give null and say OrReject(\"reason\") on the whole");
            var value = Knowing(Facts.Of(condition), () => ToExpression(Value(arm.Value, inner), arm.Value));
            if (condition == Make.True)
            {
                otherwise = value;
                break;
            }

            branches.Add(new(condition, value));
        }

        if (otherwise is null)
        {
            // Where the arms before it leave nothing else, the last one needs no condition.
            if (!choice.IsExhaustive) throw Cannot(choice, "a value that no arm is for would be an error in C# and null in SQL", "add an arm '_ => ..'");
            otherwise = branches[branches.Count - 1].Then;
            branches.RemoveAt(branches.Count - 1);
        }

        return new Scalar(branches.Count == 0 ? otherwise! : CaseOf(branches, otherwise, choice.Type));
    }

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

    private Expression Arithmetic(IBinaryOperation binary, Scope scope)
    {
        var (left, right) = (Expression(binary.LeftOperand, scope), Expression(binary.RightOperand, scope));
        if (binary.OperatorKind == BinaryOperatorKind.Add && binary.Type?.SpecialType == SpecialType.System_String)
        {
            return new BinaryExpression(BinaryOperator.Concat, AsText(left), AsText(right), SqlType.Text, false);
        }

        if (binary.OperatorMethod is { ContainingType.SpecialType: SpecialType.None } own) throw NoWord(binary, own);
        if (left.Type.Kind is not (SqlTypeKind.Number or SqlTypeKind.Float) || right.Type.Kind is not (SqlTypeKind.Number or SqlTypeKind.Float))
        {
            throw Cannot(binary, $"'{binary.OperatorKind}' of {left.Type.Kind} and {right.Type.Kind} can't be translated to SQL", "use a Sql function such as Sql.MinutesBetween");
        }

        var isInteger = ColumnTypes.Of(binary.Type!) is { Kind: SqlTypeKind.Number, Scale: 0 };
        var op = binary.OperatorKind switch
        {
            BinaryOperatorKind.Add => BinaryOperator.Add,
            BinaryOperatorKind.Subtract => BinaryOperator.Subtract,
            BinaryOperatorKind.Multiply => BinaryOperator.Multiply,
            BinaryOperatorKind.Divide => isInteger ? BinaryOperator.IntegerDivide : BinaryOperator.Divide,
            BinaryOperatorKind.Remainder => BinaryOperator.Modulo,
            _ => throw Cannot(binary, $"the operator '{binary.OperatorKind}' can't be translated to SQL", "use arithmetic, comparison or Sql.Raw"),
        };
        return new BinaryExpression(op, left, right, NumberTypes.Of(op, left.Type, right.Type, ColumnTypes.Of(binary.Type!)), left.Nullable || right.Nullable);
    }

    private static SqlType Wider(SqlType left, SqlType right) => left.Kind == SqlTypeKind.Number && right.Kind == SqlTypeKind.Number
        ? SqlType.Number(Math.Min(38, Math.Max(left.Precision - left.Scale, right.Precision - right.Scale) + Math.Max(left.Scale, right.Scale)), Math.Max(left.Scale, right.Scale))
        : left.Kind == SqlTypeKind.Text && left.Precision != right.Precision ? SqlType.Text
        : left;

    private static IOperation Unwrap(IOperation operation) => operation is IConversionOperation conversion ? Unwrap(conversion.Operand) : operation;

    private static object? Constant(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: var value }
        ? value
        : Unwrap(operation) is { ConstantValue: { HasValue: true, Value: var inner } } ? inner
        : throw Cannot(operation, "this must be known when the model is built", "write a constant");

    private static Literal Constant(object? value, ITypeSymbol? type, IOperation at)
    {
        var plain = type is null ? null : ColumnTypes.Plain(type);
        if (value is null) return Literal.Null(plain is null ? SqlType.Text : ColumnTypes.Of(plain) ?? SqlType.Text);
        if (plain is INamedTypeSymbol { TypeKind: TypeKind.Enum } values)
        {
            // What .NET itself numbers, SQL functions number too; the model's own enums are text.
            if (values.ContainingNamespace?.ToDisplayString() == "System") return new(Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture), SqlType.Int32);
            var member = values.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && Equals(f.ConstantValue, value));
            return values.Word() == "ChangeAction" ? Literal.Text(member!.Name.ToUpperInvariant())
                : Literal.Text(member?.Name ?? throw Cannot(at, $"'{values.Name}' has no such member", "name one"));
        }

        return value switch
        {
            string s => Literal.Text(s),
            char c => Literal.Text(c.ToString()),
            bool b => Literal.Boolean(b),
            decimal d => NumberTypes.LiteralOf(d),
            double d => new(d.ToString("R", CultureInfo.InvariantCulture), SqlType.Float),
            float f => new(f.ToString("R", CultureInfo.InvariantCulture), SqlType.Float),
            _ => new(Convert.ToString(value, CultureInfo.InvariantCulture), ColumnTypes.Of(type!) ?? SqlType.Int64),
        };
    }

    private static UntranslatableException Unknown(IOperation operation, string name) =>
        Cannot(operation, $"'{name}' isn't known inside of the query", "use a parameter of the method, a constant or a value of the row");

    private static UntranslatableException NoWord(IOperation operation, ISymbol symbol) =>
        Cannot(operation, $"'{symbol.ContainingType?.Name}.{symbol.Name}' has no SQL", "use a Sql function, a method of your own whose body can be read, or Sql.Raw");

    private static string Describe(IOperation operation) => operation switch
    {
        IAwaitOperation => "'await'",
        IThrowOperation => "'throw'",
        IAssignmentOperation => "an assignment",
        IIncrementOrDecrementOperation => "'++' or '--'",
        IDynamicInvocationOperation or IDynamicMemberReferenceOperation => "'dynamic'",
        IArrayCreationOperation or ICollectionExpressionOperation => "a list",
        IInvalidOperation => "code with an error",
        _ => $"'{operation.Syntax.Kind()}'",
    };
}
