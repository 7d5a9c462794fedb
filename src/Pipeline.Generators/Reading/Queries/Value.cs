using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>What a C# expression stands for while a query is read: a scalar, a row, a composite of named parts, JSON, a group.</summary>
internal abstract class Value;

/// <summary>One value of SQL.</summary>
internal sealed class Scalar(Expression expression) : Value
{
    public Expression Expression { get; } = expression;
}

/// <summary>A row of a table, view or stream, under its alias.</summary>
internal sealed class RowValue(string alias, TableShape shape, bool optional = false) : Value
{
    public string Alias { get; } = alias;

    public TableShape Shape { get; } = shape;

    /// <summary>On the right of a left join: all of it may be null.</summary>
    public bool IsOptional { get; } = optional;
}

/// <summary>A composite: an anonymous object, a tuple, a new row, the variables of a query.</summary>
internal sealed class Composite(IReadOnlyDictionary<string, Value> parts, INamedTypeSymbol? type = null) : Value
{
    /// <summary>Where the whole is made.</summary>
    public Location? Place { get; init; }

    /// <summary>Where each part is set.</summary>
    public IReadOnlyDictionary<string, Location>? Places { get; init; }

    public IReadOnlyDictionary<string, Value> Parts { get; } = parts;

    /// <summary>The class of a new row.</summary>
    public INamedTypeSymbol? Type { get; } = type;
}

/// <summary>A part of a VARIANT, not yet taken out as a type.</summary>
internal sealed class JsonValue(Expression operand, IReadOnlyList<JsonStep> steps) : Value
{
    public Expression Operand { get; } = operand;

    public IReadOnlyList<JsonStep> Steps { get; } = steps;

    public JsonValue Step(JsonStep step) => new(Operand, [.. Steps, step]);

    public Expression As(SqlType type) => Steps.Count == 0 && type == SqlType.Variant
        ? Operand
        : new JsonPath(Operand, Steps.ToEquatableArray(), type);
}

/// <summary>A group: its key and the row that its aggregates see.</summary>
internal sealed class GroupValue(Value key, Value element) : Value
{
    public Value Key { get; } = key;

    public Value Element { get; } = element;
}

/// <summary>A row and its neighbours in a window.</summary>
internal sealed class WindowValue(Value row, IReadOnlyList<Expression> partition, IReadOnlyList<Ordering> order) : Value
{
    public Value Row { get; } = row;

    public IReadOnlyList<Expression> Partition { get; } = partition;

    public IReadOnlyList<Ordering> Order { get; } = order;
}

/// <summary>The row before or after, the first or the last of a window.</summary>
internal sealed class NeighbourValue(WindowValue window, string function, Value row) : Value
{
    public WindowValue Window { get; } = window;

    /// <summary>Lag, Lead, FirstValue or LastValue.</summary>
    public string Function { get; } = function;

    /// <summary>How many places away.</summary>
    public int Distance { get; init; } = 1;

    public Value Row { get; } = row;
}

/// <summary>The rows around one row of a window.</summary>
internal sealed class FrameValue(WindowValue window, WindowFrame frame, int before, int after, string? part) : Value
{
    public WindowValue Window { get; } = window;

    public WindowFrame Frame { get; } = frame;

    public int Before { get; } = before;

    public int After { get; } = after;

    /// <summary>The part of a time that a range counts in.</summary>
    public string? Part { get; } = part;
}

/// <summary>A group whose values become columns.</summary>
internal sealed class PivotValue(Value key, Expression column, Expression cell) : Value
{
    public Value Key { get; } = key;

    /// <summary>What says which column a row goes to.</summary>
    public Expression Column { get; } = column;

    public Expression Cell { get; } = cell;
}

/// <summary>The first row of a query by its order, each column of it a subquery.</summary>
internal sealed class FirstValue(Relation rows, EquatableArray<Ordering> order, IInvocationOperation call) : Value
{
    public Relation Rows { get; } = rows;

    public EquatableArray<Ordering> Order { get; } = order;

    /// <summary>Where it is asked for.</summary>
    public IInvocationOperation Call { get; } = call;
}

/// <summary>What is ordered by, with a place for its nulls.</summary>
internal sealed class PlacedValue(Value inner, NullPlace nulls) : Value
{
    public Value Inner { get; } = inner;

    public NullPlace Nulls { get; } = nulls;
}

/// <summary>A row that may not be there, of a step's or a composite's parts.</summary>
internal sealed class OptionalValue(Value inner, Expression marker) : Value
{
    public Value Inner { get; } = inner;

    /// <summary>Null where the row isn't there.</summary>
    public Expression Marker { get; } = marker;
}

/// <summary>What a step of a query passes on; each part is asked of the step when it is used, so that a step has only what is needed.</summary>
internal sealed class StepValue(Value inner, Step step, string alias, string name) : Value
{
    public Value Inner { get; } = inner;

    public Step Step { get; } = step;

    public string Alias { get; } = alias;

    /// <summary>What a scalar itself would be called.</summary>
    public string Name { get; } = name;
}

/// <summary>A name given by <c>let</c> or a pattern: counted when it is used.</summary>
internal sealed class NamedValue(Value inner, int id) : Value
{
    public Value Inner { get; } = inner;

    public int Id { get; } = id;
}

/// <summary>A value that couldn't be read, which has been said; what follows from it stays silent.</summary>
internal sealed class BrokenValue : Value
{
    public static readonly BrokenValue Instance = new();
}

/// <summary>Rows that can be queried further.</summary>
internal sealed class QueryValue(Func<Relation> make) : Value
{
    /// <summary>The rows, under aliases of their own each time.</summary>
    public Relation Make() => make();

    /// <summary>Whether a join to it may find nothing.</summary>
    public bool IsOptional { get; init; }
}

/// <summary>A change row of a stream.</summary>
internal sealed class ChangeValue(RowValue row) : Value
{
    public RowValue Row { get; } = row;
}

/// <summary>The run of a load.</summary>
internal sealed class BatchValue : Value;
