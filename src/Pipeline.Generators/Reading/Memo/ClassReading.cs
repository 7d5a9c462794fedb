using Microsoft.CodeAnalysis.Text;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Memo;

/// <summary>What became of one class, without anything of the compilation that it was read in.</summary>
/// <param name="Object">Its object, with its findings.</param>
/// <param name="Declaration">The place of the class's name, in the file that was read.</param>
internal sealed record ClassReading(CatalogObject Object, TextSpan Declaration, EquatableArray<PlacedProblem> Problems)
{
    /// <summary>What the object is sorted by.</summary>
    public string SortName { get; } = Object.Name.ToString();
}

/// <summary>What is wrong, and where: in which of the files that were looked into.</summary>
internal sealed record PlacedProblem(string Rule, string Message, Fingerprint File, TextSpan Span);

/// <summary>The classes of one file, and the keys of all files that were looked into for them.</summary>
internal sealed record FileReading(EquatableArray<ClassReading> Classes, EquatableArray<Fingerprint> LookedInto);
