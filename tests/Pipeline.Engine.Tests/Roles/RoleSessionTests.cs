using Pipeline.Catalog;
using static Pipeline.Engine.Tests.Tables;

namespace Pipeline.Engine.Tests.Roles;

/// <summary>A role sees the rows and values that policies show it, of what it is granted.</summary>
public sealed class RoleSessionTests
{
    private static readonly QualifiedName Manager = new(null, "EAST_MANAGER");
    private static readonly QualifiedName Reader = new(null, "PII_READER");
    private static readonly QualifiedName Stranger = new(null, "STRANGER");

    [Fact]
    public void Manager_sees_the_rows_of_his_region_and_masked_values() => Assert.Equal("EAST | *****", As(Manager, "SELECT * FROM MARTS.CONTACTS"));

    [Fact]
    public void Who_is_in_no_mapping_sees_no_row() => Assert.Equal("", As(Reader, "SELECT * FROM MARTS.CONTACTS"));

    [Fact]
    public void Mask_of_a_table_holds_beneath_a_view_and_shows_its_reader_the_value() => Assert.Equal("a@b.example\nc@d.example", As(Reader, "SELECT EMAIL FROM MARTS.ADDRESSES ORDER BY 1"));

    [Fact]
    public void Role_reads_what_it_is_granted_alone()
    {
        var refused = Assert.Throws<EngineException>(() => As(Stranger, "SELECT * FROM MARTS.CONTACTS"));
        Assert.StartsWith("STRANGER may not read it, or it isn't there", refused.Message, StringComparison.Ordinal);
        Assert.Throws<EngineException>(() => As(Manager, "SELECT * FROM CRM.PEOPLE"));
    }

    [Fact]
    public void After_the_session_all_is_as_it_was()
    {
        using var pipeline = Open();
        using (var session = pipeline.As(Manager)) session.Query("SELECT 1");
        Assert.Equal("EAST | a@b.example\nWEST | c@d.example", pipeline.Query("SELECT * FROM CRM.PEOPLE ORDER BY 1").ToString());
    }

    private static string As(QualifiedName role, string sql)
    {
        using var pipeline = Open();
        using var session = pipeline.As(role);
        return session.Query(sql).ToString();
    }

    private static LocalPipeline Open()
    {
        Column Text(string name) => new(name, name, SqlType.Text, Nullable: true);
        FunctionCall IsRole(Expression role) => new("IsRoleInSession", [role], SqlType.Boolean, false);
        SelectQuery All(params string[] columns) => new([.. columns.Select(c => new Projection(c, Make.Column("people", Text(c))))]) { From = new ObjectSource("people", Name("CRM.PEOPLE")) };

        var mask = new MaskingPolicyObject(Name("CRM.EMAIL_MASK"), "EmailMask", [new("ARG_VALUE", SqlType.Text)],
            Make.Case([new(IsRole(Literal.Text("PII_READER")), new ColumnReference("", "ARG_VALUE", SqlType.Text, true))], Literal.Text("*****"), SqlType.Text));
        var mapped = new SelectQuery([new("FOUND", Literal.Integer(1))])
        {
            From = new ObjectSource("mapping", Name("CRM.MAPPING")),
            Where = Make.And(Make.Equal(Make.Column("mapping", Text("REGION")), new ColumnReference("", "ARG_REGION", SqlType.Text, true)), IsRole(Make.Column("mapping", Text("ROLE_NAME")))),
        };
        var policy = new RowAccessPolicyObject(Name("CRM.REGION_POLICY"), "RegionPolicy", [new("ARG_REGION", SqlType.Text)], new ExistsExpression(mapped, Negated: false));
        var pipeline = LocalPipeline.Open(
            Compiled(
                new RoleObject(Manager, "EastManager"), new RoleObject(Reader, "PiiReader"), new RoleObject(Stranger, "Stranger"),
                Schema("CRM"), Schema("MARTS") with { Grants = [new(Manager, Access.Read), new(Reader, Access.Read)] },
                mask, policy,
                Table("CRM.MAPPING", Text("ROLE_NAME"), Text("REGION")) with
                {
                    Rows = new("rows", ["ROLE_NAME", "REGION"], [new([Literal.Text("EAST_MANAGER"), Literal.Text("EAST")])]),
                },
                Table("CRM.PEOPLE", Text("REGION"), Text("EMAIL") with { Mask = new(mask.Name, []) }),
                new ViewObject(Name("MARTS.CONTACTS"), "Contacts", [Text("REGION"), Text("EMAIL")], All("REGION", "EMAIL")) { RowAccess = new(policy.Name, ["REGION"]) },
                new ViewObject(Name("MARTS.ADDRESSES"), "Addresses", [Text("EMAIL")], All("EMAIL"))),
            new());
        pipeline.Query("INSERT INTO CRM.PEOPLE (REGION, EMAIL) VALUES ('EAST', 'a@b.example'), ('WEST', 'c@d.example')");
        return pipeline;
    }
}
