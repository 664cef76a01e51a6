using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Npgsql;
using RegionLink.Domain.Common;
using RegionLink.Domain.Imports;
using RegionLink.Domain.Projects;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Projects;
using ViewerDatabase = RegionLink.Runtime.Queries.ViewerDatabase;

namespace RegionLink.Runtime.Imports.Kinds;

/// <summary>Projects as a file: one row each, what their unit says of them. Approval, course and progress have their own doors.</summary>
public sealed class ProjectImport(GrainHost host, NpgsqlDataSource dataSource, ViewerDatabase viewed) : IImportKind
{
    private const string Select = "select key, version, detail::text from project where key = any($1)";

    private const string SelectOfUnit = "select key, version, detail::text from project where unit = $1 order by key";

    private const string SelectUsual = """
        select (source ->> 'amount')::numeric
          from project p cross join lateral jsonb_array_elements(p.detail -> 'profile' -> 'funding') as source
         where p.unit = any($1)
         limit 5000
        """;

    public ImportTemplate Template => ProjectColumns.Template;

    public async Task<ImportPlan> PlanAsync(IReadOnlyList<TypedRow> rows, ImportScope scope, CancellationToken ct)
    {
        var faults = new List<ImportFault>();
        var keyed = new List<(TypedRow Row, ProjectKey Key)>(rows.Count);
        foreach (var row in rows)
        {
            if (scope.UnitOf(row, "unit", faults) is not { } unit)
            {
                continue;
            }

            if (ProjectKey.TryNormalise(row.Text("number"), out var number))
            {
                keyed.Add((row, new ProjectKey(unit, number)));
            }
            else
            {
                faults.Add(row.Fault(ProjectRefusals.NumberInvalid.About("number", row.Text("number"), ProjectKey.MaxNumberLength), "number"));
            }
        }

        var held = await HeldAsync([.. keyed.Select(k => k.Key.ToString())], ct);
        var planned = new List<PlannedRow>(keyed.Count);
        foreach (var (row, key) in keyed)
        {
            var (before, profile) = held.GetValueOrDefault(key.ToString());
            if (RowPlan.Of(row, key.ToString(), before, Template, faults) is { } plan)
            {
                planned.Add(plan.Writes ? plan with { What = CommandOf(row, key, profile, plan.Change, faults) } : plan);
            }
        }

        // A row whose funding cannot be told has its fault; it is not sent.
        var usual = await UsualAsync([.. keyed.Select(k => k.Key.Unit.ToString()).Distinct()], ct);
        return new([.. planned.Where(plan => !plan.Writes || plan.What is not null)], faults, usual);
    }

    public Task<IReadOnlyList<RowAnswer>> SendAsync(
        IReadOnlyList<PlannedRow> rows, ImportScope scope, bool rehearsal, Action progress, CancellationToken ct) => RowCommands.SendAsync(
        rows,
        scope,
        rehearsal,
        async (row, envelope, cancel) =>
            RowCommands.Of(await host.SendAsync(ProjectGrain.Type, row.Key, (ProjectCommand)row.What!, envelope, cancel), ProjectColumns.ColumnOf),
        progress,
        ct);

    public async IAsyncEnumerable<IReadOnlyDictionary<string, object?>> ExportAsync(ExportScope scope, [EnumeratorCancellation] CancellationToken ct)
    {
        var statement = new NpgsqlBatchCommand(SelectOfUnit) { Parameters = { new() { Value = scope.Unit.ToString() } } };
        await using var read = await viewed.ReadAsync(scope.Viewer, ct, statement);
        while (await read.Reader.ReadAsync(ct))
        {
            var project = Read(read.Reader, 2);
            yield return new Dictionary<string, object?>(ProjectColumns.Of(project)) { [ImportTemplate.Version.Key] = read.Reader.GetInt64(1) };
        }
    }

    private static ProjectCommand? CommandOf(TypedRow row, ProjectKey key, ProjectProfile? before, RowChange change, List<ImportFault> faults)
    {
        if (ProjectColumns.ProfileOf(row, before, faults) is not { } profile)
        {
            return null;
        }

        return change == RowChange.New
            ? new ProjectCommand.Propose(key, profile, row.Date("proposedOn")!.Value, Illustrative: false)
            : new ProjectCommand.Revise(profile, row.Text("reason"));
    }

    private async Task<Dictionary<string, (HeldRow Row, ProjectProfile Profile)>> HeldAsync(string[] keys, CancellationToken ct)
    {
        var held = new Dictionary<string, (HeldRow, ProjectProfile)>(StringComparer.Ordinal);
        await using var command = dataSource.CreateCommand(Select);
        command.Parameters.Add(new() { Value = keys });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var project = Read(reader, 2);
            held[reader.GetString(0)] = (new HeldRow(reader.GetString(0), reader.GetInt64(1), ProjectColumns.Of(project)), project.Profile!);
        }

