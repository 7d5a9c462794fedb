namespace Pipeline.Generators.Tests.Rules;

/// <summary>A member's key is what the source calls it by: nothing that the platform fills in for a version or a row.</summary>
public sealed class MemberKeyTests
{
    [Theory]
    [InlineData("public long Code", "SurrogateKey", "it is given by the warehouse, and a business key by the source; make two properties of it")]
    [InlineData("public DateTime Code", "ValidFrom", PerVersion)]
    [InlineData("public DateTime? Code", "ValidTo", PerVersion)]
    [InlineData("public bool Code", "IsCurrent", PerVersion)]
    [InlineData("public bool Code", "IsInferred", PerVersion)]
    [InlineData("public bool Code", "IsDeleted", PerVersion)]
    [InlineData("public DateTime Code", "LoadTime", PerVersion)]
    public void What_differs_among_the_rows_of_a_member_is_no_business_key(string property, string role, string why)
    {
        var problem = Assert.Single(Problems($"[BusinessKey, {role}] {property} {{ get; init; }}"), p => p.Id == "PL0323");
        Assert.Equal($"[{role}] of 'Code': {why}", problem.GetMessage(null));
    }

    [Theory]
    [InlineData("[BusinessKey] public string Code { get; init; }")]
    [InlineData("[BusinessKey] public DateTime Code { get; init; } [IsInferred] public bool IsInferred { get; init; }")]
    public void What_the_source_gives_is_one(string properties) => Assert.DoesNotContain(Problems(properties), p => p.Id == "PL0323");

    private const string PerVersion = "the platform fills it in for each version, and a business key names the member whatever its version; remove one of the two attributes";

    private static IEnumerable<Microsoft.CodeAnalysis.Diagnostic> Problems(string properties) => ModelText.Analyze(ModelText.Compile($$"""
        #pragma warning disable CS8618
        [Schema] public sealed class Shop;
        [Dimension<Shop>(Scd.Type2)]
        public sealed class DimCustomer
        {
            [BusinessKey] public int CustomerId { get; init; }
            {{properties}}
        }
        """), new ModelAnalyzer());
}
