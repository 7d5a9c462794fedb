using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Pipeline.Generators.Reading.Memo;

/// <summary>What was read before, by the keys of files. Bounded; the generator and the analyzers share one.</summary>
internal sealed class ReadingMemo(int most = 40_000)
{
    public static readonly ReadingMemo Shared = new();

    private readonly Dictionary<Fingerprint, List<Entry>> known = [];

    // A reading holds the files of its compilation, and lives as long as they do: by its first file and by its last, of which an edit changes one at most.
    private readonly ConditionalWeakTable<SyntaxTree, ModelReading> readings = new();
    private readonly object gate = new();
    private int count;
    private long clock;
    private int reads;

    /// <summary>How many files were read, and not remembered.</summary>
    public int Reads => reads;

    public int Count => count;

    public FileReading? Find(ModelTrees trees, Fingerprint key)
    {
        lock (gate)
        {
            if (!known.TryGetValue(key, out var entries)) return null;
            var entry = entries.FirstOrDefault(e => e.Reading.LookedInto.All(k => trees.Find(k) is not null));
            if (entry is null) return null;
            entry.LastUse = ++clock;
            return entry.Reading;
        }
    }

    public void Add(Fingerprint key, FileReading reading)
    {
        lock (gate)
        {
            reads++;
            if (!known.TryGetValue(key, out var entries)) known.Add(key, entries = []);
            entries.Add(new(reading) { LastUse = ++clock });
            if (++count > most) ForgetHalf();
        }
    }

    /// <summary>The last reading of the model that has these files, or most of them.</summary>
    public ModelReading? Latest(IReadOnlyList<SyntaxTree> files)
    {
        if (files.Count == 0) return null;
        lock (gate)
        {
            return readings.TryGetValue(files[0], out var reading) || readings.TryGetValue(files[files.Count - 1], out reading) ? reading : null;
        }
    }

    public void Add(ModelReading reading, IReadOnlyList<SyntaxTree> files)
    {
        if (files.Count == 0) return;
        lock (gate)
        {
            foreach (var file in new[] { files[0], files[files.Count - 1] }.Distinct())
            {
                readings.Remove(file);
                readings.Add(file, reading);
            }
        }
    }

    private void ForgetHalf()
    {
        var oldest = known.Values.SelectMany(e => e).Select(e => e.LastUse).OrderBy(use => use).ElementAt(count / 2);
        foreach (var key in known.Keys.ToList())
        {
            count -= known[key].RemoveAll(e => e.LastUse <= oldest);
            if (known[key].Count == 0) known.Remove(key);
        }
    }

    private sealed class Entry(FileReading reading)
    {
        public FileReading Reading { get; } = reading;

        public long LastUse { get; set; }
    }
}
