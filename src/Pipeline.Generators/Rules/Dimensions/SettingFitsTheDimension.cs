using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>What a dimension says of deletes and lateness is something that its kind of history can do.</summary>
internal sealed class SettingFitsTheDimension : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.SettingFitsTheDimension,
        "A dimension's setting asks for another kind of history",
        "'{0}' says {1}, but {2}; {3}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (context.Type.Attribute("Dimension") is not { } attribute) yield break;
        var scd = attribute.EnumAt(0);
        var deletes = attribute.NamedEnum("Deletes");
        if (scd == "Type2" && deletes == "Remove")
        {
            yield return Of(context, "Deletes.Remove", "a history keeps what was", "use Deletes.Close, which ends the open version, or Scd.Type1");
        }

        if (scd == "Type1" && deletes == "Close")
        {
            yield return Of(context, "Deletes.Close", "a member of Scd.Type1 has no versions to close", "use Deletes.Mark or Deletes.Remove, or Scd.Type2");
        }

        if (attribute.Named("LatenessDays", -1) < 0) yield break;
        if (scd == "Type1")
        {
            yield return Of(context, "LatenessDays", "of Scd.Type1 the last state by the sequence wins, however late it comes", "remove it, or use Scd.Type2");
        }
        else if (attribute.NamedEnum("History") == "Observed")
        {
            yield return Of(context, "LatenessDays", "with History.Observed a change happens when a run sees it, so none is late", "remove it, or feed the history with events");
        }
    }

    private ReadProblem Of(ReadContext context, string setting, string because, string instead) =>
        Problem(context.Type.Locations.FirstOrDefault(), context.Type.Name, setting, because, instead);
}
