namespace Pipeline.Model;

/// <summary>Ranks of ordered values: those that tie share one, and the next after them leaves a gap.</summary>
internal static class Ranks
{
    public static IReadOnlyList<long> Of<TOrder>(IReadOnlyList<TOrder> ordered)
    {
        var ranks = new long[ordered.Count];
        for (var place = 0; place < ordered.Count; place++)
        {
            var ties = place > 0 && ValueOrder.Compare(ordered[place - 1], ordered[place]) == 0;
            ranks[place] = ties ? ranks[place - 1] : place + 1;
        }

        return ranks;
    }
}
