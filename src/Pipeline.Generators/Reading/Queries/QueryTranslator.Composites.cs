using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>New rows, anonymous objects, records and tuples.</summary>
internal sealed partial class QueryTranslator
{
    private Composite Parts(IOperation creation, IEnumerable<IOperation> initializers, Scope scope, INamedTypeSymbol? type, Dictionary<string, Value>? given = null)
    {
        var parts = given ?? new Dictionary<string, Value>(StringComparer.Ordinal);
        var places = new Dictionary<string, Location>(StringComparer.Ordinal);
        foreach (var initializer in initializers)
        {
            if (initializer is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: false } target } assignment)
            {
                throw Cannot(initializer, "only properties can be set in a new row", "write Name = value");
            }

            parts[target.Property.Name] = Attempt(() => Value(assignment.Value, scope), BrokenValue.Instance);
            places[target.Property.Name] = assignment.Syntax.GetLocation();
        }

        return new(parts, type) { Places = places, Place = PlaceOf(creation) };
    }

    // The smallest piece that says which row is made.
    private static Location PlaceOf(IOperation creation) => creation.Syntax switch
    {
        ObjectCreationExpressionSyntax named => Microsoft.CodeAnalysis.Location.Create(named.SyntaxTree, TextSpan.FromBounds(named.NewKeyword.SpanStart, named.Type.Span.End)),
        BaseObjectCreationExpressionSyntax implied => implied.NewKeyword.GetLocation(),
        _ => creation.Syntax.GetLocation(),
    };

    // A value of a row: a condition there is a value too, so it is never null.
    private Value Value(IOperation operation, Scope scope) =>
        operation.Type?.SpecialType == SpecialType.System_Boolean && operation.ConstantValue is { HasValue: false } && IsCondition(operation)
            ? new Scalar(Condition(operation, scope, filter: false))
            : Eval(operation, scope);

    private Value Create(IObjectCreationOperation creation, Scope scope)
    {
        if (Known(creation) is { } known) return new Scalar(known);
        if (Made(creation, scope) is { } made) return new Scalar(made);
        if (creation.Arguments.Length == 0 && creation.Type is INamedTypeSymbol { TypeKind: TypeKind.Class } type)
        {
            return Parts(creation, creation.Initializer?.Initializers ?? [], scope, type);
        }

        if (creation.Type is INamedTypeSymbol { IsRecord: true } record && creation.Constructor is { } constructor)
        {
            var parts = new Dictionary<string, Value>(StringComparer.Ordinal);
            foreach (var argument in creation.Arguments) parts[argument.Parameter!.Name] = Value(argument.Value, scope);
            return constructor.Parameters.Length > 0 && constructor.DeclaringSyntaxReferences.Any(r => r.GetSyntax(cancellation) is RecordDeclarationSyntax)
                ? Parts(creation, creation.Initializer?.Initializers ?? [], scope, record, parts)
                : throw NoWord(creation, constructor);
        }

        throw Cannot(creation, $"'new {creation.Type?.Name}' with these arguments can't be translated to SQL", "use constants, or an object initializer for a row");
    }

    private Composite Tuple(ITupleOperation tuple, Scope scope)
    {
        var parts = new Dictionary<string, Value>(StringComparer.Ordinal);
        var names = (tuple.Type as INamedTypeSymbol)?.TupleElements;
        for (var i = 0; i < tuple.Elements.Length; i++) parts[names is { } n ? n[i].Name : "Item" + (i + 1)] = Value(tuple.Elements[i], scope);
        return new(parts);
    }
}
