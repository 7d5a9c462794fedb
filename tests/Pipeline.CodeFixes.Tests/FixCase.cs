using System.Text.RegularExpressions;
using Pipeline.Generators.Tests;
using Pipeline.Testing;

namespace Pipeline.CodeFixes.Tests;

/// <summary>What a fix makes of code that breaks its rule: of the first sample of the rule's page, or of another.</summary>
/// <param name="Fix">The fix.</param>
/// <param name="Rule">The rule.</param>
/// <param name="From">The part of the code that it changes, as it was.</param>
/// <param name="To">The same part, as it has to be: all else stays as it is.</param>
public sealed partial record FixCase(ModelFix Fix, string Rule, string From, string To)
{
    /// <summary>The code; by default the rule's page has it.</summary>
    public string? Code { get; init; }

    /// <summary>Of a fix for one rule.</summary>
    public FixCase(ModelFix fix, string from, string to) : this(fix, fix.FixableDiagnosticIds.Single(), from, to)
    {
    }

    public string Before => Code ?? Sample().Match(Page).Groups[1].Value;

    /// <summary>What was shipped, by the rule's page; nothing where the rule is about the code alone.</summary>
    public string? Shipped => ShippedText.OfPage(Page);

    private string Page => File.ReadAllText(RepositoryRoot.File("docs", "rules", Rule + ".md")).ReplaceLineEndings("\n");

    public string After
    {
        get
        {
            Assert.Equal(2, Before.Split(From).Length);
            return Before.Replace(From, To, StringComparison.Ordinal);
        }
    }

    /// <summary>What sets a further case of a fix apart.</summary>
    public string? Of { get; init; }

    /// <summary>The rule and its fix, whatever the case.</summary>
    public string Offer => $"{Rule} {Fix.GetType().Name}";

    public override string ToString() => Of is null ? Offer : $"{Offer} of {Of}";

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Sample();
}
