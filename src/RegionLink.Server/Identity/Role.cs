namespace RegionLink.Server.Identity;

/// <summary>What somebody is to the platform. An account holds one or more, all bound to the account's unit, or to the region.</summary>
public enum Role
{
    /// <summary>Keeps a province's projects, budget lines and figures (người nhập liệu). Bound to a unit.</summary>
    Reporter,

    /// <summary>Answers for what a province hands in (người phê duyệt). Bound to a unit.</summary>
    Approver,

    /// <summary>Steers the region for the ministry (điều phối, "nhạc trưởng"). Bound to the region.</summary>
    Coordinator,

    /// <summary>Council or front: reads and asks (giám sát). Bound to a unit or the region.</summary>
    Supervisor,

    /// <summary>Reads what is shared for research (nhà nghiên cứu). Bound to the region.</summary>
    Researcher,

    /// <summary>Keeps accounts and keys (quản trị viên), of one unit or of everybody. Sees no province's data by this role.</summary>
    Administrator,
}
