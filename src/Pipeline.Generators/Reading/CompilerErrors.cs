using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.Generators.Reading;

/// <summary>What C# itself refuses: it has no SQL either, and one cause is told once.</summary>
/// <remarks>It is no less an error, and nothing is written of it.</remarks>
internal static class CompilerErrors
{
    /// <summary>Whether the compiler has an error of its own in the member that a place lies in.</summary>
    public static bool AreIn(Location location, Compilation compilation, CancellationToken cancellation) =>
        location.SourceTree is { } tree && compilation.ContainsSyntaxTree(tree)
        && tree.GetRoot(cancellation).FindNode(location.SourceSpan).FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
        && compilation.GetSemanticModel(tree).GetDiagnostics(member.Span, cancellation).Any(d => d is { DefaultSeverity: DiagnosticSeverity.Error, IsSuppressed: false });
}
