using System.CommandLine;
using RegionLink.Runtime.Imports;
using RegionLink.Runtime.Queries;
using RegionLink.Server.Imports;

namespace RegionLink.Server.CommandLine;

/// <summary><c>regionlink template</c> and <c>regionlink export</c>: the same file, empty or filled; its ending says whether it is xlsx or csv.</summary>
internal static class ExportCommand
{
    public static Command CreateTemplate(Terminal terminal)
    {
        var (kind, file, lang, data) = (Kind(), Out(), FileOptionsOf.Lang(), CommonOptions.Data());
        var command = new Command("template", "Ghi tệp mẫu trống có danh mục và hướng dẫn / Write an empty template with lists and hints") { kind, file, lang, data };
        command.SetAction((given, ct) => WriteAsync(
            terminal, given.GetValue(data), given.GetRequiredValue(kind), given.GetRequiredValue(file), given.GetRequiredValue(lang), null, ct));
        return command;
    }

    public static Command CreateExport(Terminal terminal)
    {
        var (kind, file, lang, data) = (Kind(), Out(), FileOptionsOf.Lang(), CommonOptions.Data());
        var unit = FileOptionsOf.Unit();
        unit.Required = true;
        var year = new Option<int?>("--year") { Description = "Năm ngân sách / Fiscal year" };
        var report = new Option<string?>("--report") { Description = "Mã kỳ, cho loại report / Id of the period, for the kind report" };
        var command = new Command("export", "Ghi dữ liệu đang có ra tệp mẫu, để sửa rồi nhập lại / Write what is held into the template, to be changed and imported") { kind, file, unit, year, report, lang, data };
        command.Validators.Add(given =>
        {
            if (given.GetValue(kind) == "report" && given.GetValue(report) is null)
            {
                given.AddError("Loại report cần --report KỲ, ví dụ --report 2026-11 / The kind report needs --report PERIOD");
            }
        });
        command.SetAction((given, ct) => WriteAsync(
            terminal, given.GetValue(data), given.GetRequiredValue(kind), given.GetRequiredValue(file), given.GetRequiredValue(lang),
            new ExportScope(FileOptionsOf.UnitOf(given.GetValue(unit))!.Value, given.GetValue(year), given.GetValue(report), TableViewer.Anybody with { Everything = true }), ct));
        return command;
    }

    private static Argument<string> Kind() => new("kind") { Description = "projects, budget-lines, observations, report" };

    private static Argument<FileInfo> Out() => new("file") { Description = "Tệp .xlsx hoặc .csv sẽ được ghi / The .xlsx or .csv file to write" };

    private static async Task<int> WriteAsync(
        Terminal terminal, string? dataFolder, string kindName, FileInfo file, string lang, ExportScope? scope, CancellationToken ct)
    {
        await using var database = await DatabaseSession.JoinAsync(dataFolder, terminal, ct);
        await using var host = OfflineHost.Create(database);
        var imports = host.Services.GetRequiredService<FileImports>();
        if (imports.Find(kindName) is not { } kind)
        {
            var unknown = ImportRefusals.KindUnknown.With(kindName, string.Join(", ", imports.Kinds));
            terminal.Complain(unknown.Vi, unknown.En);
            return ExitCode.Faults;
        }

        var csv = string.Equals(file.Extension, ".csv", StringComparison.OrdinalIgnoreCase);
        if (!csv && !string.Equals(file.Extension, ".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            terminal.Complain("Tên tệp phải kết thúc bằng .xlsx hoặc .csv.", "The file name must end in .xlsx or .csv.");
            return ExitCode.Faults;
        }

        var rows = scope is null ? null : kind.ExportAsync(scope, ct);
        await using (var target = file.Create())
        {
            var language = FileOptionsOf.LanguageOf(lang);
            await (csv
                ? TemplateFile.WriteCsvAsync(target, kind.Template, language, ',', rows, ct)
                : TemplateFile.WriteXlsxAsync(target, kind.Template, language, rows, ct));
        }

        terminal.Say($"Đã ghi {file.FullName}.", $"Wrote {file.FullName}.");
        return ExitCode.Done;
    }
}
