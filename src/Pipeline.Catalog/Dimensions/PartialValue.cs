namespace Pipeline.Catalog;

/// <summary>A column that an event may leave out: the member keeps the value that it had.</summary>
/// <param name="Given">The flag that says whether the event gives it; null: it does where it isn't null.</param>
public sealed record PartialValue(string? Given);
