namespace Pipeline.Generators.Tests.Rules;

/// <summary>A policy that is on something keeps its arguments (PL0831); all else of it may change.</summary>
public sealed class ShippedPolicyTests
{
    private const string Shipped = """
        [Schema] public sealed class Shop;
        [Role(RunsLoads = true)] public sealed class Loads;
        [MaskingPolicy<Shop>] public sealed class Hidden : IMask<string?> { public static string? Mask(string? value) => Sql.IsRoleInSession<Loads>() ? value : "*****"; }
        [RowAccessPolicy<Shop>] public sealed class Regions { [Allow] static bool MayRead(string region) => Sql.IsRoleInSession<Loads>(); }
        [Table<Shop>, RowAccess<Regions>("Region")] public sealed class Customers { public string Region { get; init; } public string City { get; init; } [Masked<Hidden>] public string? Name { get; init; } }
        """;

    [Theory]
    [InlineData("value : \"*****\"", "value : null")]
    [InlineData("Sql.IsRoleInSession<Loads>();", "Sql.IsRoleInSession<Loads>() || region == \"EAST\";")]
    [InlineData("RowAccess<Regions>(\"Region\")", "RowAccess<Regions>(\"City\")")]
    [InlineData("[MaskingPolicy<Shop>]", "/// <summary>Hides a name.</summary>\n[MaskingPolicy<Shop>]")]
    public void Another_body_place_or_comment_is_altered(string code, string changed) => Assert.Empty(Told(Shipped, Shipped.Replace(code, changed, StringComparison.Ordinal)));

    [Fact]
    public void Further_column_of_a_row_access_policy_is_refused() => Assert.Equal(
        ["Regions: The policy SHOP.REGIONS of 'Regions' was shipped with (ARG_REGION VARCHAR) and takes (ARG_REGION VARCHAR, ARG_CITY VARCHAR) now: an account changes no arguments of a policy that is on something. "
            + "Leave it as it was, and make a second class for the new one. If somebody takes it off everything before the deployment, set PipelineAcceptLoss to resign-policy:SHOP.REGIONS. "
            + "If it was never deployed, restore sql/manifest.json as it was, and build again."],
        Told(Shipped, Shipped.Replace("MayRead(string region)", "MayRead(string region, string city)", StringComparison.Ordinal).Replace("(\"Region\")", "(\"Region\", \"City\")", StringComparison.Ordinal)));

    // The name of an argument is a part of what is fixed.
    [Fact]
    public void Other_name_of_a_parameter_is_refused() =>
        Assert.StartsWith("Hidden: The policy SHOP.HIDDEN of 'Hidden' was shipped with (ARG_VALUE VARCHAR) and takes (ARG_NAME VARCHAR) now", Assert.Single(
            Told(Shipped, Shipped.Replace("Mask(string? value)", "Mask(string? name)", StringComparison.Ordinal).Replace("? value :", "? name :", StringComparison.Ordinal))), StringComparison.Ordinal);

    [Fact]
    public void Argument_that_a_mask_decides_by_is_one_more() =>
        Assert.Contains("takes (ARG_VALUE VARCHAR, ARG_CITY VARCHAR) now", Assert.Single(Told(Shipped, Shipped
            .Replace("IMask<string?> { public static string? Mask(string? value)", "IMask<string?, string> { public static string? Mask(string? value, string city)", StringComparison.Ordinal)
            .Replace("[Masked<Hidden>]", "[Masked<Hidden>(\"City\")]", StringComparison.Ordinal))), StringComparison.Ordinal);

    [Fact]
    public void Policy_that_was_on_nothing_may_take_others() => Assert.Empty(Told(
        Shipped.Replace("[Masked<Hidden>] ", "", StringComparison.Ordinal),
        Shipped.Replace("[Masked<Hidden>] ", "", StringComparison.Ordinal).Replace("IMask<string?> { public static string? Mask(string? value) => Sql.IsRoleInSession<Loads>() ? value : \"*****\"", "IMask<DateOnly?> { public static DateOnly? Mask(DateOnly? value) => Sql.IsRoleInSession<Loads>() ? value : null", StringComparison.Ordinal)));

    [Theory]
    [InlineData("view")]
    [InlineData("dynamic table")]
    public void Policy_of_what_is_computed_is_shipped_too(string what)
    {
        var kind = what == "view" ? "View<Shop>" : "DynamicTable<Shop, Wh>(LagMinutes = 60)";
        var shipped = Shipped.Replace("[Masked<Hidden>] ", "", StringComparison.Ordinal).Replace(", RowAccess<Regions>(\"Region\")", "", StringComparison.Ordinal)
            + $"\n[Warehouse] public sealed class Wh;\n[{kind}] public sealed class Names {{ [Masked<Hidden>] public string? Name {{ get; init; }} [Define] static Query<Names> Of(Query<Customers> rows) => from r in rows select new Names {{ Name = r.Name }}; }}";
        Assert.StartsWith("Hidden: The policy SHOP.HIDDEN", Assert.Single(Told(shipped, shipped.Replace("Mask(string? value)", "Mask(string? name)", StringComparison.Ordinal).Replace("? value :", "? name :", StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Fact]
    public void Acceptance_names_the_policy() => Assert.Empty(ShippedText.Of(Shipped, "resign-policy:SHOP.REGIONS").Told(
        Shipped.Replace("MayRead(string region)", "MayRead(string place)", StringComparison.Ordinal)));

    [Fact]
    public void Class_that_is_gone_keeps_nothing() => Assert.Empty(Told(Shipped, Shipped
        .Replace("[RowAccessPolicy<Shop>] public sealed class Regions { [Allow] static bool MayRead(string region) => Sql.IsRoleInSession<Loads>(); }\n", "", StringComparison.Ordinal).Replace(", RowAccess<Regions>(\"Region\")", "", StringComparison.Ordinal)));

    private static string[] Told(string shipped, string model) =>
        [.. ShippedText.Of(shipped).Told(model).Select(d => $"{d.Location.SourceTree!.GetText().ToString(d.Location.SourceSpan)}: {d.GetMessage(null)}")];
}
