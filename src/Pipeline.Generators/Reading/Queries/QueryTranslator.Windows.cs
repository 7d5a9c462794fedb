using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>Window functions: what a row sees of its partition.</summary>
internal sealed partial class QueryTranslator
{
    private Expression WindowAggregate(WindowValue window, IInvocationOperation call, Scope scope)
    {
        var name = call.TargetMethod.Name;
        if (name == "Ntile") return Over(window, "Ntile", [AtLeastOne(call, scope, "rows are shared out among one part at least")], SqlType.Int64, nullable: false);
        if (name == "MovingAverage") return FrameAggregate(new(window, WindowFrame.Moving, Amount(call, 0), 0, null), "Average", ArgumentAt(call, 1), call, scope);
        return name.StartsWith("Running", StringComparison.Ordinal)
            ? FrameAggregate(new(window, WindowFrame.UpToCurrentRow, 0, 0, null), name.Substring("Running".Length), ArgumentAt(call, 0), call, scope)
            : FrameAggregate(new(window, WindowFrame.WholePartition, 0, 0, null), name, ArgumentAt(call, 0), call, scope);
    }

    private Expression FrameAggregate(FrameValue frame, string function, IOperation? argument, IInvocationOperation call, Scope scope)
    {
        if (argument is null) return Over(frame, "Count", [], SqlType.Int64, nullable: false);
        var lambda = Lambda(argument);
        var inner = Bind(lambda, scope, frame.Window.Row);
        if (function == "Count") return Over(frame, "CountIf", [Condition(ResultOf(lambda), inner, filter: true)], SqlType.Int64, nullable: false);

        var value = Expression(ResultOf(lambda), inner);
        switch (function)
        {
            case "Sum":
                var sum = Over(frame, "Sum", [value], Sum(value).Type, value.Nullable);
                return value.Nullable ? OrZero(sum) : sum;
            case "Average": return Over(frame, "Average", [value], Mean(value).Type, value.Nullable);
            case "Min" or "Max": return Over(frame, function, [value], value.Type, value.Nullable);
            case "First" or "Last": return Over(frame, function + "Value", [value], value.Type, value.Nullable);
            default: throw Cannot(call, $"'{call.TargetMethod.Name}' of a window can't be translated to SQL", "use Sum, Average, Min, Max, Count, RunningSum and its like, Rows or Range");
        }
    }

    // The rows that a frame takes in, as the arguments say.
    private FrameValue Frame(WindowValue window, IInvocationOperation call)
    {
        switch (call.TargetMethod.Name)
        {
            case "UpToTies": return new(window, WindowFrame.UpToTies, 0, 0, null);
            case "Rows": return new(window, WindowFrame.Moving, Amount(call, 0), Amount(call, 1), null);
            case "Range" when window.Order is not [var order]: throw Cannot(call, "a range is measured by one value", "order the window by one column");
            case "Range" when call.TargetMethod.Parameters[0].Type.SpecialType == SpecialType.System_Int32:
                if (window.Order[0].Value.Type.Kind is not (SqlTypeKind.Number or SqlTypeKind.Float))
                {
                    throw Cannot(call, $"the window is ordered by a value of type {window.Order[0].Value.Type.Kind}, to which no number can be added", "order it by a number, give TimeSpans where it is ordered by a time, or count rows with Rows");
                }

                return new(window, WindowFrame.Range, Amount(call, 0), Amount(call, 1), null);
            default:
                if (window.Order[0].Value.Type.Kind is not (SqlTypeKind.TimestampNtz or SqlTypeKind.TimestampTz or SqlTypeKind.Date))
                {
                    throw Cannot(call, $"the window is ordered by a value of type {window.Order[0].Value.Type.Kind}, to which no TimeSpan can be added", "order it by a time, give numbers where it is ordered by a number, or count rows with Rows");
                }

                var (before, after) = (SpanAt(ArgumentAt(call, 0)), SpanAt(ArgumentAt(call, 1)));
                if (before < 0 || after < 0) throw Cannot(call, "a frame can't end before it begins", "give no negative time");
                var (part, unit) = Units.First(u => before % u.Microseconds == 0 && after % u.Microseconds == 0);
                return new(window, WindowFrame.Range, checked((int)(before / unit)), checked((int)(after / unit)), part);
        }
    }

