namespace Pipeline.Model;

/// <summary>What an <see cref="ExposureAttribute">exposure</see> reads; several of them stand side by side.</summary>
/// <remarks>Becomes GRANT SELECT on the object, and GRANT USAGE on its schema, to the exposure's role.</remarks>
/// <example><code>[Exposure(Consumer.MachineLearning, Owner = "ml@retail.example"), Reads&lt;Customer360&gt;] public sealed class ChurnModel;</code></example>
/// <typeparam name="TObject">The view, dynamic table or table.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ReadsAttribute<
    [OfKind(
        typeof(ViewAttribute<>), typeof(MaterializedViewAttribute<>), typeof(DynamicTableAttribute<,>), typeof(TableAttribute<>), typeof(ExternalTableAttribute<,>),
        typeof(DimensionAttribute<>), typeof(FactAttribute<>), typeof(CalendarAttribute<>))] TObject> : Attribute;
