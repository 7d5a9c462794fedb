using System.Runtime.CompilerServices;
using System.Globalization;
using Microsoft.CodeAnalysis;
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
        RuntimeHelpers.EnsureSufficientExecutionStack();
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
            case IAnonymousObjectCreationOperation anonymous: return Parts(anonymous, anonymous.Initializers, scope, null);
            case IObjectCreationOperation creation: return Create(creation, scope);
            case ITupleOperation tuple: return Tuple(tuple, scope);
            case IConditionalOperation { WhenFalse: { } otherwise } choice: return Choose(choice, otherwise, scope);
            case ICoalesceOperation coalesce: return Coalesce(coalesce, scope);
            case IConditionalAccessOperation access: return Access(access, scope);
            case ISwitchExpressionOperation choice: return Switch(choice, scope);
            case IImplicitIndexerReferenceOperation { Instance.Type.SpecialType: SpecialType.System_String } cut: return new Scalar(Cut(cut, scope));
            case IInterpolatedStringOperation text: return new Scalar(Interpolate(text, scope));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.Or } lifted when IsMaybe(lifted.Type): return new Scalar(Lifted(lifted, scope));
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } lifted when IsMaybe(lifted.Type): return new Scalar(Make.Not(Expression(lifted.Operand, scope)));
            case IBinaryOperation binary when !IsLogical(binary): return new Scalar(Arithmetic(binary, scope));
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } minus: return new Scalar(new NegateExpression(Expression(minus.Operand, scope)));
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Plus } plus: return Eval(plus.Operand, scope);
            case IWithOperation { Initializer: { } initializer } with when Resolve(Eval(with.Operand, scope)) is Composite whole:
                return Parts(with, initializer.Initializers, scope, whole.Type, whole.Parts.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal));
            case IDefaultValueOperation { ConstantValue: { HasValue: true, Value: { } zero } }: return new Scalar(Constant(zero, operation.Type, operation));
            case IDefaultValueOperation { Type: { } type } when ColumnTypes.IsNullable(type) || type.IsReferenceType: return new Scalar(Literal.Null(ColumnTypes.Of(type) ?? SqlType.Text));
            case IBinaryOperation or IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } or IIsPatternOperation or ITupleBinaryOperation or IIsTypeOperation: return new Scalar(Condition(operation, scope, filter: false));
            default: throw Cannot(operation, $"{OperationWords.Of(operation)} can't be translated to SQL", "write it with operators, patterns, methods of your own or Sql.Raw");
        }
    }

    private Value Property(IPropertyReferenceOperation operation, Scope scope)
    {
        var property = operation.Property;
        if (operation.Instance is null) return StaticProperty(operation);
        if (operation.Instance is IInstanceReferenceOperation) throw Unknown(operation, property.Name);

        // What a dictionary's initializer says is no row.
        if (property.IsIndexer && property.ContainingType.Name.EndsWith("Dictionary", StringComparison.Ordinal))
        {
            throw Cannot(operation, "a dictionary is looked into by the program, not by a query", "write a 'switch' over its keys, or join a table that has them as its [Rows]");
        }

        var target = Eval(operation.Instance, scope);
        if (property.IsIndexer && Resolve(target) is JsonValue json)
        {
            // An element of a list has the type of the list's elements.
            return Out(json.Step(Constant(operation.Arguments[0].Value) is string key ? new(key, 0) : new(null, Convert.ToInt32(Constant(operation.Arguments[0].Value), CultureInfo.InvariantCulture))), property.Type);
        }

        var field = property.Attribute("FromField")?.At<string?>(0, null);
        if (Member(target, property.Name, property.Type, operation.Syntax.GetLocation(), field) is { } member) return member;
        if (property is { IsIndexer: true, ContainingType.SpecialType: SpecialType.System_String } && Resolve(target) is Scalar indexed)
        {
            return new Scalar(Make.Call("Substring", SqlType.Varchar(1), indexed.Expression, Expression(operation.Arguments[0].Value, scope), Literal.Integer(1) with { Type = SqlType.Int32 }));
        }

        if (Resolve(target) is Scalar { Expression: var given } && TimeProperty(property, given) is { } time) return new Scalar(time);
        if (property.ContainingType.Name == "DateTimeOffset" && Resolve(target) is Scalar)
        {
            throw Cannot(operation, $"'{property.Name}' of a DateTimeOffset depends on its offset, which not every engine keeps", "use UtcDateTime, and its parts");
        }

        if (Resolve(target) is Scalar scalar) return new Scalar(ScalarMembers.Property(property, scalar.Expression) ?? throw NoWord(operation, property));
        throw Cannot(operation, $"'{property.Name}' is no column here", "use a property of a table's class, or one that the query itself has set");
    }

    private Scalar StaticProperty(IPropertyReferenceOperation operation) => operation.Property switch
    {
        { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } => new(Literal.Text("")),
        { Name: "MinValue", ContainingType.Name: "DateOnly" } => new(new Literal("0001-01-01", SqlType.Date)),
        { Name: "MaxValue", ContainingType.Name: "DateOnly" } => new(new Literal("9999-12-31", SqlType.Date)),
        { Name: "MinValue", ContainingType.Name: "TimeOnly" } => new(new Literal("00:00:00.000000", SqlType.Time)),
        { Name: "UtcNow", ContainingType.SpecialType: SpecialType.System_DateTime } when isAsOfNow => new(Make.Call("CurrentTimestamp", SqlType.Timestamp)),
        { Name: "Now" or "Today" } when isAsOfNow => throw Cannot(operation, $"'{operation.Property.Name}' is the time of some zone", "use UtcNow"),
        { Name: "Now" or "UtcNow" or "Today" } => throw Cannot(operation, $"'{operation.Property.Name}' changes while a load runs, so a retry would give other rows", "take a Batch and use batch.ScheduledAt"),
        _ => throw NoWord(operation, operation.Property),
    };

    private Value Field(IFieldReferenceOperation operation, Scope scope)
    {
        var field = operation.Field;
        if (operation.Instance is not null && Eval(operation.Instance, scope) is var target)
        {
            if (Member(target, field.Name, field.Type, operation.Syntax.GetLocation()) is { } part) return part;
            if (TupleElement(target, field) is { } name && Member(target, name, field.Type, operation.Syntax.GetLocation()) is { } element) return element;
        }

        if (field is { IsStatic: true, IsReadOnly: true } && Initializer(field) is { } initializer) return Eval(initializer, new Scope());
        if (WellKnown(field) is { } known) return new Scalar(known);
        throw NoWord(operation, field);
    }

    private IOperation? Initializer(IFieldSymbol field)
    {
        if (field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not Microsoft.CodeAnalysis.CSharp.Syntax.VariableDeclaratorSyntax { Initializer.Value: { } value }) return null;
        Memo.BoundTrees.Add(value.SyntaxTree);
        return cache.Model(value.SyntaxTree).GetOperation(value, cancellation);
    }

    // An element of a tuple goes by its place where it was given another name than it is read by.
    private static string? TupleElement(Value target, IFieldSymbol field)
    {
        var place = field.ContainingType is { IsTupleType: true } tuple
            ? tuple.TupleElements.Select((e, i) => (e, i)).Where(e => e.e.Name == field.Name || e.e.CorrespondingTupleField?.Name == field.Name).Select(e => (int?)e.i).FirstOrDefault()
            : null;
        return place is { } at && Made(target) is { } made && at < made.Parts.Count ? made.Parts.Keys.ElementAt(at) : null;
    }

    internal static IOperation Unwrap(IOperation operation) => operation is IConversionOperation conversion ? Unwrap(conversion.Operand) : operation;

    private static UntranslatableException Unknown(IOperation operation, string name) =>
        Cannot(operation, $"'{name}' isn't known inside of the query", "use a parameter of the method, a constant or a value of the row");

    private static UntranslatableException NoWord(IOperation operation, ISymbol symbol) =>
        Cannot(operation, $"'{symbol.ContainingType?.Name}.{symbol.Name}' has no SQL", Instead(symbol));

    private static string Instead(ISymbol symbol) => (symbol.ContainingType?.Name, symbol.Name) switch
    {
        ("Regex", "IsMatch") => "use Sql.IsMatch",
        ("Regex", "Replace") => "use Sql.RegexpReplace",
        ("Regex", _) => "use Sql.IsMatch, RegexpSubstr or RegexpReplace",
        ("String", "Format") => "use an interpolated text, $\"..\"",
        ("String", "Split") => "use Sql.SplitPart, or Sql.Split for an array",
        ("Int32" or "Int64" or "Decimal" or "Double" or "Convert", "Parse" or "TryParse" or "ToDecimal" or "ToInt32" or "ToInt64" or "ToDouble") => "use Sql.TryToDecimal, TryToInt or TryToDouble, with OrReject",
        ("DateTime" or "DateOnly" or "TimeOnly" or "DateTimeOffset", "Parse" or "TryParse" or "ParseExact" or "TryParseExact") => "use Sql.TryToTimestamp or TryToDate, with OrReject",
        ("Enum", _) => "use a switch over the names",
        ("Nullable", "GetValueOrDefault") => "use ??, and the value that it is to have instead",
        ("DateTime", "ToLocalTime" or "ToUniversalTime") => "use Sql.ConvertTimeZone",
        ("DateTime", "Ticks") => "use Sql.EpochMicroseconds",
        ("DateTime", "MaxValue") => "use new DateTime(9999, 12, 31)",
        ("Math", "Round") => "round to even or AwayFromZero, or use Sql.Truncate, Floor or Ceiling",
        ("ISOWeek", _) => "use Sql.IsoWeek or Sql.IsoWeekYear",
        ("Object", "Equals") => "use ==",
        _ when symbol is IFieldSymbol { IsStatic: true, IsReadOnly: false, DeclaringSyntaxReferences.Length: > 0 } => "make it const or static readonly",
        _ when symbol is IPropertySymbol { IsStatic: true, DeclaringSyntaxReferences.Length: > 0 } => "make it a constant, a static readonly field or a static method",
        _ => "use a Sql function, a method of your own whose body can be read, or Sql.Raw",
    };
}
