using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Pipeline.CodeFixes.Editing;

namespace Pipeline.CodeFixes;

/// <summary>The change that mends what a rule found, or several of one kind, in the file where it was found; all of a file, a project or a solution at once where one asks for it.</summary>
public abstract class ModelFix : CodeFixProvider
{
    private protected ModelFix(params string[] rules) => FixableDiagnosticIds = ImmutableArray.Create(rules);

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider? GetFixAllProvider() => Stands ? WellKnownFixAllProviders.BatchFixer : null;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null) return;

        foreach (var diagnostic in context.Diagnostics)
        {
            var place = new Place(root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true), model, context.CancellationToken) { Hints = diagnostic.Properties };
            if (Find(place) is not { } edit) continue;
            context.RegisterCodeFix(CodeAction.Create(edit.Title, async cancellation =>
            {
                var text = await context.Document.GetTextAsync(cancellation).ConfigureAwait(false);
                return context.Document.WithText(text.WithChanges(edit.Changes));
            }, KeyOf(diagnostic.Id)), diagnostic);
        }
    }

    /// <summary>Whether each occurrence is mended by itself, whatever becomes of the others; else they are mended one by one.</summary>
    private protected virtual bool Stands => true;

    /// <summary>By what an editor knows that fixes are the same, when it applies all.</summary>
    internal string KeyOf(string rule) => $"{GetType().Name} {rule}";

    /// <returns>Null where the rule was broken in a way that has no mechanical remedy.</returns>
    private protected abstract SourceEdit? Find(Place place);
}
