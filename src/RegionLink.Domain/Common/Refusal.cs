namespace RegionLink.Domain.Common;

/// <summary>One reason why a command was not accepted. A value, not an exception: nobody made a mistake in the code.</summary>
/// <param name="Code">Stable code, see <see cref="RefusalCode"/>.</param>
/// <param name="Vi">Full sentence in Vietnamese.</param>
/// <param name="En">Full sentence in English.</param>
/// <param name="Field">Input the reason is about; null when it is about the whole command.</param>
public sealed record Refusal(string Code, string Vi, string En, string? Field = null);
