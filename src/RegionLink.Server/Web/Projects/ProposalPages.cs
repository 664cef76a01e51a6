using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using RegionLink.Domain.Common;
using RegionLink.Domain.Projects;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Projects;
using RegionLink.Runtime.Queries;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;
using RegionLink.Server.Projects;
using RegionLink.Server.Web.Lists;

namespace RegionLink.Server.Web.Projects;

/// <summary>Proposing a project. Before it is made, those of all provinces that look alike are shown and answered for; the answers are kept as links.</summary>
internal static partial class ProposalPages
{
    private const int MostAlike = 5;

    // Half of the trigrams in common: most people would call such names alike. Below it, an answer is welcome but not asked for.
    private const decimal ToAnswer = 0.5m;

    // Below a third of the words in common, descriptions of one activity are alike only in how such things are written.
    private const decimal AlikeWords = 0.34m;

    public static void MapProposal(this IEndpointRouteBuilder pages)
    {
        pages.MapPage("/projects/new", OpenAsync).Requires(Right.WriteProjects);
        pages.MapForm("/projects/new", SendAsync).Requires(Right.WriteProjects);
    }

    private static async Task<IResult> OpenAsync(View view, ReferenceCache reference, CancellationToken ct) => view.Caller.Unit is null
        ? Problem.Of(StatusCodes.Status403Forbidden, ProposalRefusals.UnitNeeded.With())
        : Show(StatusCodes.Status200OK, ProposalForm.Empty(view.Today, view.Http.Request.Query["name"].ToString()), [], [], await reference.GetAsync(ct));

    private static async Task<IResult> SendAsync(
        View view, GrainHost host, ProjectReader projects, TableReader tables, ReferenceCache reference, CancellationToken ct)
    {
        if (view.Caller.Unit is not { } unit)
        {
            return Problem.Of(StatusCodes.Status403Forbidden, ProposalRefusals.UnitNeeded.With());
        }

        var known = await reference.GetAsync(ct);
        var form = ProposalForm.Of(view.Http.Request.Form);
        if (form.WantsAnother)
        {
            return Show(StatusCodes.Status200OK, form, form.Looked ? await AlikeAsync(form, unit, view, projects, tables, ct) : [], [], known);
        }

        var alike = await AlikeAsync(form, unit, view, projects, tables, ct);
        var answered = alike.Where(a => form.Answers.TryGetValue(a.Key, out var answer) && answer.Kind is not null).ToList();
        var read = new FieldReader(form.Notation);
        var body = form.Read(unit, [.. answered.Select(a => new ProjectLinkBody(form.Answers[a.Key].Kind!.Value, a.Key, form.Answers[a.Key].Why))], read);
        foreach (var similar in form.Looked ? alike.Where(a => a.MustAnswer && form.Answers.GetValueOrDefault(a.Key)?.Given != true) : [])
        {
            read.Add(ProposalRefusals.Unanswered.About(SimilarAnswer.WordField + similar.Key, similar.Name));
        }

        // Nothing may be made yet: the rules are asked what they would say, so that everything wrong is told at once.
        if (read.Faults.Count > 0 || (!form.Looked && alike.Count > 0))
        {
            var would = Project.Decide(Project.Initial, Command(body, answered, view.Today), view.Http.Envelope().Context);
            var faults = read.With(would.Refusals.Select(r => AtField(r, answered)));
            return Show(faults.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK, form, alike, faults, known);
        }

        var result = await ProfileEndpoints.ProposeAsync(new(body), view.Http, host, projects, ct);
        return result.Faults() is { } refused ? Show(StatusCodes.Status422UnprocessableEntity, form, alike, [.. refused.Select(r => AtField(r, answered))], known)
            : result.IsOtherProblem() ? result
            : PageEndpoints.SeeOther($"/projects/{unit}/{(ProjectKey.TryNormalise(form.Number, out var number) ? number : form.Number)}?saved");
    }

    /// <param name="today">Stands for a day that could not be read, so that no rule complains of a day nobody typed.</param>
    private static ProjectCommand.Propose Command(ProposalBody body, List<SimilarProject> answered, DateOnly today) =>
        new(new(body.Unit, body.Number), body.Profile(), body.ProposedOn is { } on && on != default ? on : today, Illustrative: false)
        {
            Links = [.. answered.Zip(body.Links!, (a, l) => new ProjectCommand.Link(l.Kind, a.Id, l.Note, OtherKnown: true))],
        };

