using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace Pipeline.CodeFixes.Editing;

/// <summary>What an editor offers, and the changes of the text that it makes.</summary>
internal sealed record SourceEdit(string Title, ImmutableArray<TextChange> Changes)
{
    public SourceEdit(string title, params TextChange[] changes) : this(title, ImmutableArray.Create(changes))
    {
    }
}
