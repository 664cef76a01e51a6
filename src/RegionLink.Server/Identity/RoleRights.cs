using System.Collections.Frozen;

namespace RegionLink.Server.Identity;

/// <summary>The one table from roles to rights. What is not here is denied.</summary>
public static class RoleRights
{
    /// <summary>What everybody may, signed in or not.</summary>
    public static readonly FrozenSet<Right> Everybody = [Right.ReadPublic, Right.SignIn];

    private static readonly FrozenDictionary<Role, FrozenSet<Right>> Table = new Dictionary<Role, FrozenSet<Right>>
    {
        [Role.Reporter] =
        [
            Right.ReadShared, Right.WriteProjects, Right.WriteBudgets, Right.EnterFigures,
            Right.WriteObservations, Right.Import, Right.AnswerQuestions,
        ],
        [Role.Approver] =
        [
            Right.ReadShared, Right.ApproveProjects, Right.ManageFiscalYears, Right.ManageSharing,
            Right.ApproveReports, Right.RaiseTarget, Right.AnswerQuestions,
        ],
        [Role.Coordinator] =
        [
            Right.ReadShared, Right.ReadUnshared, Right.ManagePeriods, Right.ReviewReports, Right.PublishReports, Right.ManageTargets,
            Right.WriteObservations, Right.Import, Right.AskQuestions,
        ],
        [Role.Supervisor] = [Right.ReadShared, Right.ReadUnshared, Right.AskQuestions],
        [Role.Researcher] = [Right.ReadShared],
        [Role.Administrator] = [Right.ManageAccounts, Right.ReadAudit, Right.ReadOperations],
    }.ToFrozenDictionary();

    /// <summary>The rights of somebody signed in with these roles, including what everybody may.</summary>
    public static FrozenSet<Right> Of(IEnumerable<Role> roles) =>
        roles.SelectMany(role => Table[role]).Concat(Everybody).Append(Right.ManageOwnAccount).ToFrozenSet();

    /// <summary>Rights an API key can carry: all but those where a person answers for the deed.</summary>
    public static FrozenSet<Right> ForKeys { get; } =
        Enum.GetValues<Right>()
            .Except([Right.ManageOwnAccount, Right.ManageAccounts, Right.ApproveProjects, Right.ApproveReports, Right.PublishReports])
            .ToFrozenSet();

    /// <summary>Rights that somebody bound to the region (true) or to a unit (false) can have at all.</summary>
    public static FrozenSet<Right> OfBinding(bool region) =>
        Of(Enum.GetValues<Role>().Where(role => region ? Binding(role).Region : Binding(role).Unit));

    /// <summary>Whether a role may be bound to a unit (true), and to the region (true) or not (false).</summary>
    public static (bool Unit, bool Region) Binding(Role role) => role switch
    {
        Role.Reporter or Role.Approver => (true, false),
        Role.Coordinator or Role.Researcher => (false, true),
        _ => (true, true),
    };
}
