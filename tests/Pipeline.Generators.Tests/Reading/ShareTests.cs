using Pipeline.Catalog;

namespace Pipeline.Generators.Tests.Reading;

public sealed class ShareTests
{
    private const string Marts = """
        #pragma warning disable CS8618
        [Schema(Published = true)] public sealed class Marts;
        [Schema] public sealed class Inside;
        [Role(RunsLoads = true)] public sealed class Loads;
        [Table<Marts>] public sealed class Sales { public string Region { get; init; } }
        [RowAccessPolicy<Inside>] public sealed class Regions { [Allow] internal static bool MayRead(string region) => Sql.IsRoleInSession<Loads>(); }
        [MaskingPolicy<Inside>] public sealed class Hidden : IMask<string?> { public static string? Mask(string? value) => Sql.IsRoleInSession<Loads>() ? value : "*"; }

        """;

    [Fact]
    public void Share_is_read_with_its_accounts()
    {
        var share = CompiledModel.Of(Marts + View("Given", "Sales") + """[Share(Owner = "a@b.example", Accounts = ["ORG.ONE", "${more}"]), Reads<Given>] public sealed class Outside;""").Object<ShareObject>("OUTSIDE");
        Assert.Equal("a@b.example", share.Owner);
        Assert.Equal(["ORG.ONE", "${more}"], share.Accounts);
        Assert.Equal([new QualifiedName("MARTS", "GIVEN")], share.Reads);
        Assert.Empty(share.Findings);
    }

    [Theory]
    [InlineData("\"ORG.ONE; DROP\"", "PL0780 'Outside' can't be given to 'ORG.ONE; DROP': that is no account; write it as ORGANIZATION.ACCOUNT")]
    [InlineData("\"A.B.C\"", "PL0780 'Outside' can't be given to 'A.B.C': that is no account; write it as ORGANIZATION.ACCOUNT")]
    [InlineData("\"\"", "PL0780 'Outside' can't be given to '': that is no account; write it as ORGANIZATION.ACCOUNT")]
    [InlineData("\"ORG.ONE\", \"org.one\"", "PL0780 'Outside' can't be given to 'org.one': it names that account twice; remove one")]
    public void Account_that_is_none_is_refused(string accounts, string finding) =>
        Assert.Equal([finding], FindingsOf(Marts + View("Given", "Sales") + $"[Share(Owner = \"o\", Accounts = [{accounts}]), Reads<Given>] public sealed class Outside;"));

    [Theory]
    [InlineData("\"ORG.ONE\", \"ONE\", \"_A$1.B2\"")]
    [InlineData("\"${org}.ONE\", \"${more}\"")]
    public void Account_may_be_of_the_own_organization_or_of_the_environment(string accounts) =>
        Assert.Empty(FindingsOf(Marts + View("Given", "Sales") + $"[Share(Owner = \"o\", Accounts = [{accounts}]), Reads<Given>] public sealed class Outside;"));

    [Fact]
    public void Table_and_open_view_are_not_given() => Assert.Equal(
        ["PL0773 'Outside' gives 'Given', which is a view that isn't secure; say Secure = true on 'Given'", "PL0773 'Outside' gives 'Sales', which is no view; give a secure view of it"],
        FindingsOf(Marts + View("Given", "Sales").Replace("(Secure = true)", "") + """[Share(Owner = "o"), Reads<Sales>, Reads<Given>] public sealed class Outside;"""));

    [Fact]
    public void Policies_are_found_beneath_views() => Assert.Equal(
        ["PL0775 'Outside' gives 'Given', and 'Regions' on 'Sales' asks who reads: in another account roles and users are unknown; give a view of what every consumer may see, without it"],
        FindingsOf(Marts.Replace("[Table<Marts>]", "[Table<Marts>, RowAccess<Regions>(\"Region\")]") + View("Middle", "Sales") + View("Given", "Middle") + Share));

    [Fact]
    public void Mask_that_asks_for_a_role_is_not_given_either() => Assert.Equal(
        ["PL0775 'Outside' gives 'Given', and 'Hidden' on 'Sales' asks who reads: in another account roles and users are unknown; give a view of what every consumer may see, without it"],
        FindingsOf(Marts.Replace("{ public string Region", "{ [Masked<Hidden>] public string? Region").Replace("Regions>(\"Region\")", "") + View("Given", "Sales").Replace("string Region", "string? Region") + Share));

    [Fact]
    public void Query_that_asks_who_reads_is_not_given() => Assert.Equal(
        ["PL0775 'Outside' gives 'Given', and the query of 'Given' asks who reads: in another account roles and users are unknown; give a view of what every consumer may see, without it"],
        FindingsOf(Marts + View("Given", "Sales").Replace("select new", "where s.Region == Sql.Raw<string>($\"CURRENT_ROLE()\") select new") + Share));

    [Fact]
    public void What_is_not_published_is_not_given() => Assert.Equal(
        ["PL0707 'Outside' reads 'Given', and INSIDE isn't published; let it read a view or table of a schema with Published = true, or publish INSIDE"],
        FindingsOf(Marts + View("Given", "Sales").Replace("View<Marts>", "View<Inside>") + Share));

    private const string Share = """[Share(Owner = "o"), Reads<Given>] public sealed class Outside;""";

    private static string[] FindingsOf(string model) => [.. CompiledModel.Of(model).Object<ShareObject>("OUTSIDE").Findings.Select(f => $"{f.Rule} {f.Message}").Order()];

    private static string View(string name, string source) => $$"""
        [View<Marts>(Secure = true)] public sealed class {{name}} { public string Region { get; init; } [Define] internal static Query<{{name}}> Of(Query<{{source}}> rows) => from s in rows select new {{name}} { Region = s.Region }; }

        """;
}
