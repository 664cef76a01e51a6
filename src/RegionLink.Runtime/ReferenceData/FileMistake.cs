using RegionLink.Domain.Common;

namespace RegionLink.Runtime.ReferenceData;

/// <summary>One thing to mend in the provinces folder. The reason says what is wrong and how to mend it.</summary>
/// <param name="File">Path inside the folder, with forward slashes.</param>
/// <param name="Where"><c>line 12</c> of a table, or the path of a JSON value such as <c>targets[3].threshold</c>; empty for the file as a whole.</param>
public sealed record FileMistake(string File, string Where, Refusal Reason)
{
    /// <summary>One line for a terminal, in English.</summary>
    public override string ToString() => Where.Length == 0 ? $"{File}: {Reason.En}" : $"{File}, {Where}: {Reason.En}";

    /// <summary>One line for a terminal, in Vietnamese.</summary>
    public string InVietnamese()
    {
        var where = Where.StartsWith("line ", StringComparison.Ordinal) ? $"dòng {Where[5..]}" : Where;
        return where.Length == 0 ? $"{File}: {Reason.Vi}" : $"{File}, {where}: {Reason.Vi}";
    }
}
