using RegionLink.Domain.Common;

namespace RegionLink.Domain.Projects;

/// <summary>Collects every reason against one command, and tidies the texts on the way.</summary>
internal sealed class Reasons(CommandContext context)
{
    public const int NameLength = 300;
    public const int TextLength = 2_000;

    /// <summary>A thousand trillion đồng: far above any budget of the country, far below where sums of a project overflow.</summary>
    public static readonly Money MaxAmount = new(1_000_000_000_000_000);

    private static readonly DateOnly FirstDay = new(2000, 1, 1);
    private static readonly DateOnly LastDay = new(2100, 12, 31);

    private readonly List<Refusal> _all = [];

    public IReadOnlyList<Refusal> All => _all;

    public void Add(Refusal refusal) => _all.Add(refusal);

    /// <summary>The tidied text; a reason when it is empty or longer than <paramref name="max"/>.</summary>
    public string Required(string field, string? text, int max = TextLength)
    {
        var tidy = Optional(field, text, max);
        if (tidy is null)
        {
            Add(ProjectRefusals.TextMissing.About(field, field));
        }

        return tidy ?? "";
    }

    /// <summary>The tidied text, null when nothing is left of it; a reason when it is too long.</summary>
    public string? Optional(string field, string? text, int max = TextLength)
    {
        var tidy = VietnameseText.Tidy(text ?? "");
        if (tidy.Length > max)
        {
            Add(ProjectRefusals.TextTooLong.About(field, field, tidy.Length, max));
        }

        return tidy.Length == 0 ? null : tidy;
    }

    /// <summary>The normal form of a code inside a project.</summary>
    public string Code(string field, string? code)
    {
        if (!ProjectKey.TryNormalise(code, out var normal))
        {
            Add(ProjectRefusals.NumberInvalid.About(field, code, ProjectKey.MaxNumberLength));
        }

        return normal;
    }

    /// <summary>Any day a plan may name.</summary>
    public void Day(string field, DateOnly day)
    {
        if (day < FirstDay || day > LastDay)
        {
            Add(ProjectRefusals.DateOutOfRange.About(field, day, FirstDay, LastDay));
        }
    }

    /// <summary>A day on which something happened.</summary>
    public void PastDay(string field, DateOnly day)
    {
        Day(field, day);
        if (day > context.Today && day <= LastDay)
        {
            Add(ProjectRefusals.DateInFuture.About(field, day, context.Today));
        }
    }

    public void Amount(string field, Money amount, Money least)
    {
        if (amount < least || amount > MaxAmount)
        {
            Add(ProjectRefusals.AmountOutOfRange.About(field, amount, least, MaxAmount));
        }
    }

    public DocumentRef Document(string field, DocumentRef document)
    {
        PastDay($"{field}.date", document.Date);
        return document with { Number = Required($"{field}.number", document.Number, NameLength) };
    }

    public DocumentRef? OptionalDocument(string field, DocumentRef? document) => document is null ? null : Document(field, document);

    public void Count(string field, int count, int max)
    {
        if (count > max)
        {
            Add(ProjectRefusals.TooMany.About(field, count, max));
        }
    }

    /// <summary>A reason for every key that appears again, named at its later place.</summary>
    public void Distinct(IEnumerable<(string Field, string Key)> entries)
    {
        var seen = new HashSet<string>(VietnameseText.Comparer);
        foreach (var (field, key) in entries.Where(e => !seen.Add(e.Key)))
        {
            Add(ProjectRefusals.Repeated.About(field, key));
        }
    }

    /// <summary>The answer: every reason collected, or the facts.</summary>
    public Decision<ProjectEvent> Unless(Func<ProjectEvent> fact) => Decision.AcceptUnless<ProjectEvent>(_all, () => [fact()]);
}
