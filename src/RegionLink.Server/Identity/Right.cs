namespace RegionLink.Server.Identity;

/// <summary>
/// One coarse permission. Every endpoint names exactly one; <see cref="RoleRights"/> says who has it. Which rows a caller sees and which
/// unit it may write for is decided besides, by <see cref="Caller"/>. In keys and answers a right is written camelCase.
/// </summary>
public enum Right
{
    /// <summary>Read what is public. Everybody, signed in or not.</summary>
    ReadPublic,

    /// <summary>Sign in, and ask who one is. Everybody.</summary>
    SignIn,

    /// <summary>Change one's own password and end one's own sessions. Every account; never a key.</summary>
    ManageOwnAccount,

    /// <summary>Read what provinces share with signed-in users, besides one's own unit's data.</summary>
    ReadShared,

    /// <summary>Read what provinces keep to themselves: the ministry and those who supervise. Counts for the own unit without it.</summary>
    ReadUnshared,

    /// <summary>Propose and keep projects.</summary>
    WriteProjects,

    /// <summary>Approve, cancel or re-baseline a project: whatever needs the second person.</summary>
    ApproveProjects,

    /// <summary>Keep budget lines.</summary>
    WriteBudgets,

    /// <summary>Open, close and re-open fiscal years and state total expenditure.</summary>
    ManageFiscalYears,

    /// <summary>Decide what the own unit shares with whom.</summary>
    ManageSharing,

    /// <summary>Fill in a report and hand it to the approver.</summary>
    EnterFigures,

    /// <summary>Approve and submit a report.</summary>
    ApproveReports,

    /// <summary>Open reporting periods and grant extensions.</summary>
    ManagePeriods,

    /// <summary>Return single figures of a report, or accept it.</summary>
    ReviewReports,

    /// <summary>Publish accepted reports.</summary>
    PublishReports,

    /// <summary>Set and change targets of the region.</summary>
    ManageTargets,

    /// <summary>Set a higher target for the own unit.</summary>
    RaiseTarget,

    /// <summary>Ask a dated question on a number.</summary>
    AskQuestions,

    /// <summary>Answer a question on the own unit's number.</summary>
    AnswerQuestions,

    /// <summary>Record and revise observations.</summary>
    WriteObservations,

    /// <summary>Load files.</summary>
    Import,

    /// <summary>Keep accounts and keys, of the own unit or of everybody.</summary>
    ManageAccounts,

    /// <summary>Read who signed in, who changed accounts, who read what is not public.</summary>
    ReadAudit,

    /// <summary>Read the running server's measurements.</summary>
    ReadOperations,
}
