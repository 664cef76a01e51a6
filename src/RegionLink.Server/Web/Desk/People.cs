using RegionLink.Domain.Common;
using RegionLink.Runtime.Identity;

namespace RegionLink.Server.Web.Desk;

/// <summary>How those who did something to a report are shown: by the label of their account, which names a function.</summary>
public sealed class People(IReadOnlyDictionary<string, string> labels)
{
    internal static async Task<People> OfAsync(IEnumerable<string?> actors, AccountStore accounts, CancellationToken ct)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var actor in actors.OfType<string>().Distinct())
        {
            if (actor.StartsWith("user:", StringComparison.Ordinal)
                && Guid.TryParse(actor.AsSpan("user:".Length), out var id)
                && await accounts.FindAsync(id, ct) is { } account)
            {
                labels[actor] = account.Label;
            }
        }

        return new(labels);
    }

    public string Of(string actor, View view) => labels.GetValueOrDefault(actor) ?? Actor.Parse(actor) switch
    {
        { Kind: ActorKind.Key } => view.T(DeskTexts.System),
        { Kind: ActorKind.Platform } => view.T(DeskTexts.Platform),
        var other when other.Id.Length <= 40 && !Guid.TryParse(other.Id, out _) => other.Id,
        _ => view.T(DeskTexts.Somebody),
    };
}
