using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A grant is of a privilege that its object has.</summary>
internal sealed class GrantMeansSomething : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.GrantMeansSomething, "A grant means nothing on its object", "Access.{0} means nothing on '{1}'; {2}");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        foreach (var item in model.Objects)
        {
            var possible = Possible(item);
            foreach (var grant in item.Grants.Where(g => !possible.Contains(g.Access)))
            {
                yield return Problem(item, AtAttribute("Grant", grant.Role), grant.Access, ModelView.Short(item),
                    possible.Length == 0 ? "grant it on its schema" : "grant " + string.Join(" or ", possible.Select(a => "Access." + a)));
            }
        }
    }

    private static Access[] Possible(CatalogObject item) => item switch
    {
        DatabaseObject => [Access.Read, Access.Create],
        SchemaObject => [Access.Read, Access.Write, Access.Operate, Access.Create],
        WarehouseObject => [Access.Use, Access.Operate],
        ResourceMonitorObject => [Access.Read, Access.Operate],
        StorageIntegrationObject or SnsTopicObject or EmailChannelObject or WebhookChannelObject or StageObject or FileFormatObject => [Access.Use],
        ExternalTableObject => [Access.Read],
        TableObject => [Access.Read, Access.Write],
        DynamicTableObject => [Access.Read, Access.Operate],
        ViewObject or StreamObject => [Access.Read],
        TaskObject or PipeObject or AlertObject => [Access.Operate],
        _ => [],
    };
}
