using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading.Queries;
using Pipeline.Generators.Rules;

namespace Pipeline.Generators.Reading;

/// <summary>Reads tables and what is made of one: dimensions, calendars, facts.</summary>
internal static class TableReader
{
    public static CatalogObject Table(ReadContext context) => Fill(context, new TableObject(context.Name, context.ClassName, Columns(context))
    {
        RetentionDays = context.Kind.Named("RetentionDays", -1) is >= 0 and var days ? days : null,
        Deletes = (context.Kind.NamedEnum("Deletes") ?? "Remove").As<Deletes>(),
    });

    public static CatalogObject Dimension(ReadContext context) => Fill(context, new DimensionObject(context.Name, context.ClassName, Columns(context), context.Kind.EnumAt(0).As<Scd>())
    {
        Deletes = (context.Kind.NamedEnum("Deletes") ?? (context.Kind.EnumAt(0) == "Type2" ? "Close" : "Mark")).As<Deletes>(),
        LatenessDays = context.Kind.Named("LatenessDays", -1) is >= 0 and var days ? days : null,
        History = context.Kind.NamedEnum("History").As<History>(),
        UnknownMember = UnknownMember(context),
    });

    public static CatalogObject? Calendar(ReadContext context)
    {
        var shape = context.Shapes.Of(context.Type)!;
        if (context.Methods("Define").FirstOrDefault() is not { } define)
        {
            if (context.HasMethod("Define")) return null;
            context.Report(RuleIds.NoDefinition, $"'{context.Type.Name}' says nothing of its rows; write [Define] static {context.Type.Name} Of(DateOnly day) => new() {{ .. }}");
            return null;
        }

        foreach (var parameter in define.Parameters.Skip(1).Where(p => !HasRowsOfItsOwn(p.Type)))
        {
            context.Report(RuleIds.CalendarReadsDeclaredRows, $"'{context.Type.Name}' reads '{parameter.Name}', whose rows aren't there when a deployment fills the calendar; "
                + "read tables whose rows the model has: by [Rows], or from a file by [SeedFile]", parameter.Locations.FirstOrDefault());
        }

        var query = context.Try(() => QueryTranslator.Calendar(
            define, shape, context.Kind.At(0, ""), context.Kind.At(1, ""), context.Compilation, context.Shapes, context.Cancellation));
        return new CalendarObject(context.Name, context.ClassName, Columns(context), query?.Query ?? new SelectQuery([])) { UnknownMember = UnknownMember(context), Places = context.Places(define, query) };
    }

    // What can't be found is the compiler's to report.
    private static bool HasRowsOfItsOwn(ITypeSymbol type) => type.TypeKind == TypeKind.Error
        || (type.Word() == "Query" && type is INamedTypeSymbol { TypeArguments: [var row] } && (row.TypeKind == TypeKind.Error || row.GetMembers().Any(m => m.Has("Rows")) || row.Has("SeedFile")));

    public static CatalogObject Fact(ReadContext context) => Fill(context, new FactObject(context.Name, context.ClassName, Columns(context), context.Kind.EnumAt(0).As<FactKind>())
    {
        Deletes = (context.Kind.NamedEnum("Deletes") ?? "Ignore").As<Deletes>(),
        Rekey = context.Kind.NamedEnum("Rekey").As<Rekey>(),
        CarryForward = context.Kind.Named("CarryForward", false),
    });

    /// <summary>The columns; a property of a type that none can have is told.</summary>
    public static EquatableArray<Column> Columns(ReadContext context)
    {
        foreach (var property in context.Type.Columns())
        {
            // Of a type that isn't there C# speaks, and of a type parameter another rule.
            if (property.Type.TypeKind is not (TypeKind.Error or TypeKind.TypeParameter) && ColumnTypes.OfColumn(property) is null && !ColumnTypes.IsShape(property.Type))
            {
                context.Report(RuleIds.NoColumnType, $"'{property.Name}' is of type '{property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}', which no column can have; "
                    + "use string, bool, a number, DateTime, DateOnly, TimeOnly, Guid, an enum, Variant or a shape with [FromField]", property.Locations.FirstOrDefault());
            }
        }

        return ColumnReader.Read(context);
    }

    private static TableObject Fill(ReadContext context, TableObject table) => table with
    {
        MaxDeletedPercent = context.Kind.Named("MaxDeletedPercent", 100) is < 100 and var percent ? percent : null,
        ClusterBy = context.Kind.NamedList("ClusterBy").Select(p => table.Columns.FirstOrDefault(c => c.Property == p)?.Name ?? SqlName.Of(p)).ToEquatableArray(),
        Copies = context.Type.Attributes("CopyFrom").Select(c => Copy(context, c)).OfType<CopyDefinition>().ToEquatableArray(),
        Rows = context.Methods("Rows").FirstOrDefault() is { } rows
            ? context.Try(() => QueryTranslator.Rows(rows, context.Shapes.Of(context.Type)!, context.Compilation, context.Shapes, context.Cancellation))
            : null,
        SeedFile = context.Type.Attributes("SeedFile").FirstOrDefault() is { ConstructorArguments: [{ Value: string { Length: > 0 } seed }] } ? seed.Replace('\\', '/') : null,
        Loads = context.Methods("Load").Select(m => context.Try(() => Load(context, m))).OfType<LoadDefinition>().ToEquatableArray(),
        Expectations = context.Methods("Expect").Select(m => context.Try(() => Expectation(context, m))).OfType<Expectation>().ToEquatableArray(),
    };

    private static CopyDefinition? Copy(ReadContext context, AttributeData copy) => KindNames.Of(copy.Argument()) is not { } stage ? null : new(stage)
    {
        Path = copy.Named<string?>("Path", null),
        Pattern = copy.Named<string?>("Pattern", null),
        OnError = copy.NamedEnum("OnError").As<OnError>(),
        At = context.Place(copy.ApplicationSyntaxReference?.GetSyntax(context.Cancellation).GetLocation()),
    };

    private static LoadDefinition Load(ReadContext context, IMethodSymbol method)
    {
        var translated = QueryTranslator.Query(method, context.Shapes.Of(context.Type)!, context.Compilation, context.Shapes, context.Cancellation);
        return new(method.Name, method.Attribute("Load")!.EnumAt(0).As<LoadMode>(), translated.Query)
        {
            Driver = translated.Driver, Streams = translated.Streams, Comment = DocComment.Of(method, context.Cancellation),
            Places = context.Places(method, translated),
        };
    }

    private static Expectation Expectation(ReadContext context, IMethodSymbol method) => new(
        method.Name, method.Attribute("Expect")!.EnumAt(0).As<OnViolation>(),
        QueryTranslator.Condition(method, context.Shapes.Of(context.Type)!, context.Compilation, context.Shapes, context.Cancellation))
    {
        Comment = DocComment.Of(method, context.Cancellation),
    };

    private static EquatableArray<Projection> UnknownMember(ReadContext context) =>
        context.Methods("UnknownMember").FirstOrDefault() is { } method
        && context.Try(() => new Row(QueryTranslator.Row(method, context.Shapes.Of(context.Type)!, context.Compilation, context.Shapes, context.Cancellation))) is { } row
            ? row.Values
            : [];

    private sealed record Row(EquatableArray<Projection> Values);
}
