namespace Pipeline.Model;

/// <summary>The field, column or member in the file, where it isn't the property's name.</summary>
/// <remarks>
/// On a column of a landing table: the header's name, which is then also the column's name, in upper case, since fields find their
/// columns by name. On a column of an external table over JSON or Parquet: the field's name, exactly as in the file. In the shape of a JSON document: the member's name, exactly as in the document.
/// </remarks>
/// <example><code>
/// [FromField("InvoiceNo")] public string? Invoice { get; init; }        // column INVOICENO
/// [FromField("updated_at")] public string? UpdatedAt { get; init; }     // in a shape: DOCUMENT:updated_at
/// </code></example>
/// <param name="name">The name in the file.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FromFieldAttribute(string name) : Attribute
{
    /// <summary>The name in the file.</summary>
    public string Name => name;
}
