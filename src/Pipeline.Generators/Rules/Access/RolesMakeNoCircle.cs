using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>Roles include each other upwards: of two that include each other Snowflake grants one alone.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/sql-reference/sql/grant-role"/></remarks>
internal sealed class RolesMakeNoCircle : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.RolesMakeNoCircle, "Roles include each other", "'{0}' includes '{1}', which includes '{0}' in the end; remove one [Includes<>] of that circle");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (context.Item is not RoleObject) yield break;
        foreach (var attribute in context.Type.Attributes("Includes"))
        {
            if (attribute.Argument() is { } role && Leads(role, context.Type)) yield return Problem(TaskSymbols.LocationOf(context, attribute), context.Type.Name, role.Name);
        }
    }

    private static bool Leads(INamedTypeSymbol from, INamedTypeSymbol to)
    {
        var met = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<INamedTypeSymbol>();
        open.Push(from);
        while (open.Count > 0)
        {
            var role = open.Pop();
            if (SymbolEqualityComparer.Default.Equals(role, to)) return true;
            if (!met.Add(role)) continue;
            foreach (var included in role.Attributes("Includes").Select(a => a.Argument()).OfType<INamedTypeSymbol>()) open.Push(included);
        }

        return false;
    }
}
