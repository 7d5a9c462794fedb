using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Catalog;
using Pipeline.Generators.Reading.Queries;
using Pipeline.Generators.Rules;

namespace Pipeline.Generators.Reading;

/// <summary>What a reader has at hand: the class, its kind's attribute, and a place to say what is wrong.</summary>
internal sealed class ReadContext(INamedTypeSymbol type, AttributeData kind, QualifiedName name, Compilation compilation, CancellationToken cancellation)
{
    private readonly List<ReadProblem> problems = [];
    private readonly ReadingCache cache = ReadingCache.Of(compilation);
    private IReadOnlyList<IMethodSymbol>? methods;

    public INamedTypeSymbol Type { get; } = type;

    public AttributeData Kind { get; } = kind;

    /// <summary>Where the kind's attribute stands.</summary>
    public Location? KindLocation => Kind.ApplicationSyntaxReference?.GetSyntax(Cancellation).GetLocation();

    /// <summary>The class's name in the part of it that carries the kind.</summary>
    public Location? DeclarationLocation =>
        Kind.ApplicationSyntaxReference?.GetSyntax(Cancellation).FirstAncestorOrSelf<BaseTypeDeclarationSyntax>()?.Identifier.GetLocation();

    public QualifiedName Name { get; } = name;

    public string ClassName { get; } = type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);

    public Compilation Compilation { get; } = compilation;

    public CancellationToken Cancellation { get; } = cancellation;

    public TableShapes Shapes => cache.Shapes;

    /// <summary>What was read of the class, for the rules; null until then.</summary>
    public CatalogObject? Item { get; set; }

    public IReadOnlyList<ReadProblem> Problems => problems;

    public string? Comment => DocComment.Of(Type, Cancellation);

    /// <summary>The methods that carry this attribute and have its form, in the order written.</summary>
    public IEnumerable<IMethodSymbol> Methods(string word) => MarkedMethods.Where(m => m.Has(word) && MethodForms.Problem(m, word, Type) is null);

    /// <summary>Whether a method carries this attribute, whatever its form: then that is what is wrong with it.</summary>
    public bool HasMethod(string word) => MarkedMethods.Any(m => m.Has(word));

    /// <summary>Another class of the model, read as this one is.</summary>
    public ReadResult Read(INamedTypeSymbol other) => cache.Read(other, Cancellation);

    /// <summary>The place as the catalog keeps it; null outside of the project's own source.</summary>
    public SourcePlace? Place(Location? location) => SourcePlaces.Of(location, Compilation);

    /// <summary>Where a query that was translated stands.</summary>
    public QueryPlaces? Places(IMethodSymbol method, TranslatedQuery? query) =>
        Place(method.Locations.FirstOrDefault()) is not { } at ? null : new(at, (query?.Assigned ?? [])
            .Select(a => Place(a.At) is { } place ? new AssignedColumn(a.Column, place) : null).OfType<AssignedColumn>().ToEquatableArray());

    /// <summary>Does it, or says why it can't be done.</summary>
    public T? Try<T>(Func<T> translate) where T : class
    {
        try
        {
            return translate();
        }
        catch (UntranslatableException e)
        {
            problems.AddRange(e.All.Select(p => new ReadProblem(p.Rule, p.Message, p.Location)));
            return null;
        }
    }

    private IReadOnlyList<IMethodSymbol> MarkedMethods => methods ??= [.. Type.OrderedMembers().OfType<IMethodSymbol>().Where(m => !m.GetAttributes().IsEmpty)];

    public void Report(string rule, string message, Location? location = null) =>
        problems.Add(new(rule, message, location ?? Type.Locations.FirstOrDefault() ?? Location.None));
}
