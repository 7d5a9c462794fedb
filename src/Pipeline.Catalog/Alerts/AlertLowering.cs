namespace Pipeline.Catalog;

/// <summary>Turns an alert into the question what is to be told now, and the statement that keeps what was told.</summary>
public static class AlertLowering
{
    private const string Alarms = "alarms";

    /// <summary>The variable with the name of the notice that is being sent.</summary>
    public static readonly VariableReference NoticeId = new("notice_id", SqlType.Text);

    /// <summary>The name of the procedure that tells the channels.</summary>
    public static QualifiedName ProcedureOf(QualifiedName alert) => new(alert.Schema, "SP_SEND_" + alert.Name);

    /// <summary>What there is to tell: the alert's rows without those that were told not long ago.</summary>
    public static SelectQuery Due(CompiledCatalog catalog, AlertObject alert) => Due(catalog, alert,
    [
        new("SUBJECT", Of("SUBJECT")),
        new("MESSAGE", Of("MESSAGE")),
    ]);

    /// <summary>Keeps in ALERT_LOG what is told now: from it the message is made, and by it the next evaluation knows.</summary>
    public static InsertStatement Log(CompiledCatalog catalog, AlertObject alert)
    {
        var query = Due(catalog, alert,
        [
            new("NOTICE_ID", NoticeId),
            new("ALERT_NAME", Literal.Text(alert.Name.ToString())),
            new("SEVERITY", Literal.Text(alert.Severity.ToString().ToUpperInvariant())),
            new("SUBJECT", Of("SUBJECT")),
            new("MESSAGE", Of("MESSAGE")),
            new("SENT_AT", Now),
        ]);
        return new("Keep what is told now.", new ObjectSource("log", MonitoringTables.AlertLog(catalog)), query.Columns.Select(c => c.Name).ToEquatableArray(), query);
    }

    private static Expression Now => Make.Call("CurrentTimestamp", SqlType.Timestamp);

    private static SelectQuery Due(CompiledCatalog catalog, AlertObject alert, EquatableArray<Projection> columns) => new(columns)
    {
        With = alert.Query.With,
        From = new SubquerySource(Alarms, alert.Query with { With = [] }),
        Where = alert.RepeatMinutes == 0 ? null : new ExistsExpression(
            new SelectQuery([new("TOLD", Literal.Integer(1))])
            {
                From = new ObjectSource("told", MonitoringTables.AlertLog(catalog)),
                Where = Make.And(
                    Make.Equal(Make.Column("told", "ALERT_NAME", SqlType.Text), Literal.Text(alert.Name.ToString())),
                    Make.Equal(Make.Column("told", "SUBJECT", SqlType.Text), Of("SUBJECT")),
                    Make.Compare(BinaryOperator.GreaterThan, Make.Column("told", "SENT_AT", SqlType.Timestamp),
                        Make.Call("AddMinutes", SqlType.Timestamp, Now, Literal.Integer(-alert.RepeatMinutes)))),
            }, Negated: true),
    };

    private static ColumnReference Of(string column) => Make.Column(Alarms, column, SqlType.Text);
}
