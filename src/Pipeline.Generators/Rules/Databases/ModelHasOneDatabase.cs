using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>A model lies in one database, whose name is the environment's.</summary>
internal sealed class ModelHasOneDatabase : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.ModelHasOneDatabase, "A model declares two databases", "'{0}' is the model's database already, so nothing would lie in '{1}'; remove one, or make a model of its own for it");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        var databases = model.All<DatabaseObject>().ToList();
        return databases.Skip(1).Select(d => Problem(d, AtKind, ModelView.Short(databases[0]), ModelView.Short(d)));
    }
}
