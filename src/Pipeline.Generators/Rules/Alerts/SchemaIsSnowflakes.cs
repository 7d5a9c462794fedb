using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A schema has a name of its own, not one of Snowflake's.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/sql-reference/info-schema"/></remarks>
internal sealed class SchemaIsSnowflakes : ModelRule
{
    private static readonly string[] Taken = [AccountViews.Schema, "INFORMATION_SCHEMA", PlatformTables.AnyLedger];

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.SchemaIsSnowflakes, "A schema takes a name of Snowflake's", "'{0}' would be the schema {1}, which is Snowflake's own; give it another Name");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (context.Item is SchemaObject schema && Taken.Contains(schema.Name.Name, StringComparer.OrdinalIgnoreCase)) yield return Problem(context.KindLocation ?? context.DeclarationLocation, context.Type.Name, schema.Name.Name);
    }
}
