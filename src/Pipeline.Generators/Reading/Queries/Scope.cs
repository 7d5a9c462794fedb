using Microsoft.CodeAnalysis;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>What the names of C# stand for at one place of a method.</summary>
internal sealed class Scope(Scope? outer = null)
{
    private readonly Dictionary<ISymbol, Value> values = new(SymbolEqualityComparer.Default);

    /// <summary>What the part before a <c>?.</c> stands for.</summary>
    public Value? Accessed { get; set; } = outer?.Accessed;

    public Value? this[ISymbol symbol]
    {
        get => values.TryGetValue(symbol, out var value) ? value : outer?[symbol];
        set => values[symbol] = value!;
    }
}
