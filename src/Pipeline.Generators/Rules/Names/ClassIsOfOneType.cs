using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A class is one object: with type parameters it would be as many as there are types.</summary>
internal sealed class ClassIsOfOneType : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.ClassIsOfOneType, "A class has type parameters", "'{0}' has the type parameter '{1}', and one class becomes one object; declare a class for each type, all derived from this one without its kind");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        for (var type = context.Type; type is not null; type = type.ContainingType)
        {
            if (type.TypeParameters.FirstOrDefault() is { } parameter) yield return Problem(context.Type.Locations.FirstOrDefault(), type.Name, parameter.Name);
        }
    }
}
