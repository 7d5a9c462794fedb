using System.Text.RegularExpressions;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>Numbers aliases only where two of one word meet: in the same SELECT, or in a subquery and what is around it.</summary>
/// <remarks>While a query is translated each alias is another, so that equal expressions are equal columns.</remarks>
internal sealed class ScopedAliases : QueryRewriter
{
    private static readonly Regex Number = new("_[0-9]+$", RegexOptions.CultureInvariant);

    private readonly IReadOnlyCollection<string> words;
    private Dictionary<string, string> known = new(StringComparer.Ordinal);

    private ScopedAliases(IReadOnlyCollection<string> words) => this.words = words;

    /// <summary>The query with as few numbers as it needs; the words are those that the aliases were made of.</summary>
    public static SelectQuery Of(SelectQuery query, IReadOnlyCollection<string> words)
    {
        var steps = query.With.Select(step => step with { Query = new ScopedAliases(words).Rewrite(step.Query) }).ToEquatableArray();
        var body = (SelectQuery)new ScopedAliases(words).Rewrite(query with { With = [] });
        return body with { With = steps };
    }

    public override Source Rewrite(Source source) => base.Rewrite(source) with { Alias = known[source.Alias] };

    public override Expression Rewrite(Expression expression) => expression is ColumnReference column && known.TryGetValue(column.Source, out var alias)
        ? column with { Source = alias }
        : base.Rewrite(expression);

    protected override SelectQuery RewriteSelect(SelectQuery select)
    {
        var around = known;
        known = new(around, StringComparer.Ordinal);
        foreach (var source in select.Joins.Select(j => j.Source).Prepend(select.From!).Where(s => s is not null)) known[source.Alias] = Free(Word(source.Alias));
        var scoped = base.RewriteSelect(select);
        known = around;
        return scoped;
    }

    private string Word(string alias) => Number.Replace(alias, "") is var word && words.Contains(word) ? word : alias;

    private string Free(string word)
    {
        var alias = word;
        for (var i = 2; known.Values.Contains(alias, StringComparer.OrdinalIgnoreCase); i++) alias = word + "_" + i;
        return alias;
    }
}
