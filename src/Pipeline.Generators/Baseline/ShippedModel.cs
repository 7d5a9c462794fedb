using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Text;
using Pipeline.Catalog;
using Pipeline.Catalog.Baseline;
using Pipeline.Catalog.Json;
using Pipeline.Sql.Snowflake;

namespace Pipeline.Generators.Baseline;

/// <summary>What was shipped, read once for each version of its manifest, and what the model would lose of it.</summary>
internal sealed class ShippedModel
{
    private static readonly ConditionalWeakTable<SourceText, ShippedModel> Known = new();

    private readonly CompiledCatalog? catalog;
    private readonly string? unreadable;
    private Compared? last;

    private ShippedModel(string manifest)
    {
        try
        {
            catalog = ShippedCatalog.Read(manifest);
        }
        catch (CatalogFormatException e)
        {
            unreadable = e.Message;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            unreadable = $"What was shipped can't be read: {e.Message} Restore the file from version control.";
        }
    }

    public static ShippedModel Of(SourceText manifest) => Known.GetValue(manifest, m => new(m.ToString()));

    /// <summary>What a model would lose; compared anew when one of its objects is another than the last time.</summary>
    public Compared Compare(EquatableArray<CatalogObject> objects)
    {
        if (catalog is null) return new(objects, [], unreadable);
        if (last is { } known && IsSame(known.Objects, objects)) return known;
        return last = Compare(catalog, objects);
    }

    private static Compared Compare(CompiledCatalog shipped, EquatableArray<CatalogObject> objects)
    {
        var unsound = new HashSet<string>(objects.Where(o => o.Findings.Count > 0).Select(o => o.ClassName));
        try
        {
            // Of what can't be read yet nobody knows what it lacks.
            var losses = Losses.Of(shipped, CatalogCompletion.Complete(new(objects)), SnowflakeTypes.Spell)
                .Where(l => !unsound.Contains(l.Object?.ClassName ?? "") && !unsound.Contains(l.ShippedClass ?? "")).ToList();
            return new(objects, losses, null);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A half-typed model may be anything, and says so itself.
            return new(objects, [], unsound.Count > 0 ? null : $"What was shipped can't be compared with the model: {e.Message} Restore the file from version control.");
        }
    }

    private static bool IsSame(EquatableArray<CatalogObject> one, EquatableArray<CatalogObject> other)
    {
        if (one.Count != other.Count) return false;
        for (var i = 0; i < one.Count; i++)
        {
            if (!ReferenceEquals(one[i], other[i])) return false;
        }

        return true;
    }

    /// <summary>What these objects lose of what was shipped, or why that can't be told.</summary>
    internal sealed record Compared(EquatableArray<CatalogObject> Objects, IReadOnlyList<Loss> Losses, string? Problem);
}
