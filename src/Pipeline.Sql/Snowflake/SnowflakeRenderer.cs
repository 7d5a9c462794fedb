using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>What every renderer of a kind has at hand: the catalog, the dialect and the templates.</summary>
internal sealed class SnowflakeRenderer
{
    private readonly TemplateEngine templates;

    public SnowflakeRenderer(CompiledCatalog catalog, ITemplateSource overrides, Schedules schedules = Schedules.Running)
        : this(catalog, new TemplateEngine(overrides, SnowflakeQuoting.Instance), schedules)
    {
    }

    private SnowflakeRenderer(CompiledCatalog catalog, TemplateEngine templates, Schedules schedules)
    {
        (Catalog, Schedules) = (catalog, schedules);
        this.templates = templates;
    }

    public CompiledCatalog Catalog { get; }

    public Schedules Schedules { get; }

    public SnowflakeDialect Dialect { get; } = SnowflakeDialect.Instance;

    /// <summary>The same, of a catalog that notes what it is asked.</summary>
    public SnowflakeRenderer On(CompiledCatalog noting) => new(noting, templates, Schedules);

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
