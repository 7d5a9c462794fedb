namespace Pipeline.Catalog;

/// <summary>Makes the days of a calendar in its table those of its query; run whenever the calendar is deployed. A day that the query doesn't give any more stays: facts may refer to it.</summary>
public static class CalendarSeed
{
    /// <summary>First the days that are there get what the query says of them now, then those come that aren't there.</summary>
    public static IEnumerable<Statement> Of(CalendarObject calendar)
    {
        if (Update(calendar) is { } update) yield return update;
        yield return Insert(calendar);
    }

    private static UpdateStatement? Update(CalendarObject calendar)
    {
        var key = Key(calendar);
        var told = calendar.Columns.Where(c => c.Name != key.Name && calendar.Query.Columns.Any(d => d.Name == c.Name)).ToList();
        return told.Count == 0 ? null : new(
            "Days of which the calendar says something else now, or something that it didn't say before.", new ObjectSource("calendar", calendar.Name),
            told.Select(c => new Assignment(c.Name, Make.Column("day", c))).ToEquatableArray(),
            new SubquerySource("day", calendar.Query),
            Make.And(
                Make.Equal(Make.Column("day", key), Make.Column("calendar", key)),
                Make.Or(told.Select(c => Make.Distinct(Make.Column("calendar", c), Make.Column("day", c))))));
    }

    private static Column Key(CalendarObject calendar) => calendar.FirstWith(ColumnRoles.SurrogateKey) ?? calendar.Columns[0];

    private static InsertStatement Insert(CalendarObject calendar)
    {
        var key = Key(calendar);
        var days = calendar.Query.Columns;
        return new(
            "The days of the calendar that aren't there yet.", new ObjectSource("calendar", calendar.Name),
            days.Select(d => d.Name).ToEquatableArray(),
            new SelectQuery(days.Select(d => new Projection(d.Name, Make.Column("new_days", d.Name, d.Value.Type, d.Value.Nullable))).ToEquatableArray())
            {
                With = calendar.Query.With.Append(new("NEW_DAYS", calendar.Query with { With = [] })).ToEquatableArray(),
                From = new CommonTableSource("new_days", "NEW_DAYS"),
                Where = new ExistsExpression(
                    new SelectQuery([new(key.Name, Make.Column("known", key))])
                    {
                        From = new ObjectSource("known", calendar.Name),
                        Where = Make.Equal(Make.Column("known", key), Make.Column("new_days", key)),
                    },
                    Negated: true),
            });
    }
}
