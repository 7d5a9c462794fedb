using Pipeline.Catalog;
using Pipeline.Catalog.Lineage;
using Pipeline.Environments;

namespace Pipeline.Cli.Output.Lineage;

/// <summary>Names as OpenLineage wants them: <c>snowflake://account</c> and <c>DATABASE.SCHEMA.TABLE</c>, a bucket and the path in it.</summary>
/// <remarks>See <see href="https://openlineage.io/docs/spec/naming"/>.</remarks>
internal sealed class OpenLineageNames(CompiledCatalog bound, DeploymentEnvironment environment)
{
    private readonly string? database = environment.DatabaseOf(Environment.UserName);

    public string Namespace { get; } = "snowflake" + (environment.Account is null ? "" : "://" + environment.Account.ToLowerInvariant());

    public string Of(QualifiedName name) => database is null ? name.ToString() : $"{database}.{name}";

    public (string Namespace, string Name) Of(FieldName field)
    {
        if (!field.IsFile || bound.Find<StageObject>(field.Object)?.Url is not { } url) return (Namespace, Of(field.Object));

        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0) return ("file", url.Trim('/'));
        var path = url.IndexOf('/', scheme + 3);
        return path < 0 ? (url, "/") : (url[..path], url[path..].Trim('/') is { Length: > 0 } name ? name : "/");
    }

    /// <summary>A column, or the part of a document by its path.</summary>
    public static string Field(FieldName field) => field.Path.Length == 0 ? field.Column
        : field.IsFile && field.Column == FieldName.WholeRecord ? field.Path
        : field.Column + (field.Path[0] == '[' ? "" : ".") + field.Path;
}
