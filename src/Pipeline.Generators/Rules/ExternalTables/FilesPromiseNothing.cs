using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A column of an external table promises nothing that nobody enforces in files.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/tables-external-intro"/></remarks>
internal sealed class FilesPromiseNothing : ModelRule
{
    private static readonly string[] Roles =
        ["BusinessKey", "Sequence", "SurrogateKey", "LoadTime", "IsDeleted", "TieBreak", "ForeignKey", "Grain", "Measure", "Period", "RenamedFrom"];

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.FilesPromiseNothing,
        "A column of an external table promises what files don't keep",
        "'{0}' of '{1}' {2}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (KindNames.KindWord(context.Type) != "ExternalTable") yield break;
        foreach (var property in context.Type.Columns())
        {
            var fact = property.Attribute("FromFile")?.EnumAt(0);
            var reason = Roles.FirstOrDefault(property.Has) is { } role ? $"has [{role}], which means nothing where rows are only read; remove it, and give it to the column of the table that is loaded from it"
                : fact is not (null or "Name" or "RowNumber") ? $"takes FileFact.{fact}, of which an external table knows nothing; it knows Name and RowNumber"
                : fact is null && ColumnTypes.OfColumn(property) is not null && !ColumnTypes.IsNullable(property.Type) ? $"is never null to C#, and nothing keeps null out of a file; make it '{property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}?'"
                : null;
            var at = Roles.FirstOrDefault(property.Has) is { } told ? TaskSymbols.LocationOf(context, property.Attribute(told)) : property.Locations.FirstOrDefault();
            if (reason is not null) yield return Problem(at, property.Name, context.Type.Name, reason);
        }
    }
}
