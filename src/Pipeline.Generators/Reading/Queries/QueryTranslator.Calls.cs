using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>Calls: the vocabulary's, .NET's own that have a word in SQL, and the user's, whose bodies are read in place.</summary>
internal sealed partial class QueryTranslator
{
    private Value Invoke(IInvocationOperation call, Scope scope)
    {
        var method = call.TargetMethod;
        if (IsRows(call.Type)) return new QueryValue(() => Rows(call, scope));
        switch (method.ContainingType.Word())
        {
            case "QueryExtensions" when method.Name == "OrReject": return OrReject(call, scope);
            case "QueryExtensions" when method.Name == "KeyOf": return new Scalar(KeyOf(call, scope));
            case "Query" or "Stream" when call.Instance is not null: return OfRows(call, scope);
            case "Group": return new Scalar(Within(Eval(call.Instance!, scope), call, v => v is GroupValue group ? OfRowsAlone(Aggregate(group, call, scope), call) : null));
            case "Pivot": return new Scalar(Within(Eval(call.Instance!, scope), call, v => v is PivotValue pivot ? PivotAggregate(pivot, call, scope) : null));
            case "Window" when method.Name is "Lag" or "Lead" or "Nth" or "Rows" or "Range" or "UpToTies": return OfWindow(Eval(call.Instance!, scope), call);
            case "Frame":
                var argument = call.Arguments.Length > 0 ? call.Arguments[0].Value : null;
                return new Scalar(Within(Eval(call.Instance!, scope), call, v => v is FrameValue frame ? FrameAggregate(frame, method.Name, argument, call, scope) : null));
            case "Window": return new Scalar(Within(Eval(call.Instance!, scope), call, v => v is WindowValue window ? WindowAggregate(window, call, scope) : null));
            case "Variant": return Json(call, scope);
            case "Sql" when method.Name is "NullsFirst" or "NullsLast":
                return new PlacedValue(Eval(call.Arguments[0].Value, scope), method.Name == "NullsFirst" ? NullPlace.First : NullPlace.Last);
            case "Sql" when method.Name == "Raw": return new Scalar(Raw(call, scope));
            case "Sql" when method.Name is "IsRoleInSession" or "CurrentUser": return new Scalar(OfSession(call, scope));
            case "Sql": return SqlFunction(call, scope);
            case { } word: throw Cannot(call, $"'{word}.{method.Name}' can't be translated to SQL here", "use it where its documentation says");
        }

        if (method is { Name: "ToUpper" or "ToLower", ContainingType.SpecialType: SpecialType.System_String })
        {
            throw Cannot(call, $"'{method.Name}' depends on the culture of the machine", $"use {method.Name}Invariant()");
        }

        if (method.DeclaringSyntaxReferences.Length > 0 && (method.IsStatic || method.MethodKind == MethodKind.LocalFunction)) return Inline(call, scope);
        if (method.DeclaringSyntaxReferences.Length > 0) throw Cannot(call, $"'{method.Name}' belongs to an object, which SQL hasn't", "make it a static method");

        if ((Formatted(call, scope) ?? Invariant(call, scope)) is { } written) return new Scalar(written);
        if (TextCall(call, scope) is { } text) return new Scalar(text);
        if (TimeCall(call, scope) is { } time) return new Scalar(time);
        if (CompareTo(call, scope) is { } compared) return new Scalar(compared);
        if (ListCall(call, scope) is { } listed) return new Scalar(listed);
        if (method.Name == "NewGuid" && method.ContainingType.Name == "Guid") throw Cannot(call, "a new Guid is another one each time a load is tried again", "make the key of what the row has, with Sql.Sha256");
        var arguments = new List<Expression>();
        if (call.Instance is not null) arguments.Add(Expression(call.Instance, scope));
        arguments.AddRange(call.Arguments.OrderBy(a => a.Parameter!.Ordinal).Where(a => !IsOrdinal(a)).Select(a => EnumOrValue(a.Value, scope)));
        return new Scalar(ScalarMembers.Method(WithoutComparison(method), arguments) ?? throw NoWord(call, method));
    }

    // Ordinal comparison is what SQL does; any other asks for a collation.
    private static bool IsOrdinal(IArgumentOperation argument)
    {
        if (argument.Parameter?.Type.Name != "StringComparison") return false;
        return Equals(argument.Value.ConstantValue.Value, (int)StringComparison.Ordinal)
            ? true
            : throw Cannot(argument, "this comparison depends on culture or case", "use StringComparison.Ordinal, with ToUpperInvariant() on both sides to ignore case");
    }

    private static IMethodSymbol WithoutComparison(IMethodSymbol method) =>
        method.Parameters.LastOrDefault()?.Type.Name == "StringComparison"
            ? method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(m =>
                m.Parameters.Length == method.Parameters.Length - 1 && m.Parameters.Zip(method.Parameters, (a, b) => SymbolEqualityComparer.Default.Equals(a.Type, b.Type)).All(same => same)) ?? method
            : method;

