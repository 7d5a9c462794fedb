namespace Pipeline.Model;

/// <summary>Who is told when the pipe skips a file.</summary>
/// <remarks>Becomes the pipe's ERROR_INTEGRATION. See
/// <see href="https://docs.snowflake.com/en/user-guide/data-load-snowpipe-errors-sns">Snowpipe error notifications for Amazon SNS</see>.</remarks>
/// <example><code>[Pipe&lt;RawClickstream&gt;, ErrorsTo&lt;PipeErrors&gt;] public sealed class ClickstreamPipe;</code></example>
/// <typeparam name="TTopic">The topic.</typeparam>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ErrorsToAttribute<[OfKind(typeof(SnsTopicAttribute))] TTopic> : Attribute;
