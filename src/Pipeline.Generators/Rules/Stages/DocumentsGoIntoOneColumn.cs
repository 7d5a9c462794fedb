using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A JSON document is copied into one column of type Variant.</summary>
internal sealed class DocumentsGoIntoOneColumn : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.DocumentsGoIntoOneColumn,
        "A JSON document has no column to go to",
        "'{0}' copies JSON from '{1}' and has {2} of type Variant; give it one for the document, and take values out when it is loaded further");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        foreach (var copy in context.Type.Attributes("CopyFrom"))
        {
            if (copy.Argument() is not { } stage || stage.Attribute("Format")?.Argument() is not { } format || KindNames.KindWord(format) != "JsonFormat") continue;
            var documents = context.Type.Columns().Count(p => ColumnTypes.OfColumn(p) == SqlType.Variant || (ColumnTypes.OfColumn(p) is null && ColumnTypes.IsShape(p.Type)));
            if (documents != 1) yield return Problem(TaskSymbols.LocationOf(context, copy), context.Type.Name, stage.Name, documents == 0 ? "no column" : $"{documents} columns");
        }
    }
}
