using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

internal static class PolicyRenderer
{
    public static string Render(SnowflakeRenderer renderer, PolicyObject policy)
    {
        var view = new View(
            renderer.Name(policy.Name),
            string.Join(", ", policy.Arguments.Select(a => renderer.Identifier(a.Name) + " " + TypeOf(a.Type))),
            policy is MaskingPolicyObject ? TypeOf(policy.Arguments[0].Type) : "BOOLEAN",
            renderer.Dialect.Expression(policy.Body),
            policy.Comment);
        return renderer.Fill(policy is MaskingPolicyObject ? "Policies/masking_policy.sql" : "Policies/row_access_policy.sql", "policy", view);
    }

    // A policy takes the type without its length: it is for columns of any.
    private static string TypeOf(SqlType type) => type.Kind switch
    {
        SqlTypeKind.Text => "VARCHAR",
        SqlTypeKind.Binary => "BINARY",
        _ => SnowflakeTypes.Spell(type),
    };

    private sealed record View(string Name, string Arguments, string Type, string Body, string? Comment);
}
