using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>In a transient database all is transient, and keeps its past for a day at most.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/tables-temp-transient"/></remarks>
internal sealed class SchemaFitsItsDatabase : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.SchemaFitsItsDatabase,
        "A schema of a transient database keeps its past for longer than a day",
        "'{0}' lies in '{1}', which is transient, and its past is kept for a day at most, not for {2}; say RetentionDays = 1, or remove Transient from '{1}'");

    public override IEnumerable<CatalogProblem> Check(ModelView model) => model.All<DatabaseObject>().FirstOrDefault() is { Transient: true } database
        ? model.All<SchemaObject>().Where(s => s is { Transient: false, RetentionDays: > 1 }).Select(s => Problem(s, AtKind, ModelView.Short(s), ModelView.Short(database), s.RetentionDays))
        : [];
}
