namespace Pipeline.Model;

/// <summary>A value to order by that says where its nulls go; from <see cref="Sql.NullsFirst"/> or <see cref="Sql.NullsLast"/>.</summary>
/// <typeparam name="T">The value.</typeparam>
public readonly struct NullsPlaced<T> : INullsPlaced, IEquatable<NullsPlaced<T>>
{
    private readonly T? value;
    private readonly bool first;

    internal NullsPlaced(T? value, bool first)
    {
        this.value = value;
        this.first = first;
    }

    object? INullsPlaced.Value => value;

    int INullsPlaced.CompareTo(INullsPlaced other, bool isDescending) => (value, other.Value) switch
    {
        (null, null) => 0,
        (null, _) => first ? -1 : 1,
        (_, null) => first ? 1 : -1,
        _ => isDescending ? ValueOrder.Compare(other.Value, value) : ValueOrder.Compare(value, other.Value),
    };

    /// <inheritdoc/>
    public bool Equals(NullsPlaced<T> other) => EqualityComparer<T?>.Default.Equals(value, other.value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is NullsPlaced<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => value?.GetHashCode() ?? 0;

    /// <summary>Whether both are the same value.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(NullsPlaced<T> left, NullsPlaced<T> right) => left.Equals(right);

    /// <summary>Whether they are different values.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(NullsPlaced<T> left, NullsPlaced<T> right) => !left.Equals(right);
}

/// <summary>Compares values that say where their nulls go.</summary>
internal interface INullsPlaced
{
    object? Value { get; }

    int CompareTo(INullsPlaced other, bool isDescending);
}
