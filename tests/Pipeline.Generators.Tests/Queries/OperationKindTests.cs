using Microsoft.CodeAnalysis;

namespace Pipeline.Generators.Tests.Queries;

/// <summary>Each kind of operation that Roslyn knows is translated or refused by name: none is passed over in silence.</summary>
public sealed class OperationKindTests
{
    public static TheoryData<string> Translated => [.. OperationSamples.Translated.Keys.Select(k => k.ToString())];

    public static TheoryData<string> Refused => [.. OperationSamples.Refused.Keys.Select(k => k.ToString())];

    [Fact]
    public void Every_kind_is_translated_refused_or_met_nowhere_in_CSharp()
    {
        OperationKind[] known = [.. OperationSamples.Translated.Keys, .. OperationSamples.Refused.Keys, .. OperationSamples.NeverMet.Keys];
        Assert.Equal(known.Length, known.Distinct().Count());
        Assert.Empty(Enum.GetValues<OperationKind>().Distinct().Except(known));
    }

    [Theory]
    [MemberData(nameof(Translated))]
    public void Kind_is_translated(string kind)
    {
        var sample = OperationSamples.Translated[Enum.Parse<OperationKind>(kind)];
        Assert.Contains(Enum.Parse<OperationKind>(kind), sample.Kinds());
        Assert.Empty(sample.Model().Findings());
        Assert.NotEmpty(sample.Model().Sql("SHOP.ROW"));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Kind_is_refused_by_name(string kind)
    {
        var sample = OperationSamples.Refused[Enum.Parse<OperationKind>(kind)];
        Assert.Contains(Enum.Parse<OperationKind>(kind), sample.Kinds());
        var finding = Assert.Single(sample.Model().Findings());
        Assert.Contains(sample.Names!, finding);
        Assert.StartsWith("PL0", finding);
        Assert.DoesNotContain("PL0602", finding);
    }
}
