using System.Globalization;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Queries;
using RegionLink.Server.Identity;
using RegionLink.Server.Identity.Accounts;
using RegionLink.Server.Identity.Audit;
using RegionLink.Server.Identity.Keys;
using RegionLink.Server.Web.Lists;

namespace RegionLink.Server.Web.Administration;

/// <summary>What is asked of the access log. Days are whole days in Vietnam.</summary>
/// <param name="Who">Id of an account.</param>
/// <param name="Before">Only lines with a smaller number: the next page.</param>
/// <param name="Faults">Why a day that was typed is none; it is no condition then.</param>
public sealed record AuditQuestion(string? Kind, string? Who, DateOnly? From, DateOnly? To, long? Before, IReadOnlyList<Refusal> Faults)
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <summary>What cannot be read is no condition.</summary>
    internal static AuditQuestion Read(IQueryCollection query)
    {
        var reader = new FieldReader(Language.Vietnamese);
        return new(
            query["kind"].ToString() is { Length: > 0 } kind ? kind : null,
            Guid.TryParse(query["who"], out var who) ? who.ToString("D") : null,
            Day("from"),
            Day("to"),
            long.TryParse(query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null,
            reader.Faults);

        DateOnly? Day(string field) =>
            query[field].ToString() is { } typed && !string.IsNullOrWhiteSpace(typed) && reader.Day(field, typed) is { Year: > 1 } day ? day : null;
    }

    internal IReadOnlyList<Filter> Filters(Table table)
    {
        var filters = new List<Filter>();
        Add("kind", FilterKind.Is, Kind);
        Add("actor", FilterKind.Is, Who is null ? null : $"user:{Who}");
        Add("at", FilterKind.AtLeast, From is { } from ? Start(from) : null);
        Add("at", FilterKind.Below, To is { } to && to < DateOnly.MaxValue ? Start(to.AddDays(1)) : null);
        Add("id", FilterKind.Below, Before);
        return filters;

        void Add(string column, FilterKind how, object? value)
        {
            if (value is not null)
            {
                filters.Add(new(table.Columns.Single(c => c.Name == column), how, [value]));
            }
        }
    }

    private static DateTime Start(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Vietnam).UtcDateTime;
}

/// <summary>The access log for people.</summary>
internal static class AuditPages
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapPage("/audit", OpenAsync).Requires(Right.ReadAudit);

    private static async Task<IResult> OpenAsync(View view, TableReader reader, CancellationToken ct)
    {
        var question = AuditQuestion.Read(view.Http.Request.Query);
        var (table, eyes) = (AuditTable.Definition, view.Caller.AsKeeper());
        var request = new TableRequest { Filters = question.Filters(table), Sort = table.Columns.Single(c => c.Name == "id"), Descending = true };
        var accounts = await ListPage.ReadAsync(reader, AccountTable.Definition, new() { Limit = TableRequest.MostRowsPerPage }, eyes, ct);
        var keys = await ListPage.ReadAsync(reader, ApiKeyTable.Definition, new() { Limit = TableRequest.MostRowsPerPage }, eyes, ct);
        return PageEndpoints.Page<AuditPage>(
            question.Faults.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
            (nameof(AuditPage.List), await ListPage.ReadAsync(reader, table, request, eyes, ct)),
            (nameof(AuditPage.Question), question),
            (nameof(AuditPage.People), (IReadOnlyDictionary<string, string>)accounts.Rows.ToDictionary(r => r.Text("id"), r => r.Text("login"))),
            (nameof(AuditPage.KeyNames), (IReadOnlyDictionary<string, string>)keys.Rows.ToDictionary(r => r.Text("id"), r => $"{r.Text("label")} ({r.Text("prefix")}…)")));
    }
}

/// <summary>The pages of administrators.</summary>
internal static class AdministrationPages
{
    public static void MapAdministration(this IEndpointRouteBuilder pages)
    {
        UserPages.Map(pages);
        KeyPages.Map(pages);
        AuditPages.Map(pages);
    }
}
