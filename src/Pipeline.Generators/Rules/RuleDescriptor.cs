using Microsoft.CodeAnalysis;

namespace Pipeline.Generators.Rules;

/// <summary>Makes the descriptors of rules, so that all look alike.</summary>
internal static class RuleDescriptor
{
    private const string Category = "Pipeline";

    /// <summary>Snowflake would refuse it, or do something else than written.</summary>
    public static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true);

    /// <summary>It works, and is likely not meant.</summary>
    public static DiagnosticDescriptor Warning(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true);
}
