using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>What the SQL calls the rows it reads: the words of the C#.</summary>
internal sealed partial class QueryTranslator
{
    private readonly HashSet<string> aliases = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> aliasWords = new(StringComparer.Ordinal);
    private string? rangeVariable;

    private string Alias(string wanted)
    {
        var word = SqlName.Alias(rangeVariable ?? wanted);
        rangeVariable = null;
        aliasWords.Add(word);
        var alias = word;
        for (var i = 2; !aliases.Add(alias); i++) alias = word + "_" + i;
        return alias;
    }

    // What a query calls a row is a better alias than what it calls all rows, if it is a word.
    private Relation Rows(IOperation source, string? variable, Scope scope)
    {
        if (variable is { Length: > 2 } && IsName(source)) rangeVariable = variable;
        var relation = Rows(source, scope);
        rangeVariable = null;
        return relation;
    }

    private static bool IsName(IOperation rows) => rows switch
    {
        IArgumentOperation argument => IsName(argument.Value),
        IConversionOperation conversion => IsName(conversion.Operand),
        ITranslatedQueryOperation query => IsName(query.Operation),
        IParameterReferenceOperation or ILocalReferenceOperation => true,
        IInvocationOperation { TargetMethod: { Name: "Optional" or "AsOf" or "Where" or "OrderBy", ContainingType: var type } } call when type.Word() is not null =>
            IsName(call.Instance ?? call.Arguments[0].Value),
        _ => false,
    };

    private static string? Variable(IOperation argument) =>
        argument is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol.Parameters: [{ CanBeReferencedByName: true } first, ..] } } ? first.Name : null;
}
