using Pipeline.Catalog;

namespace Pipeline.Sql.Tests;

public sealed class PolicySqlTests
{
    private static readonly QualifiedName Mask = new("GOV", "EMAIL_MASK");

    private static readonly MaskingPolicyObject EmailMask = new(
        Mask, "EmailMask", [new("ARG_VALUE", SqlType.Text)],
        Make.Case([new(IsRole(Literal.Text("PII_READER")), Value("ARG_VALUE"))], Literal.Text("*****"), SqlType.Text));

    private static readonly RowAccessPolicyObject RegionPolicy = new(
        new("GOV", "REGION_POLICY"), "RegionPolicy", [new("ARG_REGION", SqlType.Text)], Make.Or(IsRole(Literal.Text("ADMIN")), Make.Equal(Value("ARG_REGION"), Literal.Text("EAST"))));

    private static readonly Column Email = Catalogs.Text("EMAIL") with { Mask = new(Mask, []) };

    [Fact]
    public void Mask_is_altered_in_place() => Catalogs.Of(EmailMask).Sql("GOV.EMAIL_MASK").ShouldBe("""
        -- Altered in place: no column is without it for a moment.
        CREATE OR ALTER MASKING POLICY GOV.EMAIL_MASK AS (ARG_VALUE VARCHAR) RETURNS VARCHAR ->
            CASE WHEN IS_ROLE_IN_SESSION('PII_READER') THEN ARG_VALUE ELSE '*****' END;
        """);

    [Fact]
    public void Table_has_its_mask_from_the_start_and_one_that_was_there_gets_it() =>
        Catalogs.Of(EmailMask, new TableObject(new("CRM", "PEOPLE"), "People", [Email])).Sql("CRM.PEOPLE").ShouldBe("""
        CREATE TABLE IF NOT EXISTS CRM.PEOPLE (
            EMAIL VARCHAR WITH MASKING POLICY GOV.EMAIL_MASK
        );

        -- Also on a table that was there before the policies.
        ALTER TABLE CRM.PEOPLE MODIFY COLUMN EMAIL SET MASKING POLICY GOV.EMAIL_MASK FORCE;
        """);

    [Fact]
    public void Row_access_policy_is_exchanged_in_one_statement()
    {
        var sql = Catalogs.Of(RegionPolicy, new TableObject(new("CRM", "SALES"), "Sales", [Catalogs.Text("REGION")]) { RowAccess = new(RegionPolicy.Name, ["REGION"]) }).Sql("CRM.SALES");
        Assert.Contains("WITH ROW ACCESS POLICY GOV.REGION_POLICY ON (REGION)", sql, StringComparison.Ordinal);
        Assert.Contains("EXECUTE IMMEDIATE 'ALTER TABLE CRM.SALES DROP ROW ACCESS POLICY ' || attached || ', ADD ROW ACCESS POLICY GOV.REGION_POLICY ON (REGION)';", sql, StringComparison.Ordinal);
    }

    [Fact]
    public void Dynamic_table_is_refreshed_only_once_it_is_masked()
    {
        var query = new SelectQuery([new("EMAIL", new ColumnReference("people", "EMAIL", SqlType.Text, true))]) { From = new ObjectSource("people", new("CRM", "PEOPLE")) };
        var lines = Catalogs.Of(EmailMask, new DynamicTableObject(new("MART", "CONTACTS"), "Contacts", [Email], query, new(null, "WH"))).Sql("MART.CONTACTS")
            .Split('\n').Where(l => l.StartsWith("ALTER", StringComparison.Ordinal) || l.StartsWith("CREATE", StringComparison.Ordinal));
        Assert.Equal(
            [
                "ALTER DYNAMIC TABLE IF EXISTS MART.CONTACTS SUSPEND;",
                "CREATE OR ALTER DYNAMIC TABLE MART.CONTACTS (",
                "ALTER DYNAMIC TABLE MART.CONTACTS MODIFY COLUMN EMAIL SET MASKING POLICY GOV.EMAIL_MASK FORCE;",
                "ALTER DYNAMIC TABLE MART.CONTACTS RESUME;",
            ], lines);
    }

    [Fact]
    public void Role_that_no_other_includes_is_administered_by_SYSADMIN() => Catalogs.Of(
        new RoleObject(new(null, "ANALYST"), "Analyst"), new RoleObject(new(null, "MANAGER"), "Manager") { Includes = [new(null, "ANALYST")] }).Sql("MANAGER").ShouldBe("""
        CREATE ROLE IF NOT EXISTS MANAGER;

        GRANT ROLE ANALYST TO ROLE MANAGER;

        -- No role of the model includes it; so that what it owns can be administered, SYSADMIN does.
        GRANT ROLE MANAGER TO ROLE SYSADMIN;
        """);

    private static ColumnReference Value(string name) => new("", name, SqlType.Text, true);

    private static FunctionCall IsRole(Expression role) => new("IsRoleInSession", [role], SqlType.Boolean, false);
}
