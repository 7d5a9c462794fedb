namespace Pipeline.Catalog;

/// <summary>Turns a gate into its statements: each check is counted, then all are recorded, then what stops fails.</summary>
public static class GateLowering
{
    // Whether all checks were counted: a failure before has no results to record.
    private static readonly VariableReference Checked = new("checks_made", SqlType.Int64);

    /// <summary>The name of the procedure that runs the gate.</summary>
    public static QualifiedName ProcedureOf(QualifiedName gate) => new(gate.Schema, "SP_CHECK_" + gate.Name);

    public static LoweredLoad Lower(CompiledCatalog catalog, GateObject gate)
    {
        var statements = new List<Statement>();
        foreach (var check in gate.Checks) statements.Add(Count(check));
        statements.Add(new SetVariablesStatement("All checks were made.", Checked.Name, new([new("CHECKS_MADE", Literal.Integer(1))])));
        statements.AddRange(gate.Checks.Select(c => Record(catalog, gate, c, null)));
        foreach (var (index, check) in gate.Checks.Where(c => c.Stops).Select((c, i) => (i, c)))
        {
            statements.Add(new RaiseStatement(
                $"{check.Method} stops the graph.", Make.Compare(BinaryOperator.GreaterThan, Errors(check), Literal.Integer(0)),
                ExceptionNumber.OfCheck(index), $"{gate.Name}: the check {check.Method} found what is wrong; see {PlatformTables.QualityMetrics(catalog)}.")
            {
                At = check.At,
            });
        }

        return new(
            ProcedureOf(gate.Name), gate.Name, [], statements.ToEquatableArray(),
            gate.Checks.Select(c => (Statement)Record(catalog, gate, c, Make.Equal(Checked, Literal.Integer(1)))).ToEquatableArray())
        {
            Comment = $"Checks what {gate.Layer} is made of; records each check, and fails where one that stops found anything.",
            At = gate.At,
            Counters = gate.Checks.Select(c => Errors(c).Name).Append(Checked.Name).ToEquatableArray(),
        };
    }

    private static SetVariablesStatement Count(CheckDefinition check) => new(
        $"{check.Method}: {(string.IsNullOrEmpty(check.Comment) ? "count what is wrong." : check.Comment)}", Errors(check).Name,
        new SelectQuery([new("ERROR_COUNT", Make.Count())])
        {
            With = check.Query.With.Append(new("WRONG_ROWS", check.Query with { With = [] })).ToEquatableArray(),
            From = new CommonTableSource("wrong", "WRONG_ROWS"),
        })
    {
        At = check.At,
    };

    private static InsertStatement Record(CompiledCatalog catalog, GateObject gate, CheckDefinition check, Expression? where) => new(
        $"Record what {check.Method} found.", new ObjectSource("metrics", PlatformTables.QualityMetrics(catalog)),
        ["RUN_ID", "CHECK_NAME", "LAYER", "TARGET", "STATUS", "ERROR_COUNT", "RUN_TIME"],
        new SelectQuery(
        [
            new("RUN_ID", LoadVariables.RunId),
            new("CHECK_NAME", Literal.Text(check.Method)),
            new("LAYER", Literal.Text(gate.Layer)),
            new("TARGET", Literal.Text(gate.Name.ToString())),
            new("STATUS", Make.Case(
                [new(Make.Equal(Errors(check), Literal.Integer(0)), Literal.Text("PASS"))], Literal.Text(check.Stops ? "FAIL" : "WARN"), SqlType.Text)),
            new("ERROR_COUNT", Errors(check)),
            new("RUN_TIME", LoadVariables.StartedAt),
        ])
        {
            Where = where,
        })
    {
        At = check.At,
    };

    private static VariableReference Errors(CheckDefinition check) => LoadVariables.Of("errors_of", check.Method);
}