    private static async Task<IReadOnlyList<SimilarProject>> AlikeAsync(
        ProposalForm form, UnitKey unit, View view, ProjectReader projects, TableReader tables, CancellationToken ct)
    {
        if (VietnameseSearch.Bare(form.Name).Length == 0)
        {
            return [];
        }

        var table = SimilarProjectTable.To(form.Name, await projects.HasTrigramsAsync(ct));
        var request = new TableRequest { Sort = table.Find("similarity"), Descending = true, Limit = MostAlike };
        var byName = await ListPage.ReadAsync(tables, table, request, view.Eyes, ct);
        var words = await AlikeInWordsAsync(form, view, projects, ct);
        var missing = words.Keys.Except(byName.Rows.Select(r => r.Text("key"))).ToList();
        var byWords = missing.Count == 0
            ? []
            : (await ListPage.ReadAsync(tables, ProjectTable.Definition, new TableRequest { Ids = missing, Limit = missing.Count }, view.Eyes, ct)).Rows;
        return
        [
            .. byName.Rows.Select(r => Similar(r, r.Decimal("similarity")!.Value))
                .Concat(byWords.Select(r => Similar(r, 0)))
                .Where(s => s.Unit != unit || s.Key != $"{unit}/{form.Number}")
                .OrderByDescending(s => Math.Max(s.OfName, s.OfWords)),
        ];

        SimilarProject Similar(ListRow r, decimal ofName)
        {
            var (ofWords, common) = words.GetValueOrDefault(r.Text("key"), (0, []));
            return new(
                r.Text("key"), r.Text("name"), r.Unit(), r.Text("ownerAgency"), r.Text("state"), r.Text("category") == form.Category, r.Number("ceiling"),
                r.Texts("systems"), r.Is("illustrative"), ofName, ofWords, common, Math.Max(ofName, ofWords) >= ToAnswer, MayJoin: r.Unit() != unit);
        }
    }

    /// <summary>Projects of the chosen activity whose name and description say much the same, by their keys; the most alike few.</summary>
    private static async Task<Dictionary<string, (decimal Share, IReadOnlyList<string> Common)>> AlikeInWordsAsync(
        ProposalForm form, View view, ProjectReader projects, CancellationToken ct)
    {
        var own = new Likeness(form.Name, form.Description);
        var found = new List<(string Key, decimal Share, IReadOnlyList<string> Common)>();
        foreach (var other in await projects.DescribedAsync(form.Category, view.Eyes, ct))
        {
            var share = own.To(new Likeness(other.Name, other.Description), out var common);
            if (share >= AlikeWords)
            {
                found.Add((other.Key, share, common));
            }
        }

        return found.OrderByDescending(f => f.Share).Take(MostAlike).ToDictionary(f => f.Key, f => (f.Share, f.Common), StringComparer.Ordinal);
    }

    /// <summary>Brings what is said about the links, or about one of several systems, to the field of the page.</summary>
    private static Refusal AtField(Refusal refusal, List<SimilarProject> answered)
    {
        if (refusal.Field is { } field && OfLink().Match(field) is { Success: true } link
            && int.TryParse(link.Groups["at"].ValueSpan, System.Globalization.NumberStyles.None, null, out var at) && at < answered.Count)
        {
            return refusal with { Field = (link.Groups["part"].Value == "note" ? SimilarAnswer.WhyField : SimilarAnswer.WordField) + answered[at].Key };
        }

        // The rules name the field as the API does; on the page its label stands beside the reason.
        return (refusal.Code == ProjectRefusals.TextMissing.Code ? FormRefusals.TextMissing.About(refusal.Field!) : refusal) with
        {
            Field = refusal.Field switch { "on" => "proposedOn", ['s', 'y', 's', 't', 'e', 'm', 's', ..] => "systems", var other => other },
        };
    }

    private static RazorComponentResult<ProposalPage> Show(int status, ProposalForm form, IReadOnlyList<SimilarProject> alike, IReadOnlyList<Refusal> reasons, Reference reference) =>
        PageEndpoints.Page<ProposalPage>(
            status,
            (nameof(ProposalPage.Form), form),
            (nameof(ProposalPage.Alike), alike),
            (nameof(ProposalPage.Reasons), reasons),
            (nameof(ProposalPage.Reference), reference));

    [GeneratedRegex(@"^links\[(?<at>[0-9]{1,3})\]\.(?<part>[a-z]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfLink();
}

/// <summary>A project that looks like the proposed one: by its name, or by what name and description say.</summary>
/// <param name="State">As stored.</param>
/// <param name="SameActivity">Of the activity chosen in the form.</param>
/// <param name="Ceiling">Whole VND; null before approval.</param>
/// <param name="OfName">Likeness of the names, 0–1; 0 when they are not much alike.</param>
/// <param name="OfWords">Share of the words name and description have in common, 0–1; 0 when of another activity, or few.</param>
/// <param name="Common">Those words.</param>
/// <param name="MustAnswer">So much alike that the proposal waits for an answer.</param>
/// <param name="MayJoin">Of another province.</param>
public sealed record SimilarProject(
    string Key, string Name, UnitKey Unit, string OwnerAgency, string State, bool SameActivity, long? Ceiling, IReadOnlyList<string> Systems,
    bool Illustrative, decimal OfName, decimal OfWords, IReadOnlyList<string> Common, bool MustAnswer, bool MayJoin)
{
    public ProjectKey Id => ProjectKey.TryParse(Key, out var id) ? id : throw new InvalidOperationException($"'{Key}' was stored as the key of a project.");
}

/// <summary>Why the form is not taken, beside the reasons of the rules.</summary>
public static class ProposalRefusals
{
    /// <summary>{0} its name.</summary>
    public static readonly RefusalCode Unanswered = new(
        "proposal.similar-unanswered",
        "Hãy cho biết dự án này liên quan thế nào với \"{0}\".",
        "Say how this project relates to \"{0}\".");

    public static readonly RefusalCode UnitNeeded = new(
        "proposal.unit-needed",
        "Chỉ người của một tỉnh, thành phố mới đề xuất được dự án.",
        "Only people of a province propose projects.");
}
