namespace Pipeline.Catalog.Baseline;

/// <summary>What of the shipped streams the model would lose: a stream's offset is all that it has.</summary>
/// <remarks>The streams that the platform gives to loads follow from their tables; of them nothing is asked.</remarks>
internal static class StreamLosses
{
    public static IEnumerable<Loss> Of(CompiledCatalog shipped, CompiledCatalog model, TablesByName tables)
    {
        var ofLoads = new HashSet<QualifiedName>(shipped.All<TableObject>().SelectMany(t => t.Loads).SelectMany(l => l.MemberStreams).Select(s => s.Stream));
        var streams = shipped.All<StreamObject>().Where(s => !ofLoads.Contains(s.Name)).ToList();
        var renames = LikelyRenames.OfStreams(
            [.. streams.Where(s => Find(model, s.Name) is null)], [.. model.All<StreamObject>().Where(s => s.FormerNames.Count == 0 && Find(shipped, s.Name) is null)],
            (now, before) => IsSource(now, before, model));
        foreach (var stream in streams)
        {
            if (Find(model, stream.Name) is { } now)
            {
                if (Moved(stream, now, model) is { } moved) yield return moved;
            }
            else if (IsThere(stream.Source, shipped, model, tables))
            {
                yield return Gone(stream, renames.TryGetValue(stream, out var likely) ? likely : null, model, tables);
            }
        }
    }

    private static StreamObject? Find(CompiledCatalog model, QualifiedName shipped) =>
        model.Find<StreamObject>(shipped) ?? model.All<StreamObject>().FirstOrDefault(s => s.FormerNames.Contains(shipped));

    // Where its source is gone too, that is the loss.
    private static bool IsThere(QualifiedName source, CompiledCatalog shipped, CompiledCatalog model, TablesByName tables) =>
        shipped.Find(source) is TableObject ? tables.Find(source) is not null : model.Find(source) is not null;

    private static Loss Gone(StreamObject stream, StreamObject? likely, CompiledCatalog model, TablesByName tables)
    {
        var former = FormerName.Of(stream);
        return new(
            LossCodes.StreamLost, "drop-stream", stream.Name.ToString(), likely ?? model.Find(stream.Source) ?? tables.Find(stream.Source), null,
            $"The stream {stream.Name} of '{stream.ClassName}' was shipped and isn't in the model any more: the changes of {stream.Source} that no load has read yet would be read by none.",
            likely is null
                ? $"If another stream is what it was, write [RenamedFrom(\"{former}\")] on that."
                : $"If '{likely.ClassName}' is what it was, write [RenamedFrom(\"{former}\")] on it.")
        {
            ShippedClass = stream.ClassName,
            RenamedFrom = likely is null ? null : former,
        };
    }

    private static Loss? Moved(StreamObject stream, StreamObject now, CompiledCatalog model)
    {
        var what = !IsSource(now, stream, model) ? $"was shipped on {stream.Source} and is on {now.Source} now: the changes of {stream.Source} that no load has read yet would be read by none"
            : stream.Mode != now.Mode ? $"was shipped to read {Spoken(stream.Mode)} and reads {Spoken(now.Mode)} now: what it shows next isn't what its loads were written for"
            : null;
        return what is null ? null : new(
            LossCodes.StreamMoved, "move-stream", now.Name.ToString(), now, null, $"The stream {now.Name} of '{now.ClassName}' {what}.",
            "To keep it, leave it as it was, and make a second class for the new one.");
    }

    private static bool IsSource(StreamObject now, StreamObject shipped, CompiledCatalog model) =>
        now.Source == shipped.Source || (model.Find<TableObject>(now.Source)?.FormerNames.Contains(shipped.Source) ?? false);

    private static string Spoken(StreamMode mode) => mode != StreamMode.Net ? "inserted rows alone" : "the net change of each row";
}