    private static int Amount(IInvocationOperation call, int ordinal) => Whole(call, ordinal) is >= 0 and <= int.MaxValue and var amount
        ? (int)amount
        : throw Cannot(ArgumentAt(call, ordinal), "a frame can't end before it begins", "give no negative number");

    // What is computed is told by the database; a constant that it refuses is told here.
    private Expression AtLeastOne(IInvocationOperation call, Scope scope, string why) => Expression(ArgumentAt(call, 0), scope) switch
    {
        Literal { Value: { } number } when long.TryParse(number, NumberStyles.Integer, CultureInfo.InvariantCulture, out var known) && known < 1 => throw Cannot(ArgumentAt(call, 0), why, "give 1 or more"),
        var parts => parts,
    };

    private long SpanAt(IOperation operation) => Eval(operation, new Scope()) is Scalar { Expression: Literal { Value: { } span } }
        ? long.Parse(span, CultureInfo.InvariantCulture)
        : throw Cannot(operation, "a frame must be known when the model is built", "write TimeSpan.FromDays(..) with a constant");

    private Value? WindowMember(WindowValue window, string member) => member switch
    {
        "Row" => window.Row,
        "RowNumber" => new Scalar(Over(window, "RowNumber", [], SqlType.Int64, nullable: false)),
        "Rank" => new Scalar(Over(window, "Rank", [], SqlType.Int64, nullable: false)),
        "DenseRank" => new Scalar(Over(window, "DenseRank", [], SqlType.Int64, nullable: false)),
        "PercentRank" or "CumeDist" => new Scalar(Over(window, member, [], SqlType.Float, nullable: false)),
        "Count" => new Scalar(Over(window, "Count", [], SqlType.Int64, nullable: false, WindowFrame.WholePartition)),
        "Previous" => new NeighbourValue(window, "Lag", window.Row),
        "Next" => new NeighbourValue(window, "Lead", window.Row),
        "First" => new NeighbourValue(window, "FirstValue", window.Row),
        "Last" => new NeighbourValue(window, "LastValue", window.Row),
        _ => null,
    };

    // A row or a frame of the window that a method gives, asked of the step that has the window.
    private Value OfWindow(Value target, IInvocationOperation call) => Resolve(target) switch
    {
        WindowValue window when call.TargetMethod.Name is "Lag" or "Lead" => new NeighbourValue(window, call.TargetMethod.Name, window.Row) { Distance = Amount(call, 0) },
        WindowValue when call.TargetMethod.Name is "Nth" && Amount(call, 0) == 0 => throw Cannot(ArgumentAt(call, 0), "the rows of a window are counted from 1", "give 1 or more"),
        WindowValue window when call.TargetMethod.Name is "Nth" => new NeighbourValue(window, "NthValue", window.Row) { Distance = Amount(call, 0) },
        WindowValue window => Frame(window, call),
        StepValue step => new StepValue(OfWindow(step.Inner, call), step.Step, step.Alias, step.Name),
        _ => throw Cannot(call, $"'{call.TargetMethod.Name}' has no window to look at here", "use it before the next query reads the result"),
    };

    private static WindowCall Over(
        WindowValue window, string function, EquatableArray<Expression> arguments, SqlType type, bool nullable, WindowFrame frame = WindowFrame.None) =>
        Over(new(window, frame, 0, 0, null), function, arguments, type, nullable);

    private static WindowCall Over(FrameValue frame, string function, EquatableArray<Expression> arguments, SqlType type, bool nullable) =>
        new(function, arguments, frame.Window.Partition.ToEquatableArray(), frame.Frame == WindowFrame.WholePartition ? [] : frame.Window.Order.ToEquatableArray(), type, nullable)
        {
            Frame = frame.Frame, Preceding = frame.Before, Following = frame.After, RangePart = frame.Part,
        };

    private static WindowCall Beside(NeighbourValue neighbour, Expression value) => new(
        neighbour.Function, neighbour.Distance == 1 && neighbour.Function != "NthValue" ? [value] : [value, Literal.Integer(neighbour.Distance) with { Type = SqlType.Int32 }],
        neighbour.Window.Partition.ToEquatableArray(), neighbour.Window.Order.ToEquatableArray(), value.Type,
        neighbour.Function is "Lag" or "Lead" or "NthValue" || value.Nullable)
    {
        Frame = neighbour.Function is "LastValue" or "NthValue" ? WindowFrame.WholePartition : WindowFrame.None,
    };
}
