using RegionLink.Domain.Projects;
using RegionLink.Runtime.ReferenceData;

namespace RegionLink.Server.Web.Projects;

/// <summary>What somebody who proposes a project says about one that looks alike.</summary>
/// <param name="Word">A kind of link as stored, <see cref="Unrelated"/>, or empty when nothing was answered.</param>
/// <param name="Why">The reason, or what is reused or done together; may be empty.</param>
public sealed record SimilarAnswer(string Word, string Why)
{
    /// <summary>The names happen to be alike; nothing is kept.</summary>
    public const string Unrelated = "unrelated";

    public const string WordField = "answer:";
    public const string WhyField = "why:";

    /// <summary>Null when nothing was answered, and for an answer that is not kept.</summary>
    public LinkKind? Kind => DomainWords.TryRead<LinkKind>(Word, out var kind) ? kind : null;

    public bool Given => Word == Unrelated || Kind is not null;

    public static IReadOnlyDictionary<string, SimilarAnswer> Of(IFormCollection form) => form
        .Where(f => f.Key.StartsWith(WordField, StringComparison.Ordinal))
        .Select(f => (Key: f.Key[WordField.Length..], Word: f.Value.ToString()))
        .ToDictionary(f => f.Key, f => new SimilarAnswer(f.Word, form[WhyField + f.Key].ToString().Trim()));
}
