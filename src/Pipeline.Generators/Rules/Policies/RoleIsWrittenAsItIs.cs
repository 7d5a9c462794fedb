using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>Snowflake compares the names of roles and users letter by letter, and keeps those that were made without quotes in capitals.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/sql-reference/functions/is_role_in_session"/></remarks>
internal sealed class RoleIsWrittenAsItIs : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.RoleIsWrittenAsItIs,
        "A role or a user is asked for by a name that nobody has",
        "'{0}' asks whether the reader is '{1}', and Snowflake's names are in capitals unless they were made in quotes; {2}");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        foreach (var item in model.Objects)
        {
            var body = item switch { RowAccessPolicyObject rows => rows.Body, MaskingPolicyObject mask => mask.Body, _ => null };
            foreach (var (name, isUser) in body is null ? [] : Asked.In(body).Distinct())
            {
                if (name.Contains("${") || name == name.ToUpperInvariant() || model.Objects.Any(o => o is RoleObject && o.Name.Name == name)) continue;
                var role = model.Objects.FirstOrDefault(o => o is RoleObject && string.Equals(o.Name.Name, name, StringComparison.OrdinalIgnoreCase));
                yield return Problem(item, ModelView.Short(item), name,
                    isUser || role is null ? $"write '{name.ToUpperInvariant()}'" : $"name the role by its class: Sql.IsRoleInSession<{ModelView.Short(role)}>()");
            }
        }
    }

    private sealed class Asked : QueryRewriter
    {
        private readonly List<(string Name, bool IsUser)> names = [];

        public static IEnumerable<(string Name, bool IsUser)> In(Expression body)
        {
            var asked = new Asked();
            asked.Rewrite(body);
            return asked.names;
        }

        public override Expression Rewrite(Expression expression)
        {
            switch (expression)
            {
                case FunctionCall { Function: "IsRoleInSession", Arguments: [Literal { Value: { } role }] }: names.Add((role, false)); break;
                case BinaryExpression { Left: FunctionCall { Function: "CurrentUser" }, Right: Literal { Value: { } user } }: names.Add((user, true)); break;
                case BinaryExpression { Right: FunctionCall { Function: "CurrentUser" }, Left: Literal { Value: { } user } }: names.Add((user, true)); break;
                case InExpression { Operand: FunctionCall { Function: "CurrentUser" } } list:
                    names.AddRange(list.Values.OfType<Literal>().Where(v => v.Value is not null).Select(v => (v.Value!, true)));
                    break;
            }

            return base.Rewrite(expression);
        }
    }
}
