namespace RegionLink.Domain.Imports;

/// <summary>
/// Reads the numbers of one column. How they are written is told by the column itself: one number that can only be Vietnamese (or only
/// English) decides for those that could be either. Without such a number, or with both, nothing is guessed.
/// </summary>
public sealed class NumberColumn
{
    private readonly NumberNotation? _notation;
    private readonly NumberNotation? _declared;
    private readonly bool _mixed;

    /// <param name="texts">Every text of the column; cells that hold real numbers need not be asked.</param>
    /// <param name="declared">What the sender says about the file; null when nothing was said.</param>
    public NumberColumn(IEnumerable<string> texts, NumberNotation? declared)
    {
        _declared = declared;
        var (vietnamese, english) = (false, false);
        foreach (var text in texts)
        {
            var number = NumberText.Of(text);
            vietnamese |= number is { Vietnamese: not null, English: null };
            english |= number is { Vietnamese: null, English: not null };
        }

        _mixed = declared is null && vietnamese && english;
        _notation = declared ?? (vietnamese, english) switch
        {
            (true, false) => NumberNotation.Vietnamese,
            (false, true) => NumberNotation.English,
            _ => null,
        };
    }

    /// <summary>The number a text stands for, or why it cannot be told.</summary>
    public NumberReading Read(string text)
    {
        var number = NumberText.Of(text);
        if (!number.Readable)
        {
            return number.Shortened ? new(CellFaults.NumberShortened, text) : new(CellFaults.NotANumber);
        }

        if (_declared is { } declared)
        {
            return number.As(declared) is { } stated
                ? new(stated, number.Tail)
                : new(CellFaults.NumberNotDeclared, text, declared == NumberNotation.Vietnamese ? "vi" : "en");
        }

        if (_mixed && (number.Ambiguous || number.Vietnamese is null || number.English is null))
        {
            return new(CellFaults.NumbersMixed, text);
        }

        if (number.Ambiguous && _notation is null)
        {
            return new(CellFaults.NumberAmbiguous, text, number.Vietnamese, number.English);
        }

        return new((number.Ambiguous ? number.As(_notation!.Value) : number.Vietnamese ?? number.English)!.Value, number.Tail);
    }
}

/// <summary>A number, or the fault that stands in its way.</summary>
/// <param name="Tail">Words after the digits; empty for none.</param>
public sealed record NumberReading(decimal Number, string Tail, FaultCode? Fault, IReadOnlyList<object?> Values)
{
    public NumberReading(decimal number, string tail)
        : this(number, tail, null, [])
    {
    }

    public NumberReading(FaultCode fault, params object?[] values)
        : this(0, "", fault, values)
    {
    }
}
