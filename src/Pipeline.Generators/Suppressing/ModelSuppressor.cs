using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Pipeline.Generators.Suppressing;

/// <summary>Silences warnings that a plain model would get for what C# can't know: the platform sets the columns and calls the methods.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelSuppressor : DiagnosticSuppressor
{
    private const string Called = "The platform calls the method: its attribute says when.";

    private static readonly SuppressionDescriptor ColumnIsSet = new("PLS0001", "CS8618", "The platform sets the column: a load sets every column that isn't generated.");

    private static readonly ImmutableDictionary<string, SuppressionDescriptor> Methods = new[]
    {
        new SuppressionDescriptor("PLS0002", "IDE0051", Called),
        new SuppressionDescriptor("PLS0003", "CA1811", Called),
    }.ToImmutableDictionary(d => d.SuppressedDiagnosticId);

    private static readonly SuppressionDescriptor ClassIsRead = new("PLS0004", "CA1812", "The platform reads the class; nothing makes an object of it.");

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [ColumnIsSet, .. Methods.Values, ClassIsRead];

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (SuppressionOf(diagnostic, context) is { } suppression) context.ReportSuppression(Suppression.Create(suppression, diagnostic));
        }
    }

    private static SuppressionDescriptor? SuppressionOf(Diagnostic diagnostic, SuppressionAnalysisContext context)
    {
        if (diagnostic.Location.SourceTree is not { } tree) return null;
        var node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan);
        var declared = node.AncestorsAndSelf().FirstOrDefault(n => n is PropertyDeclarationSyntax or MethodDeclarationSyntax or ClassDeclarationSyntax);
        if (declared is null || context.GetSemanticModel(tree).GetDeclaredSymbol(declared, context.CancellationToken) is not { } symbol) return null;

        return symbol switch
        {
            IPropertySymbol { ContainingType: var type } when diagnostic.Id == ColumnIsSet.SuppressedDiagnosticId && ModelClass.HasColumns(type) => ColumnIsSet,
            IMethodSymbol when Methods.TryGetValue(diagnostic.Id, out var called) && ModelClass.IsMarked(symbol) => called,
            INamedTypeSymbol type when diagnostic.Id == ClassIsRead.SuppressedDiagnosticId && ModelClass.HasColumns(type) => ClassIsRead,
            _ => null,
        };
    }
}
