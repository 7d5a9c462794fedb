using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A role that one column has isn't given to two.</summary>
internal sealed class RoleIsGivenOnce : ModelRule
{
    private static readonly string[] Single = ["SurrogateKey", "ValidFrom", "ValidTo", "IsCurrent", "IsInferred", "IsDeleted", "IsCarried", "Period"];

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.RoleIsGivenOnce,
        "Two columns have a role of which there is one",
        "'{0}' and '{1}' both are [{2}], of which a row has one; take it away from one of them");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        foreach (var role in Single)
        {
            var columns = context.Type.Columns().Where(p => p.Has(role)).ToList();
            foreach (var second in columns.Skip(1)) yield return Problem(TaskSymbols.LocationOf(context, second.Attribute(role)), columns[0].Name, second.Name, role);
        }
    }
}
