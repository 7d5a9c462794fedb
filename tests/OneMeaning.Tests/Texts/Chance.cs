namespace OneMeaning.Tests.Texts;

/// <summary>Choices that are the same again from the same seed.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random random = new(seed);

    public int Below(int count) => random.Next(count);

    public bool Once(int outOf) => random.Next(outOf) == 0;

    public T Of<T>(params IReadOnlyList<T> values) => values[random.Next(values.Count)];

    /// <summary>One of the texts, of which only the chosen one is made.</summary>
    public string Made(params IReadOnlyList<Func<string>> makers) => makers[random.Next(makers.Count)]();
}
