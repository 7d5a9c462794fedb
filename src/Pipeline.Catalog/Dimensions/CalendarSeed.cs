namespace Pipeline.Catalog;

/// <summary>Puts the days of a calendar into its table that aren't there yet; run whenever the calendar is deployed.</summary>
public static class CalendarSeed
{
    public static InsertStatement Of(CalendarObject calendar)
    {
        var key = calendar.FirstWith(ColumnRoles.SurrogateKey) ?? calendar.Columns[0];
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
