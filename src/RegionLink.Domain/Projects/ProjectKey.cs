using System.Diagnostics.CodeAnalysis;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Projects;

/// <summary>Names one project: the unit that runs it and the number this unit gave it. The number is unique within the unit only.</summary>
/// <param name="Unit">A province, at the version of its boundary under which the project was proposed.</param>
/// <param name="Number">In its normal form, see <see cref="TryNormalise"/>.</param>
public readonly record struct ProjectKey(UnitKey Unit, string Number)
{
    /// <summary>Longest number, in characters.</summary>
    public const int MaxNumberLength = 40;

    /// <summary><c>79@2025-07-01/DA-2026-001</c>: in addresses, links and files.</summary>
    public override string ToString() => $"{Unit}/{Number}";

    /// <summary>Reads the text form; the number may be in lower case. False when it is not one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ProjectKey key)
    {
        key = default;
        var slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        if (slash < 0 || !UnitKey.TryParse(text![..slash], out var unit) || !TryNormalise(text[(slash + 1)..], out var number))
        {
            return false;
        }

        key = new ProjectKey(unit, number);
        return true;
    }

    /// <summary>
    /// The normal form of a number: upper case, no spaces around. Allowed are A–Z, 0–9 and, after the first character, <c>- . _</c>,
    /// so that a number fits an address, a file name and a spreadsheet cell (it cannot start a formula). False for anything else:
    /// Đ is not quietly turned into D, since two numbers could then become one.
    /// </summary>
    public static bool TryNormalise(string? text, out string number)
    {
        number = text?.Trim().ToUpperInvariant() ?? "";
        return number.Length is > 0 and <= MaxNumberLength
            && char.IsAsciiLetterOrDigit(number[0])
            && number.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_');
    }
}
