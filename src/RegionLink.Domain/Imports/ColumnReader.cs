using RegionLink.Domain.Common;

namespace RegionLink.Domain.Imports;

/// <summary>Reads the cells of one column, knowing all of them.</summary>
internal sealed class ColumnReader
{
    private readonly string _sheet;
    private readonly NumberColumn? _numbers;
    private readonly DateColumn? _dates;
    private readonly MoneyUnit? _headerUnit;
    private readonly Dictionary<string, AllowedValue>? _choices;

    public ColumnReader(string sheet, int position, ImportColumn column, HeaderMatch header, IReadOnlyList<RawRow> body, NumberNotation? numbers)
    {
        _sheet = sheet;
        Position = position;
        Column = column;
        _headerUnit = header.MoneyUnits.GetValueOrDefault(position);
        var texts = body.Select(row => row.At(position)).Where(cell => cell.Kind == RawKind.Text).Select(cell => cell.Text);
        switch (column.Type)
        {
            case ColumnType.Whole or ColumnType.Decimal or ColumnType.Money:
                _numbers = new NumberColumn(texts, numbers);
                break;
            case ColumnType.Date:
                _dates = new DateColumn(texts, declaredDayFirst: header.Language == Language.Vi);
                break;
            case ColumnType.Choice:
                _choices = Choices(column);
                break;
        }
    }

    public int Position { get; }

    public ImportColumn Column { get; }

