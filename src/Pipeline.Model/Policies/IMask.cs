namespace Pipeline.Model;

/// <summary>What a masking policy shows of a value; of the same type, since the column stays what it is.</summary>
/// <typeparam name="T">The type of the columns; nullable, if one of them is.</typeparam>
public interface IMask<T>
{
    /// <summary>The value, or what stands for it, by who reads: <c>Sql.IsRoleInSession&lt;TRole&gt;()</c>.</summary>
    /// <param name="value">The value as it is stored.</param>
    static abstract T Mask(T value);
}

/// <summary>What a masking policy shows of a value, which depends on another column of the row too.</summary>
/// <typeparam name="T">The type of the columns; nullable, if one of them is.</typeparam>
/// <typeparam name="TOther">The type of the other column.</typeparam>
public interface IMask<T, in TOther>
{
    /// <summary>The value, or what stands for it, by who reads and by the other column.</summary>
    /// <param name="value">The value as it is stored.</param>
    /// <param name="other">The other column, which isn't masked itself.</param>
    static abstract T Mask(T value, TOther other);
}
