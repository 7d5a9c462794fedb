namespace Pipeline.Catalog.Baseline;

/// <summary>Views that show something else than they did while streams are on them: replaced, a view makes its streams stale, so no deployment replaces it.</summary>
/// <remarks>See <see href="https://docs.snowflake.com/en/user-guide/streams-intro#streams-on-views">Streams on views</see>.</remarks>
internal static class StreamedViews
{
    public static IEnumerable<Loss> Of(CompiledCatalog shipped, CompiledCatalog model)
    {
        var streams = model.All<StreamObject>().Where(s => shipped.Find<StreamObject>(s.Name) is not null).ToList();
        foreach (var view in streams.SelectMany(s => StreamSources.ViewsOf(shipped, shipped.Find<StreamObject>(s.Name)!)).Distinct().Select(shipped.Find<ViewObject>))
        {
            if (view is null || model.Find<ViewObject>(view.Name) is not { } now || IsSame(view, now)) continue;
            var on = string.Join(", ", streams.Where(s => StreamSources.ViewsOf(model, s).Contains(view.Name)).Select(s => s.Name));
            if (on.Length == 0) continue;
            yield return new(
                LossCodes.StreamedViewChanged, "replace-view", now.Name.ToString(), now, null,
                $"The view {now.Name} of '{now.ClassName}' was shipped with another query, and streams are on it ({on}): replaced, it would make them stale, and what they haven't shown yet would be read by none.",
                "Leave it as it was, and make a second class for the new query, with streams of its own.")
            {
                Accepting = "If somebody lets the loads read them to the end, and drops them and the view before the deployment",
            };
        }
    }

    // What a CREATE VIEW says; its comment and its policies are altered in place.
    private static bool IsSame(ViewObject shipped, ViewObject now) =>
        shipped.Query == now.Query && shipped.Secure == now.Secure && shipped.Columns.Select(c => c.Name).SequenceEqual(now.Columns.Select(c => c.Name));
}
