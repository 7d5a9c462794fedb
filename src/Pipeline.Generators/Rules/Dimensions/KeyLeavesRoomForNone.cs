using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A dimension's business key has values that no member of the source can have: rows -1, -2 and -3 have keys too.</summary>
/// <remarks>Where each value is a member's, a load would overwrite these rows, and a lookup find them beside the member: a fact would be loaded several times.</remarks>
internal sealed class KeyLeavesRoomForNone : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.KeyLeavesRoomForNone,
        "A dimension's key has no value left for the unknown member",
        "'{0}' is the whole key of '{1}', and a {2} has no value that rows -1, -2 and -3 could have for their own; make it a text or a number, such as a code");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (context.Item is not DimensionObject) yield break;
        var keys = context.Type.Columns().Where(p => p.Has("BusinessKey")).ToList();
        if (keys.Count == 0 || !keys.All(k => ColumnTypes.OfColumn(k)?.Kind is SqlTypeKind.Boolean or SqlTypeKind.Time)) yield break;
        yield return Problem(
            keys[0].Locations.FirstOrDefault(), string.Join(", ", keys.Select(k => k.Name)), context.Type.Name,
            ColumnTypes.OfColumn(keys[0])!.Kind == SqlTypeKind.Boolean ? "truth value" : "time of day");
    }
}
