using Microsoft.CodeAnalysis;

namespace Pipeline.Generators.Reading.Memo;

/// <summary>What was read before, by the keys of files. Bounded; the generator and the analyzers share one.</summary>
internal sealed class ReadingMemo(int most = 40_000)
{
    public static readonly ReadingMemo Shared = new();

    // A reading holds files of its compilation, and is kept by that alone.
    private const int MostReadings = 8;

    private readonly Dictionary<Fingerprint, List<Entry>> known = [];
    private readonly List<WeakReference<ModelReading>> readings = [];
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

    /// <summary>The last reading of the model that is still in use: most of what is read next is what that read.</summary>
    public ModelReading? Latest(Compilation compilation)
    {
        lock (gate)
        {
            for (var i = readings.Count - 1; i >= 0; i--)
            {
                if (readings[i].TryGetTarget(out var reading) && reading.IsOfModel(compilation)) return reading;
            }

            return null;
        }
    }

    public void Add(ModelReading reading)
    {
        lock (gate)
        {
            readings.RemoveAll(r => !r.TryGetTarget(out _));
            if (readings.Count == MostReadings) readings.RemoveAt(0);
            readings.Add(new(reading));
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
