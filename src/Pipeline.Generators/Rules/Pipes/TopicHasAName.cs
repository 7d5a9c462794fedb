using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>The ARN of a topic ends with the topic's name, by which the build's template for AWS makes it.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/sns/latest/dg/sns-create-topic.html"/></remarks>
internal sealed class TopicHasAName : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.TopicHasAName,
        "A topic has no name",
        "'{0}' of '{1}' ends before the topic's name; write 'arn:aws:sns:REGION:ACCOUNT:NAME', or a value of the environment as '${{sns.topic}}'");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        var arn = KindNames.KindWord(context.Type) == "SnsTopic" ? context.Kind.At<string?>(0, null) : context.Kind.Named<string?>("SnsTopic", null);
        if (arn is not null && (arn.Length == 0 || arn.EndsWith(":", StringComparison.Ordinal))) yield return Problem(context.KindLocation, arn, context.Type.Name);
    }
}
