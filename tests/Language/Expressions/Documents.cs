// JSON: what is missing or of another type is null.
using Pipeline.Model;

namespace Language;

/// <summary>Paths, typed where they are taken out.</summary>
[View<Shop>]
public sealed class DocumentPaths
{
    public int DocumentId { get; init; }
    public string? FirstSku { get; init; }
    [Number(28, 8)] public decimal? FirstPrice { get; init; }
    public int Lines { get; init; }
    public bool IsObject { get; init; }

    [Define]
    internal static Query<DocumentPaths> Define(Query<Document> documents) =>
        from d in documents
        select new DocumentPaths
        {
            DocumentId = d.DocumentId,
            FirstSku = d.Body["lines"]?[0]?["sku"]?.AsString(),
            FirstPrice = d.Body["lines"]?[0]?["price"]?.AsDecimal(),
            Lines = d.Body.As<Order>()?.Lines?.Count ?? -1,
            IsObject = d.Body.As<Order>() != null,
        };
}
