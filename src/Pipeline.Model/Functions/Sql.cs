namespace Pipeline.Model;

/// <summary>Functions of the platform that C# has no word for.</summary>
/// <remarks>
/// For what C# has a word for, use that: <c>Trim()</c>, <c>ToUpperInvariant()</c>, <c>Math.Round(..)</c>, <c>day.Year</c>, <c>??</c>, <c>switch</c>. In plain C# all
/// functions but <see cref="Raw{T}"/> really compute.
/// </remarks>
public static partial class Sql
{
    /// <summary>One row per element of an array: LATERAL FLATTEN. No row where there is no array.</summary>
    /// <remarks>See <see href="https://docs.snowflake.com/en/sql-reference/functions/flatten">FLATTEN</see>.</remarks>
    /// <example><code>
    /// from r in raw
    /// from line in Sql.Flatten(r.Document.As&lt;OrderDocument&gt;()?.Lines)
    /// select new StgOrderLines { Sku = line.Sku.OrReject("no sku") }
    /// </code></example>
    /// <typeparam name="T">The element.</typeparam>
    /// <param name="elements">The elements; null counts as none.</param>
    public static Query<T> Flatten<T>(IEnumerable<T>? elements) => Query.Of(elements ?? []);

    /// <summary>Any other expression, in Snowflake's SQL; interpolated columns are checked and stay in the lineage.</summary>
    /// <remarks>
    /// The way out where the vocabulary lacks a word. It runs in Snowflake only: a load that uses it can't run locally or in plain C#.
    /// </remarks>
    /// <example><code>Sound = Sql.Raw&lt;string&gt;($"SOUNDEX({s.StoreName})")</code></example>
    /// <typeparam name="T">The expression's type.</typeparam>
    /// <param name="sql">The expression.</param>
    public static T Raw<T>(FormattableString sql) => throw new NotSupportedException(
        $"Sql.Raw(\"{sql.Format}\") is Snowflake's SQL and doesn't run in plain C#. Give the test a query without it.");
}
