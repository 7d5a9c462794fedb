using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>Where consumers read, each column that personal data flows into is masked, or says why it needn't be.</summary>
internal sealed class PersonalDataIsMasked : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.PersonalDataIsMasked,
        "Personal data reaches consumers unmasked",
        "'{0}' tells of a person ({1}) and is read by consumers; give it a mask with [Masked<>], or say with [Disclosed(\"..\")] why it may be shown");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        var published = new HashSet<string>(model.All<SchemaObject>().Where(s => s.Published).Select(s => s.Name.Name), StringComparer.Ordinal);
        if (published.Count == 0) yield break;

        var flow = new PersonalFlow(model);
        foreach (var item in model.Objects.Where(o => o.Name.Schema is { } schema && published.Contains(schema)))
        {
            foreach (var column in ObjectRows.ColumnsOf(item).Where(c => c.Mask is null && c.Disclosed is null))
            {
                if (flow.Origin(item, column) is { } origin) yield return Problem(item, ObjectRows.At(column), column.Property, origin);
            }
        }
    }
}
