using RegionLink.Domain.Common;

namespace RegionLink.Domain.Projects;

// STORED FORMAT.

/// <summary>In which form the money is spent; Decree 224/2026/NĐ-CP, chapter VI.</summary>
public enum SpendingForm
{
    InvestmentProject,
    Procurement,

    /// <summary>Hiring a service that is available on the market.</summary>
    ServiceOnMarket,

    /// <summary>Hiring a service that is not available on the market and is made to order.</summary>
    ServiceMadeToOrder,

    TrialDevelopment,
}

/// <summary>Phases every step belongs to, in the order they follow one another.</summary>
public enum StepPhase
{
    Preparation,
    Implementation,
    Closing,
}

/// <summary>Words for the classifications, for people and templates.</summary>
public static class Classifications
{
    public static (string Vi, string En) Title(this Pillar pillar) => pillar switch
    {
        Pillar.Government => ("Chính quyền số", "Digital government"),
        Pillar.Economy => ("Kinh tế số", "Digital economy"),
        Pillar.Society => ("Xã hội số", "Digital society"),
        _ => throw new ArgumentOutOfRangeException(nameof(pillar)),
    };

    public static (string Vi, string En) Title(this SpendingForm form) => form switch
    {
        SpendingForm.InvestmentProject => ("Dự án đầu tư", "Investment project"),
        SpendingForm.Procurement => ("Mua sắm", "Procurement"),
        SpendingForm.ServiceOnMarket => ("Thuê dịch vụ sẵn có trên thị trường", "Hiring of services available on the market"),
        SpendingForm.ServiceMadeToOrder => ("Thuê dịch vụ không sẵn có trên thị trường", "Hiring of services not available on the market"),
        SpendingForm.TrialDevelopment => ("Phát triển thử nghiệm", "Trial development"),
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };

    public static (string Vi, string En) Title(this StepPhase phase) => phase switch
    {
        StepPhase.Preparation => ("Chuẩn bị", "Preparation"),
        StepPhase.Implementation => ("Thực hiện", "Implementation"),
        StepPhase.Closing => ("Kết thúc", "Closing"),
        _ => throw new ArgumentOutOfRangeException(nameof(phase)),
    };
}
