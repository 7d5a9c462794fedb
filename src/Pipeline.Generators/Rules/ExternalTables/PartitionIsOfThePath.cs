using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A partition column of an external table is computed from the path of its file.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/tables-external-intro#partitioned-external-tables"/></remarks>
internal sealed class PartitionIsOfThePath : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.PartitionIsOfThePath,
        "An external table is partitioned by what its paths don't tell",
        "'{0}' can't be partitioned by '{1}': {2}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (KindNames.KindWord(context.Type) != "ExternalTable") yield break;
        foreach (var name in context.Kind.NamedList("PartitionBy"))
        {
            var property = context.Type.Columns().FirstOrDefault(p => p.Name == name);
            var reason = property is null ? "it has no such property; name one by nameof"
                : property.Has("FromPath") ? null
                : "it isn't computed from the file's path, which is all that Snowflake knows of a file before it reads it; say with [FromPath] which folder holds it";
            if (reason is not null) yield return Problem(context.KindLocation, context.Type.Name, name, reason);
        }
    }
}
