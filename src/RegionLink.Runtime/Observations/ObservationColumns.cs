namespace RegionLink.Runtime.Observations;

/// <summary>Columns of a file of observations; the same names as in lists, so that a file taken out can be put back in.</summary>
public static class ObservationColumns
{
    public static readonly IReadOnlyList<string> Required = ["metric", "unit", "period", "value", "unitOfMeasure", "source"];

    /// <summary>In the order of a template.</summary>
    public static readonly IReadOnlyList<string> All =
        ["metric", "unit", "period", "value", "unitOfMeasure", "base", "stage", "method", "standing", "source", "sourceUrl", "note", "revision"];

    internal const int Metric = 0;
    internal const int Unit = 1;
    internal const int Period = 2;
    internal const int Value = 3;
    internal const int UnitOfMeasure = 4;
    internal const int Base = 5;
    internal const int Stage = 6;
    internal const int Method = 7;
    internal const int Standing = 8;
    internal const int Source = 9;
    internal const int SourceUrl = 10;
    internal const int Note = 11;
    internal const int Revision = 12;
    internal const int Count = 13;

    /// <summary>Those of a row that many rows share and that are judged once.</summary>
    internal static ReadOnlySpan<int> OfHead => [Metric, UnitOfMeasure, Base, Stage, Method, Standing, Source, SourceUrl];
}
