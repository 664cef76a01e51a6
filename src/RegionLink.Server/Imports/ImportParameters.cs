using RegionLink.Domain.Common;
using RegionLink.Domain.Imports;
using RegionLink.Runtime.Imports;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Imports;

/// <summary>What the query string (and the fields of a form) say about a file, with every fault in it.</summary>
internal sealed record ImportParameters(
    string Kind, UnitKey? Unit, bool DryRun, bool OnlyGoodRows, NumberNotation? Numbers, string? FileName, IReadOnlyDictionary<string, string> Confirmations)
{
    private const int LongestReason = 1_000;

    /// <param name="confirmations">Answers in the fields of a form, besides those in the query string.</param>
    public static (ImportParameters Parameters, IReadOnlyList<Refusal> Faults) Of(IQueryCollection query, IEnumerable<string> confirmations, FileImports imports)
    {
        var faults = new List<Refusal>();
        var given = new ImportParameters("", null, false, false, null, null, new Dictionary<string, string>());
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, values) in query)
        {
            var text = values.ToString();
            switch (name)
            {
                case "kind":
                    given = given with { Kind = text };
                    break;
                case "unit" when UnitKey.TryParse(text, out var unit):
                    given = given with { Unit = unit };
                    break;
                case "dryRun" when bool.TryParse(text, out var dryRun):
                    given = given with { DryRun = dryRun };
                    break;
                case "onlyGoodRows" when bool.TryParse(text, out var good):
                    given = given with { OnlyGoodRows = good };
                    break;
                case "numbers" when text is "vi" or "en":
                    given = given with { Numbers = text == "vi" ? NumberNotation.Vietnamese : NumberNotation.English };
                    break;
                case "fileName":
                    given = given with { FileName = text };
                    break;
                case "confirm":
                    break;
                case "unit" or "dryRun" or "onlyGoodRows" or "numbers":
                    faults.Add(RequestRefusals.ParameterUnreadable.About(name, name, text, name switch { "unit" => "79@2025-07-01", "numbers" => "vi | en", _ => "true | false" }));
                    break;
                default:
                    faults.Add(RequestRefusals.ParameterUnknown.About(name, name));
                    break;
            }
        }

        foreach (var answer in query["confirm"].Concat(confirmations).OfType<string>())
        {
            if (answer.Split('=', 2) is [{ Length: > 0 } id, { Length: <= LongestReason } reason] && !string.IsNullOrWhiteSpace(reason))
            {
                answers[id] = reason.Trim();
            }
            else
            {
                faults.Add(RequestRefusals.ParameterUnreadable.About("confirm", "confirm", answer, "scale/…=reason"));
            }
        }

        if (imports.Find(given.Kind) is null)
        {
            faults.Add(ImportRefusals.KindUnknown.About("kind", given.Kind, string.Join(", ", imports.Kinds)));
        }

        return (given with { Confirmations = answers }, faults);
    }

    /// <summary>The right to write what a kind of file holds, besides the right to import.</summary>
    public static Right RightFor(string kind) => kind switch
    {
        "projects" => Right.WriteProjects,
        "budget-lines" => Right.WriteBudgets,
        "observations" => Right.WriteObservations,
        "report" => Right.EnterFigures,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Every kind names its right."),
    };
}
