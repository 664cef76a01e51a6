using RegionLink.Domain.Common;
using RegionLink.Runtime.ReferenceData;

namespace RegionLink.Server.Web;

/// <summary>Reads typed fields into values and collects every reason why one cannot be read; such a field then counts as its default.</summary>
internal sealed class FieldReader(Language notation)
{
    private readonly List<Refusal> _faults = [];

    public IReadOnlyList<Refusal> Faults => _faults;

    /// <summary>All reasons: those found here, and those of the rules about fields that could be read.</summary>
    public IReadOnlyList<Refusal> With(IEnumerable<Refusal> ofRules) =>
        [.. _faults, .. ofRules.Where(r => !_faults.Exists(f => f.Field == r.Field))];

    public void Add(Refusal refusal) => _faults.Add(refusal);

    public DateOnly Day(string field, string typed)
    {
        if (Typed.Day(typed) is { } day)
        {
            return day;
        }

        _faults.Add(Typed.NoDay(field, typed));
        return default;
    }

    /// <summary>Null when nothing was typed.</summary>
    public decimal? Number(string field, string typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (Typed.Number(typed, notation) is { } number)
        {
            return number;
        }

        _faults.Add(Typed.Unreadable(field, typed, notation));
        return null;
    }

    /// <summary>A whole number; null when nothing was typed.</summary>
    /// <param name="example">One that would be taken.</param>
    public int? Whole(string field, string typed, string example, int least = int.MinValue, int most = int.MaxValue)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (Typed.Number(typed, notation) is { } number && number == decimal.Truncate(number) && number >= least && number <= most)
        {
            return (int)number;
        }

        _faults.Add(Typed.Unreadable(field, typed, example));
        return null;
    }

    /// <summary>Whole đồng; null when nothing was typed.</summary>
    public Money? Money(string field, string typed)
    {
        if (Number(field, typed) is not { } vnd)
        {
            return null;
        }

        if (vnd == decimal.Truncate(vnd) && Math.Abs(vnd) <= long.MaxValue)
        {
            return new Money((long)vnd);
        }

        _faults.Add(Typed.Unreadable(field, typed, notation));
        return null;
    }

    /// <summary>One of the words of a choice.</summary>
    public T Choice<T>(string field, string word)
        where T : struct, Enum
    {
        if (!DomainWords.TryRead<T>(word, out var value))
        {
            _faults.Add(FormRefusals.NotChosen.About(field));
        }

        return value;
    }

    public int RequiredWhole(string field, string typed, string example)
    {
        RequireSomething(field, typed);
        return Whole(field, typed, example) ?? 0;
    }

    public decimal RequiredNumber(string field, string typed)
    {
        RequireSomething(field, typed);
        return Number(field, typed) ?? 0;
    }

    public Money RequiredMoney(string field, string typed)
    {
        RequireSomething(field, typed);
        return Money(field, typed) ?? Domain.Common.Money.Zero;
    }

    private void RequireSomething(string field, string typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            _faults.Add(FormRefusals.NumberMissing.About(field));
        }
    }
}
