using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>The role that loads run with sees all rows and all values: it would store masks, and insert again the rows that it doesn't see.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/security-column-intro"/></remarks>
internal sealed class LoadsSeeEverything : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.LoadsSeeEverything, "A policy hides something from the loads", "{0}");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        var policies = model.All<PolicyObject>().GroupBy(p => p.Name).ToDictionary(g => g.Key, g => g.First());
        if (policies.Count == 0) yield break;

        var roles = RoleClosure.OfLoads(model.All<RoleObject>());
        var loaded = Loaded(model);
        foreach (var item in model.Objects.Where(o => loaded.Contains(o.Name)))
        {
            var used = ObjectRows.ColumnsOf(item).Where(c => c.Mask is not null).Select(c => (c.Mask!.Policy, At: ObjectRows.At(c)))
                .Concat(item.RowAccess is { } access ? [(access.Policy, (type, cancellation) => At(type.Attribute("RowAccess"), cancellation))] : []);
            foreach (var (name, at) in used)
            {
                if (policies.TryGetValue(name, out var policy) && !PolicyView.ShowsAll(policy, roles)) yield return Problem(item, at, Message(item, policy, roles));
            }
        }
    }

    private static string Message(CatalogObject item, PolicyObject policy, IReadOnlyList<string> roles) => roles.Count == 0
        ? $"Loads use '{ModelView.Short(item)}', and no role runs them; say [Role(RunsLoads = true)] of one, and let '{ModelView.Short(policy)}' show it all"
        : $"Loads use '{ModelView.Short(item)}' as {roles[0]}, from which '{ModelView.Short(policy)}' hides "
            + (policy is MaskingPolicyObject ? "values, so they would store the mask" : "rows, so they would miss them") + $"; let it show everything to {roles[0]}";

    // What loads write, and what they or a dynamic table read, at any depth: through a view and through a stream.
    private static HashSet<QualifiedName> Loaded(ModelView model)
    {
        var used = new HashSet<QualifiedName>();
        var open = new Queue<QualifiedName>();
        foreach (var item in model.Objects.Where(o => o is DynamicTableObject or TableObject { Loads.Count: > 0 } or TableObject { Copies.Count: > 0 }))
        {
            // A dynamic table is refreshed whatever is hidden of itself.
            if (item is TableObject) used.Add(item.Name);
            foreach (var name in ObjectRows.QueriesOf(item).SelectMany(SourceCollector.NamesIn)) open.Enqueue(name);
        }

        while (open.Count > 0)
        {
            var name = open.Dequeue();
            if (!used.Add(name)) continue;
            foreach (var item in model.Named(name))
            {
                if (item is StreamObject stream) open.Enqueue(stream.Source);
                if (item is not ViewObject view) continue;
                foreach (var read in SourceCollector.NamesIn(view.Query)) open.Enqueue(read);
            }
        }

        return used;
    }
}
