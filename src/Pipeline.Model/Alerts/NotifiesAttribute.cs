namespace Pipeline.Model;

/// <summary>A channel that the alert tells. Several are told in the order written.</summary>
/// <example><code>[Alert&lt;Monitoring, TransformWh&gt;(EveryMinutes = 15), Notifies&lt;OpsMail&gt;, Notifies&lt;OnCall&gt;] public sealed class SlaBreach</code></example>
/// <typeparam name="TChannel">E-mail, a webhook, or an SNS topic: what subscribes to that one, such as a telephone, gets it.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class NotifiesAttribute<
    [OfKind(typeof(EmailChannelAttribute), typeof(WebhookChannelAttribute), typeof(SnsTopicAttribute))] TChannel> : Attribute;
