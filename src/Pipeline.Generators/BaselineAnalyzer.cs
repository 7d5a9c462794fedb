using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Catalog.Baseline;
using Pipeline.Generators.Baseline;
using Pipeline.Generators.Emitting;
using Pipeline.Generators.Reading;
using Pipeline.Generators.Rules;

namespace Pipeline.Generators;

/// <summary>Shows while typing what a change of the model would lose of what was shipped, at the class or the property that has to change.</summary>
/// <remarks>It runs where the project gives the committed manifest to the compiler: in editors. In a build the task compares, by the same words.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BaselineAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property of a diagnostic with the name to give to [RenamedFrom].</summary>
    internal const string RenamedFrom = nameof(RenamedFrom);

    /// <summary>The property of a diagnostic that a question mark mends.</summary>
    internal const string KeptByNull = nameof(KeptByNull);

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> Descriptors = BaselineRules.All.ToImmutableDictionary(d => d.Id);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. BaselineRules.All];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (ManifestFile.Of(context.Options) is not { } manifest || context.Compilation.GetTypeByMetadataName(CatalogEmitter.PartAttribute) is null) return;
        context.RegisterSymbolAction(c => AtClass(c, manifest), SymbolKind.NamedType);
        context.RegisterAdditionalFileAction(c => AtManifest(c, manifest));
    }

    private static void AtClass(SymbolAnalysisContext context, ManifestFile manifest)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (KindNames.Kind(type)?.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).FirstAncestorOrSelf<BaseTypeDeclarationSyntax>() is not { } declaration) return;

        // Of a class that is half typed nobody knows what it lacks.
        if (declaration.ContainsDiagnostics || manifest.File.GetText(context.CancellationToken) is not { } text) return;
        var name = type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);
        foreach (var loss in Losses(text, manifest, context.Compilation, context.CancellationToken).Where(l => l.Object?.ClassName == name))
        {
            var property = loss.Column is { } column ? type.Columns().FirstOrDefault(p => p.Name == column.Property)?.Locations.FirstOrDefault(l => l.IsInSource) : null;
            var hints = ImmutableDictionary<string, string?>.Empty;
            if (loss.RenamedFrom is { } former) hints = hints.Add(RenamedFrom, former);
            if (loss.IsKeptByNull) hints = hints.Add(KeptByNull, "");
            context.ReportDiagnostic(Diagnostic.Create(Descriptors[loss.Code], property ?? declaration.Identifier.GetLocation(), hints, loss.Message(manifest.Name)));
        }
    }

    // What no class of the project stands for, and a manifest that says nothing.
    private static void AtManifest(AdditionalFileAnalysisContext context, ManifestFile manifest)
    {
        if (context.AdditionalFile.Path != manifest.File.Path || manifest.File.GetText(context.CancellationToken) is not { } text) return;
        if (Compare(text, context.Compilation, context.CancellationToken).Problem is { } problem)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors[RuleIds.ManifestCanBeRead], manifest.Line(text, ""), problem));
        }

        foreach (var loss in Losses(text, manifest, context.Compilation, context.CancellationToken).Where(l => l.At is null))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors[loss.Code], manifest.Line(text, loss.Name), loss.Message(manifest.Name)));
        }
    }

    private static IEnumerable<Loss> Losses(Microsoft.CodeAnalysis.Text.SourceText text, ManifestFile manifest, Compilation compilation, CancellationToken cancellation) =>
        Compare(text, compilation, cancellation).Losses.Where(l => !manifest.Accepts(l) && !IsHalfTyped(l.ShippedClass, compilation, cancellation));

    private static ShippedModel.Compared Compare(Microsoft.CodeAnalysis.Text.SourceText text, Compilation compilation, CancellationToken cancellation) =>
        ShippedModel.Of(text).Compare(ModelReading.Of(compilation, cancellation).Objects);

    // The class is there, and its kind names what isn't yet: the compiler says so.
    private static bool IsHalfTyped(string? shipped, Compilation compilation, CancellationToken cancellation) =>
        shipped is not null && compilation.GetSymbolsWithName(shipped.Substring(shipped.LastIndexOf('.') + 1), SymbolFilter.Type, cancellation)
            .Any(t => t.GetAttributes().Any(a => a.AttributeClass is null or { TypeKind: TypeKind.Error } || a.AttributeClass.TypeArguments.Any(x => x.TypeKind == TypeKind.Error))
                || t.DeclaringSyntaxReferences.Any(r => r.GetSyntax(cancellation).ContainsDiagnostics));
}
