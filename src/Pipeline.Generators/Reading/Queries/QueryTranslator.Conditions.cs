using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>Conditions: C# knows true and false alone, SQL knows null too, so each place says which of the two it is.</summary>
/// <remarks>As a filter (WHERE, WHEN, ON) null counts as false, as in C#; as a value, or negated, null is made false first.</remarks>
internal sealed partial class QueryTranslator
{
    private Expression Condition(IOperation operation, Scope scope, bool filter)
    {
        switch (operation)
        {
            case IParenthesizedOperation parenthesized: return Condition(parenthesized.Operand, scope, filter);
            case IConversionOperation { Type.SpecialType: SpecialType.System_Boolean } conversion: return Condition(conversion.Operand, scope, filter);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } and:
                var first = Condition(and.LeftOperand, scope, filter);
                return Both(first, Knowing(Facts.Of(first), () => Condition(and.RightOperand, scope, filter)));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } or:
                var either = Condition(or.LeftOperand, scope, filter);
                return Either(either, Knowing(Facts.OfNot(either), () => Condition(or.RightOperand, scope, filter)));
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Negate(Condition(not.Operand, scope, filter: false));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } equality:
                var (one, other) = Sides(equality);
                return Equality(one, other, equality.OperatorKind == BinaryOperatorKind.NotEquals, scope, filter);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ExclusiveOr } xor when IsLogical(xor):
                return Equality(xor.LeftOperand, xor.RightOperand, negated: true, scope, filter);
            case ITupleBinaryOperation tuple:
                return Equality(tuple.LeftOperand, tuple.RightOperand, tuple.OperatorKind == BinaryOperatorKind.NotEquals, scope, filter);
            case IBinaryOperation binary when Relation(binary.OperatorKind) is { } op && OwnEnum(binary.LeftOperand.Type) is { } values:
                return Defined(Make.Compare(op, NumberOf(Expression(binary.LeftOperand, scope), values), NumberOf(Expression(binary.RightOperand, scope), values)), filter);
            case IBinaryOperation binary when Relation(binary.OperatorKind) is { } op:
                var (less, more) = Sides(binary);
                return Defined(Ordered(op, Expression(less, scope), Expression(more, scope)), filter);
            case IIsTypeOperation type when compilation.HasImplicitConversion(type.ValueOperand.Type is { } tested ? ColumnTypes.Plain(tested) : null, type.TypeOperand):
                return type.IsNegated ? IsMissing(Eval(type.ValueOperand, scope), type) : IsThere(Eval(type.ValueOperand, scope), type);
            case IIsTypeOperation: throw Cannot(operation, "a value has one type in SQL, and this is another", "compare with a value of its own type");
            case IIsPatternOperation pattern:
                return Pattern(pattern.Pattern, Eval(pattern.Value, scope), scope, filter, pattern.Value);
            default:
                var value = Expression(operation, scope);
                return value.Type.Kind == SqlTypeKind.Boolean ? Defined(value, filter) : throw Cannot(operation, "this is no condition", "compare it with something");
        }
    }

    // x.CompareTo(y) < 0 says x < y.
    private static Expression Ordered(BinaryOperator op, Expression left, Expression right) => (left, right) switch
    {
        (CaseExpression
        {
            Branches: [{ When: BinaryExpression { Operator: BinaryOperator.Equal } same, Then: Literal { Value: "0" } }, { When: BinaryExpression { Operator: BinaryOperator.LessThan } less, Then: Literal { Value: "-1" } }],
            Else: Literal { Value: "1" },
        }, Literal { Value: "0" }) when same.Left.Equals(less.Left) && same.Right.Equals(less.Right) => Make.Compare(op, less.Left, less.Right),
        _ => Make.Compare(op, left, right),
    };

    // C# compares characters by their numbers, SQL as texts, in the same order.
    private static (IOperation Left, IOperation Right) Sides(IBinaryOperation binary) =>
        Character(binary.LeftOperand) is { } left && Character(binary.RightOperand) is { } right ? (left, right) : (binary.LeftOperand, binary.RightOperand);

    private static IOperation? Character(IOperation operation) => operation switch
    {
        { Type: { } type } when ColumnTypes.Plain(type).SpecialType == SpecialType.System_Char => operation,
        IConversionOperation { IsImplicit: true } conversion => Character(conversion.Operand),
        _ => null,
    };

    private static bool IsLogical(IBinaryOperation binary) => binary.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr
        or BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals
        || Relation(binary.OperatorKind) is not null
        || (binary.OperatorKind is BinaryOperatorKind.And or BinaryOperatorKind.Or or BinaryOperatorKind.ExclusiveOr && binary.Type?.SpecialType == SpecialType.System_Boolean);

    private static bool IsMaybe(ITypeSymbol? type) => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } && ColumnTypes.Plain(type).SpecialType == SpecialType.System_Boolean;

    // Of truths that may be null C# makes what SQL makes.
    private Expression Lifted(IBinaryOperation binary, Scope scope)
    {
        var (left, right) = (Expression(binary.LeftOperand, scope), Expression(binary.RightOperand, scope));
        return binary.OperatorKind == BinaryOperatorKind.And ? Make.And(left, right) : Make.Or(left, right);
    }

    private static bool IsCondition(IOperation operation) => operation switch
    {
        IParenthesizedOperation parenthesized => IsCondition(parenthesized.Operand),
        IBinaryOperation binary => IsLogical(binary),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } or IIsPatternOperation or ITupleBinaryOperation => true,
        _ => false,
    };

    private static BinaryOperator? Relation(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => BinaryOperator.LessThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperator.LessOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperator.GreaterThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperator.GreaterOrEqual,
        _ => null,
    };

    private Expression Equality(IOperation leftOperand, IOperation rightOperand, bool negated, Scope scope, bool filter)
    {
        if (IsNullLiteral(rightOperand)) return negated ? IsThere(Eval(leftOperand, scope), leftOperand) : IsMissing(Eval(leftOperand, scope), leftOperand);
        if (IsNullLiteral(leftOperand)) return negated ? IsThere(Eval(rightOperand, scope), rightOperand) : IsMissing(Eval(rightOperand, scope), rightOperand);

        var left = Parts(Eval(leftOperand, scope), leftOperand);
        var right = Parts(Eval(rightOperand, scope), rightOperand);
        if (left.Count != right.Count) throw Cannot(leftOperand, "the two sides have a different number of parts", "compare like with like");
        var pairs = left.Zip(right, (l, r) => Same(l, r, negated, filter)).ToList();
        return negated ? pairs.Aggregate(Either) : pairs.Aggregate(Both);
    }

    // Null equals null in C#, and differs from all else.
    private static Expression Same(Expression left, Expression right, bool negated, bool filter)
    {
        var isSafe = !left.Nullable && !right.Nullable;
        if (negated) return isSafe ? Make.Compare(BinaryOperator.NotEqual, left, right) : Make.Distinct(left, right);
        return isSafe || (filter && !(left.Nullable && right.Nullable))
            ? Make.Equal(left, right)
            : new BinaryExpression(BinaryOperator.NotDistinct, left, right, SqlType.Boolean, false);
    }

    private static bool IsNullLiteral(IOperation operation) => Unwrap(operation) is ILiteralOperation { ConstantValue: { HasValue: true, Value: null } }
        || Unwrap(operation) is IDefaultValueOperation { Type: { } type } && ColumnTypes.IsNullable(type);

    private static Expression Defined(Expression condition, bool filter) =>
        filter || !condition.Nullable ? condition : Make.Coalesce(condition, Make.False);

    private static Expression Negate(Expression condition) => condition switch
    {
        IsNullExpression isNull => isNull with { Negated = !isNull.Negated },
        ExistsExpression exists => exists with { Negated = !exists.Negated },
        InExpression { Nullable: false } list => list with { Negated = !list.Negated },
        NotExpression not => not.Operand,
        Literal { Value: "true" } => Make.False,
        Literal { Value: "false" } => Make.True,
        _ => Make.Not(condition),
    };

    private static Expression Both(Expression left, Expression right) =>
        left == Make.True ? right : right == Make.True ? left : left == Make.False || right == Make.False ? Make.False : Make.And(left, right);

    private static Expression Either(Expression left, Expression right) =>
        left == Make.False ? right : right == Make.False ? left : left == Make.True || right == Make.True ? Make.True : Make.Or(left, right);

    private Expression Pattern(IPatternOperation pattern, Value input, Scope scope, bool filter, IOperation at)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation: return Make.True;
            case IConstantPatternOperation constant when IsNullLiteral(constant.Value): return IsMissing(input, at);
            case IConstantPatternOperation constant: return Same(ToExpression(input, at), Expression(constant.Value, scope), negated: false, filter);
            case IRelationalPatternOperation relational:
                var comparison = Relation(relational.OperatorKind) ?? throw Cannot(pattern, "this comparison can't be translated to SQL", "use <, <=, > or >=");
                Expression Comparable(Expression e) => OwnEnum(relational.Value.Type) is { } members ? NumberOf(e, members) : e;
                return Defined(Make.Compare(comparison, Comparable(ToExpression(input, at)), Comparable(Expression(relational.Value, scope))), filter);
            case INegatedPatternOperation negated: return Negate(Pattern(negated.Pattern, input, scope, filter: false, at));
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or: return AnyOf(or, input, scope, filter, at);
            case IBinaryPatternOperation and: return Both(Pattern(and.LeftPattern, input, scope, filter, at), Pattern(and.RightPattern, input, scope, filter, at));
            case IDeclarationPatternOperation declaration:
                if (declaration.DeclaredSymbol is not null) scope[declaration.DeclaredSymbol] = declaration.MatchesNull ? input : Present(input);
                return declaration.MatchesNull ? Make.True : IsThere(input, at);
            case ITypePatternOperation type when !compilation.HasImplicitConversion(ColumnTypes.Plain(type.InputType), type.MatchedType):
                throw Cannot(pattern, "a value has one type in SQL, and this is another", "compare with a value of its own type");
            case ITypePatternOperation: return IsThere(input, at);
            case IRecursivePatternOperation recursive: return Recursive(recursive, input, scope, filter, at);
            default: throw Cannot(pattern, $"{OperationWords.Of(pattern)} can't be translated to SQL", "use constants, comparisons, properties, and, or, not");
        }
    }

    // A list of constants is an IN.
    private Expression AnyOf(IBinaryPatternOperation or, Value input, Scope scope, bool filter, IOperation at)
    {
        var constants = new List<IConstantPatternOperation>();
        var hasNull = false;
        bool Collect(IPatternOperation pattern)
        {
            if (pattern is IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } inner) return Collect(inner.LeftPattern) && Collect(inner.RightPattern);
            if (pattern is not IConstantPatternOperation constant) return false;
            if (IsNullLiteral(constant.Value)) hasNull = true;
            else constants.Add(constant);
            return true;
        }

        if (!Collect(or)) return Either(Pattern(or.LeftPattern, input, scope, filter, at), Pattern(or.RightPattern, input, scope, filter, at));
        var value = ToExpression(input, at);
        var values = constants.Select(c => Expression(c.Value, scope)).ToEquatableArray();
        var listed = values.Count == 1 ? Make.Equal(value, values[0]) : new InExpression(value, values, Negated: false);

        if (!hasNull) return Defined(listed, filter);

        // Where the value isn't null, neither is the answer.
        return Either(IsMissing(input, at), listed) switch
        {
            BinaryExpression { Operator: BinaryOperator.Or } either => either with { Nullable = false },
            var only => only,
        };
    }

    private Expression Recursive(IRecursivePatternOperation recursive, Value input, Scope scope, bool filter, IOperation at)
    {
        if (recursive.DeclaredSymbol is not null) scope[recursive.DeclaredSymbol] = Present(input);
        var conditions = new List<Expression>();
        foreach (var property in recursive.PropertySubpatterns)
        {
            var symbol = property.Member switch
            {
                IPropertyReferenceOperation p => (ISymbol)p.Property,
                IFieldReferenceOperation f => f.Field,
                _ => throw Cannot(property, "this part of the pattern can't be translated to SQL", "name a property"),
            };
            var type = (symbol as IPropertySymbol)?.Type ?? ((IFieldSymbol)symbol).Type;
            var member = Member(input, symbol.Name, type, property.Syntax.GetLocation(), symbol.Attribute("FromField")?.At<string?>(0, null))
                ?? (symbol is IPropertySymbol scalar && Resolve(input) is Scalar { Expression: var expression } && ScalarMembers.Property(scalar, expression) is { } found ? new Scalar(found) : null)
                ?? throw NoWord(property, symbol);
            conditions.Add(Pattern(property.Pattern, member, scope, filter, property));
        }

        var parts = recursive.DeconstructionSubpatterns;
        if (parts.Length > 0)
        {
            if (Resolve(input) is not Composite composite || composite.Parts.Count != parts.Length) throw Cannot(recursive, "only a tuple can be taken apart here", "write (a, b) switch { (.., ..) => .. }");
            conditions.AddRange(composite.Parts.Values.Zip(parts, (value, part) => Pattern(part, value, scope, filter, part)));
        }

        // What compares a member says already that the row is there; a tuple always is.
        var says = filter && recursive.PropertySubpatterns.Any(p => p.Pattern is IRelationalPatternOperation || p.Pattern is IConstantPatternOperation c && !IsNullLiteral(c.Value));
        var there = parts.Length > 0 || says ? Make.True : IsThere(input, at);
        return conditions.Aggregate(there, Both);
    }

    // Inside of what a pattern has found, the value is there.
    private Value Present(Value input) => Resolve(input) switch
    {
        Scalar { Expression: ColumnReference column } => new Scalar(column with { Nullable = false }),
        Scalar { Expression: FunctionCall call } => new Scalar(call with { Nullable = false }),
        RowValue row => new RowValue(row.Alias, row.Shape),
        OptionalValue optional => optional.Inner,
        var other => other,
    };
}
