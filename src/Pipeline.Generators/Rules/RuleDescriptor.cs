using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Pipeline.Generators.Rules;

/// <summary>Makes the descriptors of rules, so that all look alike.</summary>
internal static class RuleDescriptor
{
    private const string Category = "Pipeline";

    // Where the pages of docs/rules are published: the build knows, as it knows the version.
    private static readonly string Pages = typeof(RuleDescriptor).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "RulePages").Value!;

    /// <summary>The rules of reading, of classes and of whole models; each id once.</summary>
    public static IEnumerable<DiagnosticDescriptor> All => ReadingRules.All.Concat(ModelRule.All.Select(r => r.Descriptor)).Concat(CatalogRule.All.Select(r => r.Descriptor));

    /// <summary>Snowflake would refuse it, or do something else than written.</summary>
    public static DiagnosticDescriptor Error(string id, string title, string message) => Make(id, title, message, DiagnosticSeverity.Error);

    /// <summary>It works, and is likely not meant.</summary>
    public static DiagnosticDescriptor Warning(string id, string title, string message) => Make(id, title, message, DiagnosticSeverity.Warning);

    /// <summary>It works, and could be better.</summary>
    public static DiagnosticDescriptor Info(string id, string title, string message) => Make(id, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Make(string id, string title, string message, DiagnosticSeverity severity) => new(
        id, title, message, Category, severity, isEnabledByDefault: true, helpLinkUri: Pages + id + ".md");
}
