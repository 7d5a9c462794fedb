// A stand-in of the tests ships with nothing, so the rules for analyzers that ship don't hold for it.
#pragma warning disable RS1029, RS1036, RS1038, RS1041, RS2008
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Pipeline.Generators.Tests.Suppressing;

/// <summary>Says of private methods and internal classes what the SDK's own analyzers say, without needing them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnusedCodeAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Method = new("IDE0051", "Unused", "Unused", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);
    private static readonly DiagnosticDescriptor Class = new("CA1812", "Unused", "Unused", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Method, Class];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(
            c =>
            {
                if (c.Symbol is IMethodSymbol { DeclaredAccessibility: Accessibility.Private, MethodKind: MethodKind.Ordinary }) Report(c, Method);
                if (c.Symbol is INamedTypeSymbol { DeclaredAccessibility: Accessibility.Internal, TypeKind: TypeKind.Class }) Report(c, Class);
            },
            SymbolKind.Method, SymbolKind.NamedType);
    }

    private static void Report(SymbolAnalysisContext context, DiagnosticDescriptor descriptor) =>
        context.ReportDiagnostic(Diagnostic.Create(descriptor, context.Symbol.Locations[0]));
}
