using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>One class becomes one object.</summary>
internal sealed class ClassIsOfOneKind : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.ClassIsOfOneKind,
        "A class is of two kinds",
        "'{0}' is [{1}] and [{2}]; one class becomes one object, so declare a second class");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        var kinds = context.Type.GetAttributes().Where(a => a.AttributeClass?.BaseType.Word() == "KindAttribute").ToList();
        if (kinds.Count > 1) yield return Problem(TaskSymbols.LocationOf(context, kinds[1]), context.Type.Name, Word(kinds[0]), Word(kinds[1]));
    }

    private static string Word(AttributeData kind) => kind.AttributeClass.Word()!.Replace("Attribute", "");
}
