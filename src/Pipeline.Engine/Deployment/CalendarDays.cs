using Pipeline.Catalog;

namespace Pipeline.Engine.Deployment;

/// <summary>Fills a calendar with the days that it hasn't yet.</summary>
internal static class CalendarDays
{
    public static MergeStatement Fill(CalendarObject calendar)
    {
        var filled = calendar.Query.Columns.Select(p => calendar.Columns.First(c => c.Name == p.Name)).ToList();
        var key = filled.Find(c => (c.Roles & (ColumnRoles.SurrogateKey | ColumnRoles.BusinessKey)) != 0) ?? filled[0];
        return new(
            "A row per day; those that are there stay.", new ObjectSource("calendar", calendar.Name), new SubquerySource("days", calendar.Query),
            Make.Equal(Make.Column("calendar", key), Make.Column("days", key)))
        {
            NotMatched = new("A new day.", null, filled.Select(c => new Assignment(c.Name, Make.Column("days", c))).ToEquatableArray()),
        };
    }
}
