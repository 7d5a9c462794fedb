using System.Globalization;
using DuckDB.NET.Data;
using Pipeline.Catalog;
using Pipeline.Engine.Database;

namespace Pipeline.Engine.Roles;

/// <summary>What a role sees: its rows by row access policies, its values by masks, and of objects those that it is granted.</summary>
/// <remarks>
/// Made of views in a second database in memory, so the tables and the runs stay as they are. As in Snowflake a row access policy comes before the masks, policies of tables
/// hold beneath views, and who reads needs no right on what a view or a policy looks into.
/// </remarks>
public sealed class RoleSession : IDisposable
{
    private const string Seen = "AS_ROLE";

    private readonly DuckDbSession session;
    private readonly CompiledCatalog catalog;
    private readonly string role;
    private readonly string stored;

    internal RoleSession(DuckDbSession session, CompiledCatalog catalog, RoleObject role, string? user)
    {
        this.session = session;
        this.catalog = catalog;
        this.role = role.Name.Name;
        stored = (string)session.Scalar("SELECT current_database()")!;
        var roles = RoleClosure.Of(catalog.All<RoleObject>(), role.Name);
        session.Execute($"ATTACH ':memory:' AS {Seen}");
        session.Execute($"USE {Seen}");
        session.Execute($"SET VARIABLE session_roles = [{string.Join(", ", roles.Select(Names.Text))}]");
        session.Execute($"SET VARIABLE session_user = {Names.Text(user ?? role.Name.Name)}");
        try
        {
            MakeViews(roles);
        }
        catch (DuckDBException e)
        {
            Dispose();
            throw new EngineException($"What {this.role} sees can't be made: {e.Message.Split('\n')[0]}", e);
        }
    }

    /// <summary>The rows of a query in DuckDB's SQL, as the role sees them.</summary>
    /// <exception cref="EngineException">The query fails, or reads what the role isn't granted.</exception>
    public QueryResult Query(string sql)
    {
        try
        {
            return session.Read(sql);
        }
        catch (DuckDBException e)
        {
            var problem = e.Message.Split('\n')[0];
            throw new EngineException(DuckDbSession.IsWrite(e) ? $"{role} only reads here."
                : problem.Contains("does not exist", StringComparison.Ordinal)
                ? $"{role} may not read it, or it isn't there: {problem}"
                : $"The query failed: {problem}", e);
        }
    }

    /// <summary>The rows of a table, view or dynamic table, as the role sees them.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="columns">The columns to show, as SQL; by default all.</param>
    /// <param name="limit">How many rows to show; by default all.</param>
    /// <exception cref="EngineException">The role isn't granted it.</exception>
    public QueryResult Rows(QualifiedName name, string columns = "*", int? limit = null) =>
        Query($"SELECT {columns} FROM {Names.Sql(name)} ORDER BY ALL{(limit is { } rows ? $" LIMIT {Names.Number(rows)}" : "")}");

    /// <summary>Whether the role is granted to read the object.</summary>
    public bool MayRead(QualifiedName name) => catalog.Objects.Any(o => o.Name == name && ColumnsOf(o) is not null
        && RoleClosure.MayRead(catalog, RoleClosure.Of(catalog.All<RoleObject>(), new(null, role)), o));

    /// <inheritdoc />
    public void Dispose()
    {
        session.Execute($"USE {Names.Sql(stored)}");
        session.Execute($"DETACH {Seen}");
        session.Execute("RESET VARIABLE session_roles");
        session.Execute("RESET VARIABLE session_user");
    }

    private void MakeViews(IReadOnlyCollection<string> roles)
    {
        session.Execute($"CREATE SCHEMA {Names.Sql(Names.EngineSchema)}");
        foreach (var table in PolicyTables.Of(catalog)) session.Execute($"CREATE VIEW {Names.Sql(Owned(table))} AS SELECT * FROM {Stored(table)}");
        foreach (var schema in catalog.All<SchemaObject>()) session.Execute($"CREATE SCHEMA {Names.Sql(schema.Name)}");

        // What no class of the model makes has no policies: views of the account, and records of the platform.
        foreach (var record in catalog.All<ViewObject>().SelectMany(v => SourceCollector.NamesIn(v.Query)).Distinct().Where(n => !catalog.Objects.Any(o => o.Name == n && ColumnsOf(o) is not null)))
        {
            session.Execute($"CREATE VIEW {Names.Sql(SeenOf(record))} AS SELECT * FROM {Stored(record)}");
        }

        foreach (var item in catalog.Objects)
        {
            if (ColumnsOf(item) is not { } columns) continue;
            session.Execute($"CREATE VIEW {Names.Sql(SeenOf(item.Name))} AS\n{Protected(item, columns)}");
            if (RoleClosure.MayRead(catalog, roles, item)) session.Execute($"CREATE VIEW {Names.Sql(item.Name)} AS SELECT * FROM {Names.Sql(SeenOf(item.Name))}");
        }
    }

    // The row is judged by its stored values; what is shown of it comes after.
    private string Protected(CatalogObject item, IEnumerable<Column> columns)
    {
        const string Row = "protected";
        var all = columns.ToList();
        var shown = all.Select(c => c.Mask is { } mask && catalog.Find<MaskingPolicyObject>(mask.Policy) is { } policy
            ? Spelling.Expression(PolicyArguments.Bind(policy, mask.With.Prepend(c.Name).Select(n => Reference(Row, all, n)), Owned)) + " AS " + Names.Sql(c.Name)
            : Row + "." + Names.Sql(c.Name));
        var allowed = item.RowAccess is { } access && catalog.Find<RowAccessPolicyObject>(access.Policy) is { } rows
            ? "\nWHERE " + Spelling.Expression(PolicyArguments.Bind(rows, access.Columns.Select(n => Reference(Row, all, n)), Owned))
            : "";
        var from = item is ViewObject view ? "(\n" + Spelling.Query(new Beneath().Rewrite(view.Query)) + "\n)" : Stored(item.Name);
        return $"SELECT {string.Join(", ", shown)}\nFROM {from} AS {Row}{allowed}";
    }

    private static ColumnReference Reference(string row, List<Column> columns, string name) => Make.Column(row, columns.First(c => c.Name == name));

    private string Stored(QualifiedName name) => Names.Sql(stored) + "." + Names.Sql(name);

    private static QualifiedName SeenOf(QualifiedName name) => Names.Engine(string.Format(CultureInfo.InvariantCulture, "SEEN${0}", name));

    private static QualifiedName Owned(QualifiedName name) => Names.Engine(string.Format(CultureInfo.InvariantCulture, "OWNED${0}", name));

    private static EquatableArray<Column>? ColumnsOf(CatalogObject item) => item switch
    {
        TableObject table => table.Columns,
        ViewObject view => view.Columns,
        DynamicTableObject dynamic => dynamic.Columns,
        _ => null,
    };

    // A view reads with its owner's rights what the reader may not, and the policies of that hold all the same.
    private sealed class Beneath : QueryRewriter
    {
        public override Source Rewrite(Source source) => base.Rewrite(source is ObjectSource table ? table with { Object = SeenOf(table.Object) } : source);
    }
}
