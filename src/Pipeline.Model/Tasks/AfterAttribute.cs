namespace Pipeline.Model;

/// <summary>A predecessor: what the task waits for. Several mean all of them.</summary>
/// <example><code>[Task, After&lt;CopySales&gt;, Runs&lt;StgSales&gt;] public sealed class LoadSales;</code></example>
/// <typeparam name="TTask">A task of the same graph, or its root.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class AfterAttribute<[OfKind(typeof(TaskAttribute), typeof(RootTaskAttribute<,>))] TTask> : Attribute;
