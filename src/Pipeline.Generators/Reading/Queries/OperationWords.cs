using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>What C# calls the constructs that no query can hold.</summary>
internal static class OperationWords
{
    private static readonly Dictionary<OperationKind, string> Words = new()
    {
        [OperationKind.Await] = "'await'",
        [OperationKind.Throw] = "'throw'",
        [OperationKind.SimpleAssignment] = "an assignment",
        [OperationKind.CompoundAssignment] = "an assignment",
        [OperationKind.CoalesceAssignment] = "'??='",
        [OperationKind.DeconstructionAssignment] = "a deconstruction",
        [OperationKind.EventAssignment] = "an event",
        [OperationKind.EventReference] = "an event",
        [OperationKind.Increment] = "'++'",
        [OperationKind.Decrement] = "'--'",
        [OperationKind.DynamicInvocation] = "'dynamic'",
        [OperationKind.DynamicMemberReference] = "'dynamic'",
        [OperationKind.DynamicIndexerAccess] = "'dynamic'",
        [OperationKind.DynamicObjectCreation] = "'dynamic'",
        [OperationKind.ArrayCreation] = "a list",
        [OperationKind.CollectionExpression] = "a list",
        [OperationKind.Spread] = "a list that is spread",
        [OperationKind.ArrayElementReference] = "an element of an array",
        [OperationKind.InlineArrayAccess] = "an element of an inline array",
        [OperationKind.ImplicitIndexerReference] = "an index from the end, or a range, of this",
        [OperationKind.Range] = "a range",
        [OperationKind.InstanceReference] = "'this'",
        [OperationKind.MethodReference] = "a method without its call",
        [OperationKind.DelegateCreation] = "a delegate",
        [OperationKind.AnonymousFunction] = "a lambda",
        [OperationKind.TypeOf] = "'typeof'",
        [OperationKind.SizeOf] = "'sizeof'",
        [OperationKind.AddressOf] = "'&' of a pointer",
        [OperationKind.FunctionPointerInvocation] = "a function pointer",
        [OperationKind.TypeParameterObjectCreation] = "'new' of a type parameter",
        [OperationKind.DeclarationExpression] = "a variable declared in an expression",
        [OperationKind.Discard] = "a discard",
        [OperationKind.Utf8String] = "a UTF-8 literal",
        [OperationKind.InterpolatedStringHandlerCreation] = "an interpolated string handler",
        [OperationKind.InterpolatedStringAddition] = "an interpolated string handler",
        [OperationKind.DefaultValue] = "'default' of this type",
        [OperationKind.With] = "'with' of this value",
        [OperationKind.ListPattern] = "a list pattern",
        [OperationKind.SlicePattern] = "a slice pattern",
        [OperationKind.Block] = "a block",
        [OperationKind.Switch] = "a 'switch' statement",
        [OperationKind.Loop] = "a loop",
        [OperationKind.Labeled] = "a label",
        [OperationKind.Branch] = "a jump",
        [OperationKind.Empty] = "an empty statement",
        [OperationKind.YieldBreak] = "'yield break'",
        [OperationKind.YieldReturn] = "'yield return'",
        [OperationKind.Lock] = "'lock'",
        [OperationKind.Try] = "'try'",
        [OperationKind.Using] = "'using'",
        [OperationKind.UsingDeclaration] = "'using'",
        [OperationKind.LocalFunction] = "a local function",
        [OperationKind.VariableDeclarationGroup] = "a local variable",
        [OperationKind.Conditional] = "an 'if' without a value",
        [OperationKind.Invalid] = "code with an error",
    };

    public static string Of(IOperation operation) => operation switch
    {
        IExpressionStatementOperation statement => Of(statement.Operation),
        IUnaryOperation unary => $"the operator '{unary.OperatorKind}'",
        IBinaryOperation binary => $"the operator '{binary.OperatorKind}'",
        IInvocationOperation call => $"a call of '{call.TargetMethod.Name}' as a statement",
        _ => Words.TryGetValue(operation.Kind, out var word) ? word : $"'{operation.Syntax.Kind()}'",
    };
}
