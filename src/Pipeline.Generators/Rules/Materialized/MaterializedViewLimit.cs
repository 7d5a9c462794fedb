using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>One of the limits of Snowflake's materialized views.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/views-materialized#limitations-on-creating-materialized-views"/></remarks>
internal abstract class MaterializedViewLimit(string id, string title) : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(id, title, "'{0}' {1}; {2}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (context.Item is not ViewObject { Materialized: true, Query: not SelectQuery { Columns.Count: 0 } } view) yield break;
        foreach (var limit in KeptQuery.Limits(view.Query).Where(l => l.Rule == Descriptor.Id)) yield return Problem(Place(context, limit), context.Type.Name, limit.What, limit.WayOut);
    }

    // The word in the method that says it, else the method's name.
    private static Location? Place(ReadContext context, KeptLimit limit)
    {
        if (context.Methods("Define").FirstOrDefault() is not { } define) return context.KindLocation;
        var tokens = define.DeclaringSyntaxReferences.SelectMany(r => r.GetSyntax(context.Cancellation).DescendantTokens()).ToList();
        return limit.Words.Select(w => tokens.Where(t => t.ValueText == w).Select(t => t.GetLocation()).FirstOrDefault()).FirstOrDefault(l => l is not null) ?? define.Locations.FirstOrDefault();
    }
}