        return held;
    }

    private async Task<Dictionary<string, IReadOnlyList<decimal>>> UsualAsync(string[] units, CancellationToken ct)
    {
        var amounts = new List<decimal>();
        await using var command = dataSource.CreateCommand(SelectUsual);
        command.Parameters.Add(new() { Value = units });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            amounts.Add(reader.GetDecimal(0));
        }

        return ProjectColumns.Amounts.ToDictionary(column => column, _ => (IReadOnlyList<decimal>)amounts, StringComparer.Ordinal);
    }

    private static Project Read(NpgsqlDataReader reader, int column) =>
        JsonSerializer.Deserialize<Project>(reader.GetString(column), StoredJson.Options)!;
}

/// <summary>The columns of a project's row and what they are in the project.</summary>
internal static class ProjectColumns
{
    /// <summary>Sources of money a row has room for; further ones of a project stay as they are.</summary>
    private const int Sources = 3;

    private static readonly string[] Slots = [.. Enumerable.Range(1, Sources).Select(i => $"source{i}")];

    public static IReadOnlyList<string> Amounts { get; } = [.. Slots.Select(slot => slot + "Amount")];

    public static ImportTemplate Template { get; } = new("projects", "Dự án", "Projects",
    [
        new("unit", "Đơn vị", "Unit", ColumnType.Text)
        {
            Identity = true,
            HintVi = "Mã và ngày hiệu lực của tỉnh, ví dụ 79@2025-07-01. Để trống: đơn vị của người nhập.",
            HintEn = "Code and first day of the province, such as 79@2025-07-01. Empty: the unit of whoever imports.",
        },
        new("number", "Mã dự án", "Number", ColumnType.Text)
        {
            Required = true,
            Identity = true,
            MaxLength = ProjectKey.MaxNumberLength,
            HintVi = "Duy nhất trong đơn vị; chữ không dấu, chữ số và - . _",
            HintEn = "Unique within the unit; unaccented letters, digits and - . _",
        },
        new("name", "Tên dự án", "Name", ColumnType.Text) { Required = true, MaxLength = 300, Width = 50 },
        new("ownerAgency", "Chủ đầu tư", "Owner agency", ColumnType.Text) { Required = true, MaxLength = 300, Width = 36 },
        new("proposedOn", "Ngày đề xuất", "Proposed on", ColumnType.Date) { Required = true, Fixed = true },
        new("pillar", "Trụ cột", "Pillar", ColumnType.Choice) { Required = true, Allowed = Vocabulary.Pillars },
        new("category", "Nhóm hoạt động", "Activity", ColumnType.Choice)
        {
            Required = true,
            Allowed = Vocabulary.Categories,
            Width = 40,
            HintVi = "Hoạt động chính theo Điều 4 Luật 148/2025/QH15",
            HintEn = "Main activity, Law 148/2025/QH15, article 4",
        },
        new("form", "Hình thức", "Spending form", ColumnType.Choice) { Required = true, Allowed = Vocabulary.Forms, Width = 30 },
        new("regime", "Nghị định áp dụng", "Legal regime", ColumnType.Choice) { Required = true, Allowed = Vocabulary.Regimes, Width = 26 },
        new("transitionalGround", "Căn cứ chuyển tiếp", "Transitional ground", ColumnType.Text)
        {
            MaxLength = 2000,
            HintVi = "Chỉ khi nghị định áp dụng đã hết hiệu lực",
            HintEn = "Only when the regime has ended",
        },
        .. Slots.SelectMany((slot, i) => Slot(slot, i + 1)),
        new("systems", "Hệ thống kế thừa", "Systems it builds on", ColumnType.Text)
        {
            MaxLength = 20_000,
            Lines = true,
            Width = 30,
            HintVi = "Mỗi hệ thống một dòng trong ô (Alt+Enter)",
            HintEn = "One system a line within the cell (Alt+Enter)",
        },
        new("description", "Mô tả", "Description", ColumnType.Text) { MaxLength = 2000, Width = 40 },
        new("state", "Trạng thái", "State", ColumnType.Choice) { ReadOnly = true, Allowed = Vocabulary.States },
        new("ceiling", "Hạn mức được duyệt", "Approved ceiling", ColumnType.Money) { ReadOnly = true },
        new("reason", "Lý do thay đổi", "Reason for the change", ColumnType.Text)
        {
            Passing = true,
            MaxLength = 2000,
            Width = 30,
            HintVi = "Bắt buộc khi sửa dự án đã được phê duyệt",
            HintEn = "Needed when an approved project is changed",
        },
    ]);

