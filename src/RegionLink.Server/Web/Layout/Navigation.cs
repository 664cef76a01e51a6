using RegionLink.Server.Identity;

namespace RegionLink.Server.Web.Layout;

/// <summary>The one list of what the navigation offers; an entry is shown to those who may open it.</summary>
internal static class Navigation
{
    public static readonly IReadOnlyList<NavigationEntry> Entries =
    [
        new("/", ShellTexts.Region, Right.ReadPublic),
        new("/provinces", ShellTexts.Provinces, Right.ReadPublic),
        new("/targets", Targets.TargetTexts.Title, Right.ReadPublic),
        new("/projects", ShellTexts.Projects, Right.ReadPublic),
        new("/explorer", ShellTexts.Explorer, Right.ReadPublic),
        new("/desk", ShellTexts.Desk, Right.AnswerQuestions),
        new("/coordination", ShellTexts.Coordination, Right.AskQuestions),
        new("/users", Administration.AdministrationTexts.Users, Right.ManageAccounts),
        new("/keys", Administration.AdministrationTexts.Keys, Right.ManageAccounts),
        new("/audit", Administration.AdministrationTexts.Audit, Right.ReadAudit),
        new("/glossary", ShellTexts.Glossary, Right.ReadPublic),
    ];
}

/// <param name="Address">First part of the addresses that belong to it.</param>
internal sealed record NavigationEntry(string Address, Text Title, Right Right)
{
    public bool Covers(PathString path) => Address == "/" ? path == "/" || path.StartsWithSegments("/region", StringComparison.OrdinalIgnoreCase) : path.StartsWithSegments(Address, StringComparison.OrdinalIgnoreCase);
}
