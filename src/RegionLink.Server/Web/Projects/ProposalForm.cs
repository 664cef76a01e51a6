using RegionLink.Domain.Common;
using RegionLink.Domain.Projects;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Projects;

namespace RegionLink.Server.Web.Projects;

/// <summary>One source of funds of a proposal, as typed.</summary>
public sealed record FundingDraft(string Kind, string Name, string Amount)
{
    public static readonly FundingDraft Empty = new(DomainWords.Of(FundingKind.State), "", "");

    public bool IsEmpty => Name.Length == 0 && Amount.Length == 0;
}

/// <summary>A project that is being proposed, as typed. Its fields are named as the API names them, so that refusals find them.</summary>
public sealed record ProposalForm(
    string Number, string Name, string OwnerAgency, string Description, string Pillar, string Category, string Form, string Regime, string TransitionalGround,
    IReadOnlyList<FundingDraft> Funding, string Systems, string ProposedOn)
{
    private const int FewestSources = 2;

    /// <summary>Asked for another source of funds, not yet for the project.</summary>
    public bool WantsAnother { get; private init; }

    /// <summary>Similar projects were on the page that sent this.</summary>
    public bool Looked { get; private init; }

    /// <summary>Language its numbers were typed in.</summary>
    public Language Notation { get; private init; }

    /// <summary>What was answered about similar projects, by their keys.</summary>
    public IReadOnlyDictionary<string, SimilarAnswer> Answers { get; private init; } = new Dictionary<string, SimilarAnswer>();

    /// <param name="name">Words somebody searched for without finding them.</param>
    public static ProposalForm Empty(DateOnly today, string name) => new(
        "", name, "", "", "", "", "", DomainWords.Of(LegalRegimes.InForceOn(today)), "", [FundingDraft.Empty, FundingDraft.Empty], "", View.Day(today));

    public static ProposalForm Of(IFormCollection form)
    {
        var funding = Enumerable.Range(0, ProjectProfile.MaxFunding)
            .TakeWhile(i => form.ContainsKey($"funding[{i}].name"))
            .Select(i => new FundingDraft(Field($"funding[{i}].kind"), Field($"funding[{i}].name"), Field($"funding[{i}].amount")))
            .ToList();
        var another = form["another"].Count > 0;
        while (funding.Count < FewestSources || (another && funding.TrueForAll(f => !f.IsEmpty) && funding.Count < ProjectProfile.MaxFunding))
        {
            funding.Add(FundingDraft.Empty);
        }

        return new(
            Field("number"), Field("name"), Field("ownerAgency"), Field("description"), Field("pillar"), Field("category"), Field("form"), Field("regime"),
            Field("transitionalGround"), funding, form["systems"].ToString(), Field("proposedOn"))
        {
            WantsAnother = another,
            Looked = form["looked"].Count > 0,
            Notation = Typed.NotationOf(form),
            Answers = SimilarAnswer.Of(form),
        };

        string Field(string name) => form[name].ToString().Trim();
    }

    /// <summary>What is sent to be proposed; means nothing about fields that could not be read.</summary>
    internal ProposalBody Read(UnitKey unit, IReadOnlyList<ProjectLinkBody> links, FieldReader read) => new(
        unit, Number, Name, OwnerAgency,
        read.Choice<Pillar>("pillar", Pillar), read.Choice<ActivityCategory>("category", Category),
        read.Choice<SpendingForm>("form", Form), read.Choice<LegalRegime>("regime", Regime),
        [.. Funding.Index().Where(f => !f.Item.IsEmpty).Select(f => new FundingSource(
            DomainWords.TryRead<FundingKind>(f.Item.Kind, out var kind) ? kind : FundingKind.State,
            f.Item.Name,
            read.RequiredMoney($"funding[{f.Index}].amount", f.Item.Amount)))],
        TransitionalGround.Length == 0 ? null : TransitionalGround,
        Description.Length == 0 ? null : Description,
        [.. Systems.Split('\n').Select(s => s.Trim()).Where(s => s.Length > 0)],
        read.Day("proposedOn", ProposedOn),
        Links: links);
}
