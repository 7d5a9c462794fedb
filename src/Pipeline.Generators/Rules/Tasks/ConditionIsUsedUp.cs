using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>The graph that a stream starts reads the stream.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/tasks-triggered"/></remarks>
internal sealed class ConditionIsUsedUp : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.ConditionIsUsedUp,
        "A graph is started by a stream that it doesn't read",
        "'{0}' starts when '{1}' has data, and nothing in its graph reads '{1}', so that it starts again and again; read the stream in one of its loads");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        foreach (var root in model.All<TaskObject>().Where(t => t.IsRoot && t.When.Count > 0))
        {
            var read = new HashSet<QualifiedName>(model.TablesOf(root.Name).SelectMany(t => t.Loads).SelectMany(l => l.Streams));
            foreach (var name in root.When.Where(n => !read.Contains(n)))
            {
                if (model.Stream(name) is { } stream) yield return Problem(root, AtKind, ModelView.Short(root), ModelView.Short(stream));
            }
        }
    }
}
