namespace Pipeline.Model;

/// <summary>The query that fills this table.</summary>
/// <remarks>
/// <para>On a static method of the table's class that returns <c>Query&lt;TheClass&gt;</c>; its parameters are what it reads. Becomes the
/// procedure SP_LOAD_..: one transaction that reads the streams, writes the table and the rejected rows, and records the run.
/// After a failure nothing is written and the next run reads the same changes again.</para>
/// <para>Rows read are rows loaded, rejected or deduplicated, and are counted as such. Columns that the platform keeps
/// (<see cref="LoadTimeAttribute">[LoadTime]</see>, <see cref="SurrogateKeyAttribute">[SurrogateKey]</see>, ..) aren't set.</para>
/// </remarks>
/// <example><code>
/// [Load]
/// static Query&lt;StgStores&gt; FromRaw(RawStoresStream raw) =&gt;
///     from r in raw
///     select new StgStores { StoreId = r.StoreId.OrReject("no store id"), StoreName = r.StoreName ?? "UNNAMED" };
/// </code></example>
/// <param name="mode">How it writes.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LoadAttribute(LoadMode mode = LoadMode.Merge) : Attribute
{
    /// <summary>How it writes.</summary>
    public LoadMode Mode => mode;
}
