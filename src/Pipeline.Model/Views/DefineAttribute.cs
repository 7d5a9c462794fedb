namespace Pipeline.Model;

/// <summary>The query that a view or a dynamic table is; for a calendar, the method from a day to its row.</summary>
/// <remarks>On a static method of the class; its parameters are the tables and views that it reads.</remarks>
/// <example><code>
/// [Define]
/// static Query&lt;OpenStores&gt; Select(Query&lt;DimStore&gt; stores) =&gt;
///     from s in stores where s.ClosedOn == null select new OpenStores { StoreId = s.StoreId };
/// </code></example>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DefineAttribute : Attribute;
