using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Generators.Reading;
using Pipeline.Generators.Rules;

namespace Pipeline.Generators;

/// <summary>Shows while typing what keeps a class of the model from becoming SQL: the same reading as the generator's, with the place of each problem.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> Descriptors = RuleDescriptor.All.ToImmutableDictionary(d => d.Id);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Descriptors.Values.OrderBy(d => d.Id, StringComparer.Ordinal)];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (KindNames.Kind(type) is null) return;
        foreach (var problem in ModelReading.Of(context.Compilation, context.CancellationToken).ProblemsOf(type))
        {
            if (problem.Rule == RuleIds.UnknownPlace && KindNames.Kind(type)?.AttributeClass is { } kind && kind.TypeArguments.Any(a => a.TypeKind == TypeKind.Error)) continue;
            if (problem.Rule == RuleIds.Untranslatable && CompilerErrors.AreIn(problem.Location, context.Compilation, context.CancellationToken)) continue;

            // The rule's own text for the editor's list, the reader's words for the message.
            var rule = Descriptors[problem.Rule];
            context.ReportDiagnostic(Diagnostic.Create(
                rule.Id, rule.Category, problem.Message, rule.DefaultSeverity, rule.DefaultSeverity, isEnabledByDefault: true,
                warningLevel: rule.DefaultSeverity == DiagnosticSeverity.Error ? 0 : 1, title: rule.Title, helpLink: rule.HelpLinkUri, location: problem.Location));
        }
    }
}
