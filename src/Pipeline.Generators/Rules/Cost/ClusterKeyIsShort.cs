using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A table is clustered by a few columns.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/tables-clustering-keys"/></remarks>
internal sealed class ClusterKeyIsShort : ModelRule
{
    private const int MostUseful = 4;

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.ClusterKeyIsShort,
        "A table is clustered by many columns",
        "'{0}' is clustered by {1} columns; each after the fourth costs reclustering and prunes next to nothing, so keep those that queries filter by");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        var count = context.Kind.NamedList("ClusterBy").Length;
        if (count > MostUseful) yield return Problem(context.KindLocation, context.Type.Name, count);
    }
}