    /// <summary>A project as a row.</summary>
    public static Dictionary<string, object?> Of(Project project)
    {
        var profile = project.Profile!;
        var row = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["unit"] = project.Unit.ToString(),
            ["number"] = project.Number,
            ["name"] = profile.Name,
            ["ownerAgency"] = profile.OwnerAgency,
            ["proposedOn"] = project.First(ProjectState.Proposed),
            ["pillar"] = Vocabulary.Code(Vocabulary.Pillars, profile.Pillar),
            ["category"] = Vocabulary.Code(Vocabulary.Categories, profile.Category),
            ["form"] = Vocabulary.Code(Vocabulary.Forms, profile.Form),
            ["regime"] = Vocabulary.Code(Vocabulary.Regimes, profile.Regime),
            ["transitionalGround"] = profile.TransitionalGround,
            ["systems"] = string.Join('\n', profile.Systems),
            ["description"] = profile.Description,
            ["state"] = project.State() is { } state ? Vocabulary.Code(Vocabulary.States, state) : null,
            ["ceiling"] = project.Ceiling,
        };
        for (var i = 0; i < Math.Min(Sources, profile.Funding.Length); i++)
        {
            row[Slots[i] + "Kind"] = Vocabulary.Code(Vocabulary.FundingKinds, profile.Funding[i].Kind);
            row[Slots[i] + "Name"] = profile.Funding[i].Name;
            row[Slots[i] + "Amount"] = profile.Funding[i].Amount;
        }

        return row;
    }

    /// <summary>The profile a row asks for; columns the file lacks are taken from what is held. Null, with a fault, when a source of money is incomplete.</summary>
    public static ProjectProfile? ProfileOf(TypedRow row, ProjectProfile? before, List<ImportFault> faults)
    {
        var funding = FundingOf(row, before, faults);
        return funding is null ? null : new ProjectProfile(
            row.Text("name")!,
            row.Text("ownerAgency")!,
            Vocabulary.Member<Pillar>(Vocabulary.Pillars, row.Text("pillar")!),
            Vocabulary.Member<ActivityCategory>(Vocabulary.Categories, row.Text("category")!),
            Vocabulary.Member<SpendingForm>(Vocabulary.Forms, row.Text("form")!),
            Vocabulary.Member<LegalRegime>(Vocabulary.Regimes, row.Text("regime")!),
            funding.Value)
        {
            TransitionalGround = row.Has("transitionalGround") ? row.Text("transitionalGround") : before?.TransitionalGround,
            Description = row.Has("description") ? row.Text("description") : before?.Description,
            Systems = row.Has("systems")
                ? [.. (row.Text("systems") ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]
                : before?.Systems ?? [],
        };
    }

    /// <summary>Which column a field of the command stands in.</summary>
    public static string? ColumnOf(string? field)
    {
        if (field is null)
        {
            return null;
        }

        if (field.StartsWith("funding[", StringComparison.Ordinal)
            && int.TryParse(field.AsSpan(8, field.IndexOf(']', StringComparison.Ordinal) - 8), NumberStyles.None, CultureInfo.InvariantCulture, out var at))
        {
            return at < Sources ? Slots[at] + (field.EndsWith("name", StringComparison.Ordinal) ? "Name" : "Amount") : null;
        }

        return field switch
        {
            "on" => "proposedOn",
            "funding" => Slots[0] + "Amount",
            _ when field.StartsWith("systems", StringComparison.Ordinal) => "systems",
            _ => field,
        };
    }

    private static ImmutableArray<FundingSource>? FundingOf(TypedRow row, ProjectProfile? before, List<ImportFault> faults)
    {
        var held = before?.Funding ?? [];
        var funding = new List<FundingSource>();
        var whole = true;
        for (var i = 0; i < Sources; i++)
        {
            var slot = Slots[i];
            if (!row.Has(slot + "Kind") && !row.Has(slot + "Name") && !row.Has(slot + "Amount"))
            {
                funding.AddRange(held.Skip(i).Take(1));
                continue;
            }

            var (kind, name, amount) = (row.Text(slot + "Kind"), row.Text(slot + "Name"), row.Money(slot + "Amount"));
            if (kind is null && name is null && amount is null)
            {
                continue;
            }

            foreach (var missing in new[] { kind is null ? "Kind" : null, name is null ? "Name" : null, amount is null ? "Amount" : null }.OfType<string>())
            {
                var column = Template.Column(slot + missing);
                faults.Add(row.Fault(CellFaults.Missing, column.Key, column.Vi, column.En));
                whole = false;
            }

            if (whole)
            {
                funding.Add(new FundingSource(Vocabulary.Member<FundingKind>(Vocabulary.FundingKinds, kind!), name!, amount!.Value));
            }
        }

        return whole ? [.. funding, .. held.Skip(Sources)] : null;
    }

    private static IEnumerable<ImportColumn> Slot(string slot, int number) =>
    [
        new(slot + "Kind", $"Nguồn vốn {number}: loại", $"Source {number}: kind", ColumnType.Choice) { Allowed = Vocabulary.FundingKinds, Width = 24 },
        new(slot + "Name", $"Nguồn vốn {number}: tên", $"Source {number}: name", ColumnType.Text) { MaxLength = 300, Width = 24 },
        new(slot + "Amount", $"Nguồn vốn {number}: số tiền", $"Source {number}: amount", ColumnType.Money) { Min = 0, Width = 20 },
    ];
}
