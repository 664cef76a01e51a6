using System.CommandLine;
using RegionLink.Domain.Imports;
using RegionLink.Runtime.Imports;
using RegionLink.Server.Files;
using RegionLink.Server.Imports;

namespace RegionLink.Server.CommandLine;

/// <summary><c>regionlink import</c>: takes a file in as the platform itself, and shows progress, every fault and every question.</summary>
internal static class ImportCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<FileInfo>("file") { Description = "Tệp Excel (.xlsx) hoặc CSV UTF-8 / Excel (.xlsx) or CSV in UTF-8" };
        var kind = new Option<string>("--kind") { Required = true, Description = "Loại tệp: projects, budget-lines… / Kind of file" };
        var unit = FileOptionsOf.Unit();
        var dryRun = new Option<bool>("--dry-run") { Description = "Chỉ xem sẽ thay đổi gì / Only show what would change" };
        var goodRows = new Option<bool>("--good-rows") { Description = "Ghi các dòng không lỗi dù có dòng lỗi / Write the good rows even when others have faults" };
        var numbers = new Option<string?>("--numbers") { Description = "Cách viết số khi tệp không tự cho biết: vi (1.234,5) hoặc en (1,234.5) / How numbers are written when the file does not tell" };
        numbers.AcceptOnlyFromAmong("vi", "en");
        var confirm = new Option<string[]>("--confirm") { Description = "Trả lời câu hỏi: mã=lý do / Answer a question: id=reason" };
        var data = CommonOptions.Data();
        var command = new Command("import", "Nhập một tệp; cùng một tệp nhập hai lần không đổi gì thêm / Take a file in; the same file twice changes nothing more")
        {
            file, kind, unit, dryRun, goodRows, numbers, confirm, data,
        };
        command.SetAction(async (given, ct) =>
        {
            var source = given.GetRequiredValue(file);
            if (!source.Exists)
            {
                terminal.Complain($"Không có tệp {source.FullName}.", $"There is no file {source.FullName}.");
                return ExitCode.Faults;
            }

            await using var database = await DatabaseSession.JoinAsync(given.GetValue(data), terminal, ct);
            await using var host = OfflineHost.Create(database);
            var imports = host.Services.GetRequiredService<FileImports>();
            var limits = new FileLimits();
            await using var content = source.OpenRead();
            var received = await ReceivedFile.TakeAsync(content, source.Name, limits, ct);
            var request = new ImportRequest(
                given.GetRequiredValue(kind),
                new ImportScope(FileOptionsOf.UnitOf(given.GetValue(unit)), _ => true, FileOptionsOf.Context(), received.Name, received.Hash, Answers(given.GetValue(confirm) ?? [])),
                received.Size,
                given.GetValue(numbers) switch { "vi" => NumberNotation.Vietnamese, "en" => NumberNotation.English, _ => null },
                given.GetValue(dryRun),
                given.GetValue(goodRows),
                () => Load(received, limits));
            if (imports.Find(request.Kind) is null)
            {
                await received.DisposeAsync();
                var unknown = ImportRefusals.KindUnknown.With(request.Kind, string.Join(", ", imports.Kinds));
                terminal.Complain(unknown.Vi, unknown.En);
                return ExitCode.Faults;
            }

            var (id, end) = await imports.BeginAsync(request, null, new Steps(terminal), ct);
            await end;
            return Tell(terminal, (await imports.ReadAsync(id, ct))!, await imports.FirstFaultsAsync(id, int.MaxValue, ct));
        });
        return command;
    }

    private static (IReadOnlyList<RawSheet>, ImportFault?) Load(ReceivedFile file, FileLimits limits)
    {
        using (file.Content)
        {
            return FileReader.Read(file.Content, limits);
        }
    }

    private static Dictionary<string, string> Answers(string[] given) =>
        given.Select(answer => answer.Split('=', 2)).Where(parts => parts.Length == 2).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

    private static int Tell(Terminal terminal, ImportReport report, IReadOnlyList<ImportFault> faults)
    {
        foreach (var fault in faults)
        {
            var place = string.Join(' ', new[] { fault.Sheet, fault.Cell, fault.Value is null ? null : $"'{fault.Value}'" }.OfType<string>());
            terminal.Complain($"{place}: {fault.Vi} {fault.RemedyVi} [{fault.Code}]".TrimStart(':', ' '), $"  {fault.En} {fault.RemedyEn}".TrimEnd());
        }

        foreach (var question in report.Questions)
        {
            terminal.Complain($"{question.Text(Language.Vi)} (--confirm \"{question.Id}=…\")", question.Text(Language.En));
        }

        var counts = report.Counts;
        terminal.Say(
            $"{report.RowsRead} dòng: {counts.New} mới, {counts.Changed} thay đổi, {counts.Unchanged} không đổi, {counts.Conflict} xung đột, {counts.Faulty} có lỗi; đã ghi {counts.Written}.",
            $"{report.RowsRead} rows: {counts.New} new, {counts.Changed} changed, {counts.Unchanged} unchanged, {counts.Conflict} in conflict, {counts.Faulty} with faults; {counts.Written} written.");
        if (report.Failure is not null)
        {
            var interrupted = ImportRefusals.Interrupted.With();
            terminal.Complain(interrupted.Vi, interrupted.En);
        }

        return report.Status switch
        {
            ImportStatus.Done or ImportStatus.Ready => ExitCode.Done,
            ImportStatus.Failed => ExitCode.Unavailable,
            _ => ExitCode.Faults,
        };
    }

    /// <summary>Says when a stage begins and, in long ones, how far it is.</summary>
    private sealed class Steps(Terminal terminal) : IProgress<ImportProgress>
    {
        private ImportProgress? _last;
        private int _beats;

        public void Report(ImportProgress value)
        {
            _beats++;
            if (value.Stage != _last?.Stage || (value.Done != _last.Done && _beats % 4 == 0))
            {
                var (vi, en) = value.Stage switch
                {
                    ImportStage.Load => ("đọc tệp", "load"),
                    ImportStage.Prepare => ("chuẩn bị", "prepare"),
                    ImportStage.Validate => ("kiểm tra", "validate"),
                    _ => ("ghi", "write"),
                };
                terminal.Detail($"  {vi} / {en}{(value.Total > 0 ? $" {value.Done}/{value.Total}" : "")}");
                _last = value;
            }
        }
    }
}
