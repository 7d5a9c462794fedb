using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Tests.Reading;

/// <summary>The catalog keeps where in the C# each thing stands.</summary>
public sealed class PlaceTests
{
    private const string Declarations = """
        #pragma warning disable CS8618
        [Schema] public sealed class S;
        public abstract class Audited { [LoadTime] public DateTime LoadedAt { get; init; } }

        [Table<S>]
        public sealed partial class Source : Audited
        {
            [BusinessKey] public int Id { get; init; }
            public string Name { get; init; }
        }

        [Stream] public sealed class SourceStream : Stream<Source>;
        """;

    private const string Queries = """
        #pragma warning disable CS8618
        public sealed partial class Source { public const int Most = 5; }

        [Table<S>]
        public sealed class Target
        {
            [BusinessKey] public int Id { get; init; }
            public string Name { get; init; }

            [Load]
            static Query<Target> FromSource(SourceStream rows) =>
                from r in rows
                where r.Id < Source.Most
                select new Target
                {
                    Id = r.Id,
                    Name = r.Name
                        .Trim(),
                };
        }

        [View<S>]
        public sealed class Names
        {
            public string Name { get; init; }

            [Define]
            static Query<Names> Of(Query<Target> targets, Query<Source> sources) =>
                targets.Select(t => new Names { Name = t.Name })
                .Union(sources.Select(s => new Names
                {
                    Name = s.Name,
                }));
        }
        """;

    private static readonly Lazy<CompiledModel> Model = new(() => CompiledModel.Of(Declarations, Queries));

    [Fact]
    public void Class_stands_where_its_kind_is_said()
    {
        Assert.Equal("File0.cs:6", Model.Value.Object<TableObject>("S.SOURCE").At?.ToString());
        Assert.Equal("File1.cs:5", Model.Value.Object<TableObject>("S.TARGET").At?.ToString());
    }

    [Fact]
    public void Column_stands_where_its_property_is_declared_also_in_a_base() => Assert.Equal(
        ["ID File0.cs:8", "NAME File0.cs:9", "LOADED_AT File0.cs:3"],
        Model.Value.Object<TableObject>("S.SOURCE").Columns.Select(c => $"{c.Name} {c.At}"));

    [Fact]
    public void Load_stands_at_its_method_and_each_column_at_its_assignment()
    {
        var places = Assert.Single(Model.Value.Object<TableObject>("S.TARGET").Loads).Places!;
        Assert.Equal("File1.cs:11", places.At.ToString());
        Assert.Equal(["ID File1.cs:16", "NAME File1.cs:17"], places.Columns.Select(c => $"{c.Column} {c.At}"));
    }

    [Fact]
    public void View_of_two_united_queries_stands_at_the_first_assignment()
    {
        var places = Model.Value.Object<ViewObject>("S.NAMES").Places!;
        Assert.Equal("File1.cs:28", places.At.ToString());
        Assert.Equal(["NAME File1.cs:29"], places.Columns.Select(c => $"{c.Column} {c.At}"));
    }

    [Theory]
    [InlineData("/srv/me/shop/Model/Curated.cs", "/srv/me/shop/", "Model/Curated.cs")]
    [InlineData("/srv/me/shop/Curated.cs", "/srv/me/shop", "Curated.cs")]
    [InlineData("/srv/me/shared/Formats.cs", "/srv/me/shop", "../shared/Formats.cs")]
    [InlineData("/opt/Formats.cs", "/srv/me/shop", "Formats.cs")]
    [InlineData("/srv/me/shop/Curated.cs", null, "Curated.cs")]
    [InlineData("Model/Curated.cs", "/srv/me/shop", "Model/Curated.cs")]
    public void File_is_named_as_seen_from_the_project(string path, string? folder, string expected) =>
        Assert.Equal(expected, SourcePlaces.Relative(path, folder));
}