    private Expression EnumOrValue(IOperation operation, Scope scope) =>
        operation.Type is { TypeKind: TypeKind.Enum, ContainingNamespace.Name: "System" } && operation.ConstantValue is { HasValue: true, Value: { } value }
            ? new Literal(Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture), SqlType.Int32)
            : Expression(operation, scope);

    private Value Inline(IInvocationOperation call, Scope scope)
    {
        var method = call.TargetMethod;
        if (++depth > DeepestCalls) throw Cannot(call, $"'{method.Name}' calls itself", "write it out, since SQL has no recursion in an expression");
        // A local function sees what is around it.
        var inner = method.MethodKind == MethodKind.LocalFunction ? new Scope(scope) : new Scope();
        foreach (var argument in call.Arguments) inner[argument.Parameter!.OriginalDefinition] = Eval(argument.Value, scope);
        var body = Body(method, inner);
        var result = body.Type?.SpecialType == SpecialType.System_Boolean && IsCondition(body) ? new Scalar(Condition(body, inner, filter: false)) : Eval(body, inner);
        depth--;
        return result;
    }

    private Value OrReject(IInvocationOperation call, Scope scope)
    {
        var value = Eval(call.Arguments[0].Value, scope);
        var reason = call.Arguments.Length > 1 ? Constant(call.Arguments[1].Value) as string : null;
        return Resolve(value) switch
        {
            JsonValue json => new JsonValue(new Rejectable(json.As(SqlType.Variant), reason), []),
            var other => ToExpression(other, call) is { Nullable: true } missing ? new Scalar(new Rejectable(missing, reason)) : other,
        };
    }

    private KeyLookup KeyOf(IInvocationOperation call, Scope scope)
    {
        var relation = Rows(call.Arguments[0].Value, scope);
        if (relation.Element is not RowValue dimension || !relation.IsPlain) throw Cannot(call.Arguments[0], "a key is looked up in a dimension as it is", "pass the parameter itself");
        var lambda = Lambda(call.Arguments[1].Value);
        var matches = new List<KeyMatch>();
        foreach (var term in Terms(ResultOf(lambda)))
        {
            var (one, other) = Equated(term);
            var inner = Bind(lambda, scope, dimension);
            var (left, right) = (Expression(one, inner), Expression(other, inner));
            if (right is ColumnReference r && r.Source == dimension.Alias) (left, right) = (right, left);
            if (left is not ColumnReference column || column.Source != dimension.Alias) throw Cannot(term, "one side must be a column of the dimension", "write c => c.Id == row.Id");
            matches.Add(new(column.Column, right));
        }

        var asOf = call.Arguments.FirstOrDefault(a => a.Parameter!.Name == "asOf");
        return new(dimension.Shape.Name, matches.ToEquatableArray(), asOf is null ? null : Expression(asOf.Value, scope));
    }

    // Bytes are equal by their content, which == doesn't ask for.
    private static (IOperation Left, IOperation Right) Equated(IOperation term) => Unwrap(term) switch
    {
        IInvocationOperation { TargetMethod: { Name: "SequenceEqual", Parameters.Length: 2 }, Arguments: [{ Value: var left }, { Value: var right }] } when IsBytes(left) && IsBytes(right) => (Unwrap(left), Unwrap(right)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality when IsBytes(equality.LeftOperand) && IsBytes(equality.RightOperand) =>
            throw Cannot(term, "== asks whether two arrays are the same one", "write c => c.Hash.SequenceEqual(row.Hash)"),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality => Sides(equality),
        _ => throw Cannot(term, "a key is found by equality", "write c => c.Id == row.Id, joined by &&"),
    };

    private static bool IsBytes(IOperation operation) => Unwrap(operation).Type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte };

    private static IEnumerable<IOperation> Terms(IOperation operation) => Unwrap(operation) is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } and
        ? Terms(and.LeftOperand).Concat(Terms(and.RightOperand))
        : [operation];

    private Value Json(IInvocationOperation call, Scope scope)
    {
        if (Resolve(Eval(call.Instance!, scope)) is not JsonValue json) throw Cannot(call, "this is no JSON", "read a column of type Variant");
        return call.TargetMethod.Name switch
        {
            "AsString" => new Scalar(json.As(SqlType.Text)),
            "AsDecimal" => new Scalar(json.As(SqlType.Decimal)),
            "AsBool" => new Scalar(json.As(SqlType.Boolean)),
            "AsDateTime" => new Scalar(json.As(SqlType.Timestamp)),
            // Only an object has a shape; what is none is null, as in C#.
            "As" => new JsonValue(new FunctionCall("ObjectOrNull", [json.As(SqlType.Variant)], SqlType.Variant, true), []),
            _ => throw Cannot(call, $"'{call.TargetMethod.Name}' of a Variant can't be translated to SQL", "use an indexer, As or one of the As.. methods"),
        };
    }

    private Expression Raw(IInvocationOperation call, Scope scope)
    {
        if (Unwrap(call.Arguments[0].Value) is not IInterpolatedStringOperation text) throw Cannot(call.Arguments[0], "the text must stand here", "write Sql.Raw<T>($\"..\") with the columns between braces");
        var texts = new List<string> { "" };
        var arguments = new List<Expression>();
        foreach (var part in text.Parts)
        {
            if (part is IInterpolatedStringTextOperation literal)
            {
                texts[texts.Count - 1] += literal.Text.ConstantValue.Value as string ?? "";
            }
            else if (part is IInterpolationOperation hole)
            {
                arguments.Add(Expression(hole.Expression, scope));
                texts.Add("");
            }
        }

        var type = ColumnTypes.Of(call.Type!) ?? throw Cannot(call, "this type is no column's", "ask for a simple type");
        return new RawSql(texts.ToEquatableArray(), arguments.ToEquatableArray(), type, ColumnTypes.IsNullable(call.Type!));
    }
}
