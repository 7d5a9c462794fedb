using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>What every renderer of a kind has at hand: the catalog, the dialect and the templates.</summary>
internal sealed class SnowflakeRenderer(CompiledCatalog catalog, ITemplateSource overrides, Schedules schedules = Schedules.Running)
{
    private readonly TemplateEngine templates = new(overrides, SnowflakeQuoting.Instance);
    private readonly Lazy<FollowedSources> followed = new(() => new(catalog));

    public CompiledCatalog Catalog { get; } = catalog;

    /// <summary>What streams and dynamic tables follow.</summary>
    public FollowedSources Followed => followed.Value;

    public Schedules Schedules { get; } = schedules;

    public SnowflakeDialect Dialect { get; } = SnowflakeDialect.Instance;

    public string Fill(string template, string variable, object view) => templates.Render("Snowflake/" + template, variable, view);

    public string Name(QualifiedName name) => Dialect.Quoting.Name(name);

    public string Identifier(string name) => Dialect.Quoting.Identifier(name);

    public string Text(string text) => Dialect.Quoting.Literal(text);

    public string Texts(IEnumerable<string> texts) => string.Join(", ", texts.Select(Text));

    public static string Flag(bool value) => value ? "TRUE" : "FALSE";

    /// <summary>Names of columns with their comments, as a view or a dynamic table lists them.</summary>
    public EquatableArray<string> ColumnNames(EquatableArray<Column> columns) => Layout.Align(columns
        .Select(c => (Identifier(c.Name), Options(PolicyClauses.Mask(this, c), string.IsNullOrEmpty(c.Comment) ? null : "COMMENT " + Text(c.Comment!)))).ToList()).ToEquatableArray();

    private static string? Options(params string?[] options) => options.Any(o => o is not null) ? string.Join(" ", options.Where(o => o is not null)) : null;
}
