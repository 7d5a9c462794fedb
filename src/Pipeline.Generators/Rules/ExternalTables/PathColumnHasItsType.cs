using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A column of the path names a folder that can be, and has a type that a folder's name can have.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/tables-external-intro#partitions-added-automatically"/></remarks>
internal sealed class PathColumnHasItsType : ModelRule
{
    private static readonly Regex Date = new("^YYYY[-_.]?MM([-_.]?DD)?$", RegexOptions.CultureInvariant);

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.PathColumnHasItsType,
        "A column can't be taken from the path",
        "'{0}' can't be taken from the path: {1}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        foreach (var property in context.Type.Columns())
        {
            if (property.Attribute("FromPath") is not { } folder) continue;
            if (Reason(context, property, folder) is { } reason) yield return Problem(property.Locations.FirstOrDefault(), property.Name, reason);
        }
    }

    private static string? Reason(ReadContext context, IPropertySymbol property, AttributeData folder)
    {
        var (key, level, format) = (folder.At<string?>(0, null), folder.At(0, 0), folder.Named<string?>("Format", null));
        var type = ColumnTypes.OfColumn(property);
        return KindNames.KindWord(context.Type) != "ExternalTable" ? $"'{context.Type.Name}' is no external table; land the file's name with [FromFile(FileFact.Name)] and take it apart in the load"
            : property.Has("FromFile") || property.Has("FromField") ? "it is taken from elsewhere too; keep one of [FromPath], [FromFile] and [FromField]"
            : key is null && level < 1 ? "the folder that holds the file is level 1, and there is none below it; say 1 or more"
            : key is not null && (key.Length == 0 || key.IndexOfAny(['/', '=']) >= 0) ? $"'{key}' is no key; write what stands before the '=' in the folder's name"
            : type is not { } known || (known.Kind != SqlTypeKind.Text && known.Kind != SqlTypeKind.Date && known != SqlType.Int32 && known != SqlType.Int64) ? "a folder's name is a text, an int, a long or a date; read it as string?, and convert it in a load or view"
            : known.Kind == SqlTypeKind.Date && format is null ? "nothing says how the date is written; add Format, as in Format = \"YYYY-MM\""
            : known.Kind != SqlTypeKind.Date && format is not null ? "only a date has a Format; remove it, or make the property a DateOnly?"
            : format is null || Date.IsMatch(format) ? null
            : $"'{format}' doesn't say a date; write it of YYYY, MM and, if it has days, DD in this order, as in \"YYYY-MM\"";
    }
}
