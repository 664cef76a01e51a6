using System.CommandLine;
using RegionLink.Domain.Common;
using RegionLink.Domain.Imports;

namespace RegionLink.Server.CommandLine;

/// <summary>Options of the commands that take files in and out.</summary>
internal static class FileOptionsOf
{
    public static Option<string?> Unit()
    {
        var unit = new Option<string?>("--unit") { HelpName = "79@2025-07-01", Description = "Đơn vị của các dòng không ghi đơn vị / Unit of rows that name none" };
        unit.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string?>() is { } text && !UnitKey.TryParse(text, out _))
            {
                given.AddError("--unit: 79@2025-07-01.");
            }
        });
        return unit;
    }

    public static Option<string> Lang()
    {
        var lang = new Option<string>("--lang") { DefaultValueFactory = _ => "vi", Description = "Ngôn ngữ của tệp: vi hoặc en / Language of the file" };
        lang.AcceptOnlyFromAmong("vi", "en");
        return lang;
    }

    public static UnitKey? UnitOf(string? text) => text is null ? null : UnitKey.Parse(text);

    public static Language LanguageOf(string lang) => lang == "en" ? Language.En : Language.Vi;

    /// <summary>Whoever runs the program on the server's own machine acts as the platform.</summary>
    public static CommandContext Context()
    {
        var ticks = DateTimeOffset.UtcNow.Ticks;
        return new CommandContext(new Actor(ActorKind.Platform, "command-line"), new DateTimeOffset(ticks - (ticks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero));
    }
}