    /// <param name="rowUnit">What the row's money unit column names; null when it names none.</param>
    public TypedCell Read(RawRow row, MoneyUnit? rowUnit, List<ImportFault> faults)
    {
        var cell = row.At(Position);
        var before = faults.Count;
        object? value = null;
        switch (cell.Kind)
        {
            case RawKind.Empty when Column.Required:
                Add(CellFaults.Missing, Column.Vi, Column.En);
                break;
            case RawKind.Empty:
                break;
            case RawKind.Error:
                Add(CellFaults.FormulaError, cell.Text);
                break;
            case RawKind.NotComputed:
                Add(CellFaults.FormulaNotComputed);
                break;
            default:
                value = Column.Type switch
                {
                    ColumnType.Text => Text(),
                    ColumnType.Choice => Choice(),
                    ColumnType.Date => Date(),
                    ColumnType.MoneyUnit => Unit(),
                    _ => Number(),
                };
                break;
        }

        return new(faults.Count == before ? value : null, Position, cell.Text, cell.Kind == RawKind.Percent || cell.Text.TrimEnd().EndsWith('%'));

        void Add(FaultCode code, params object?[] values) => faults.Add(code.At(_sheet, row.Number, Position, cell.IsEmpty ? null : cell.Text, values));

        string Text()
        {
            var text = Tidy(cell.Text);
            if (text.Length > Column.MaxLength)
            {
                Add(CellFaults.TextTooLong, text.Length, Column.MaxLength);
            }

            return text;
        }

        string? Choice()
        {
            if (_choices!.TryGetValue(cell.Text, out var choice))
            {
                return choice.Code;
            }

            Add(CellFaults.NotInList, cell.Text, string.Join("; ", Column.Allowed.Select(a => a.Vi)), string.Join("; ", Column.Allowed.Select(a => a.En)));
            return null;
        }

        object? Unit()
        {
            if (MoneyUnit.Named(cell.Text) is { } unit)
            {
                return unit.Vi;
            }

            Add(CellFaults.MoneyUnitUnknown, cell.Text);
            return null;
        }

        object? Date()
        {
            if (cell.Kind == RawKind.Date)
            {
                return DateOnly.FromDateTime(cell.Time);
            }

            var reading = cell.Kind == RawKind.Text ? _dates!.Read(cell.Text) : new DateReading(CellFaults.NotADate);
            if (reading.Fault is not null)
            {
                Add(reading.Fault, [.. reading.Values]);
            }

            return reading.Day;
        }

        object? Number()
        {
            var reading = cell.Kind switch
            {
                RawKind.Text => _numbers!.Read(cell.Text),
                RawKind.Number when Math.Abs(cell.Number) >= 1_000_000_000_000_000m => new NumberReading(CellFaults.NumberTooLong, cell.Text),
                RawKind.Number => new NumberReading(cell.Number, ""),
                RawKind.Percent => new NumberReading(cell.Number, "%"),
                _ => new NumberReading(CellFaults.NotANumber),
            };
            if (reading.Fault is not null)
            {
                Add(reading.Fault, [.. reading.Values]);
                return null;
            }

            return Column.Type == ColumnType.Money ? Amount(reading) : Plain(reading);
        }

        object? Plain(NumberReading reading)
        {
            if (reading.Tail == "%" && Column.Type != ColumnType.Decimal)
            {
                Add(CellFaults.PercentHere, cell.Text);
            }
            else if (reading.Tail.Length > 0 && reading.Tail != "%")
            {
                Add(CellFaults.NotANumber);
            }
            else if (reading.Number < Column.Min || reading.Number > Column.Max)
            {
                Add(CellFaults.NumberOutOfRange, reading.Number, Column.Min ?? decimal.MinValue, Column.Max ?? decimal.MaxValue);
            }
            else if (Column.Type == ColumnType.Decimal)
            {
                return reading.Number;
            }
            else if (reading.Number != decimal.Truncate(reading.Number) || Math.Abs(reading.Number) > long.MaxValue)
            {
                Add(CellFaults.NotWhole, reading.Number, "");
            }
            else
            {
                return (long)reading.Number;
            }

            return null;
        }

        object? Amount(NumberReading reading)
        {
            var unit = rowUnit ?? _headerUnit ?? MoneyUnit.Dong;
            if (rowUnit is not null && _headerUnit is not null && rowUnit != _headerUnit)
            {
                Add(CellFaults.MoneyUnitContradicts, rowUnit.Vi, _headerUnit.Vi);
            }
            else if (reading.Tail == "%")
            {
                Add(CellFaults.PercentHere, cell.Text);
            }
            else if (reading.Tail.Length > 0 && MoneyUnit.Named(reading.Tail) != unit)
            {
                Add(MoneyUnit.Named(reading.Tail) is null ? CellFaults.NotANumber : CellFaults.MoneyUnitContradicts, reading.Tail, unit.Vi);
            }
            else if (Math.Abs(reading.Number) > 1_000_000_000_000_000_000m / unit.Factor)
            {
                Add(CellFaults.NumberOutOfRange, reading.Number, Column.Min ?? long.MinValue, Column.Max ?? long.MaxValue);
            }
            else if (reading.Number * unit.Factor is var dong && dong != decimal.Truncate(dong))
            {
                Add(CellFaults.NotWhole, dong, " đồng");
            }
            else if (dong < Column.Min || dong > Column.Max)
            {
                Add(CellFaults.NumberOutOfRange, dong, Column.Min ?? long.MinValue, Column.Max ?? long.MaxValue);
            }
            else
            {
                return new Money((long)dong);
            }

            return null;
        }
    }

    /// <summary>Text as it is stored: lines kept, each tidied.</summary>
    private static string Tidy(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(VietnameseText.Tidy)).Trim('\n');

    private static Dictionary<string, AllowedValue> Choices(ImportColumn column)
    {
        var choices = new Dictionary<string, AllowedValue>(VietnameseText.Comparer);
        foreach (var allowed in column.Allowed)
        {
            // Codes first: a label that happens to equal another value's code must not hide it.
            choices[allowed.Code] = allowed;
        }

        foreach (var allowed in column.Allowed)
        {
            choices.TryAdd(allowed.Vi, allowed);
            choices.TryAdd(allowed.En, allowed);
            choices.TryAdd($"{allowed.Code} - {allowed.Vi}", allowed);
            choices.TryAdd($"{allowed.Code} - {allowed.En}", allowed);
        }

        return choices;
    }
}
