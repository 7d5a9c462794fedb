namespace Pipeline.Generators.Rules;

/// <summary>What keeps a query from being a materialized view.</summary>
/// <param name="Rule">The rule that it breaks.</param>
/// <param name="What">What the query does, as a predicate.</param>
/// <param name="WayOut">What to do instead.</param>
/// <param name="Words">How C# may have said it; the first of them in the method is where it stands.</param>
internal sealed record KeptLimit(string Rule, string What, string WayOut, IReadOnlyList<string> Words);
