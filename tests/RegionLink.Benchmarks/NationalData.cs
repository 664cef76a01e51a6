using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using RegionLink.Domain.Common;
using RegionLink.Domain.Projects;
using RegionLink.Domain.Provinces;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Projects;
using RegionLink.Runtime.Provinces;

namespace RegionLink.Benchmarks;

/// <summary>
/// Fills the read tables to national scale: 50,000 projects, a million budget lines, ten million observations. Straight into the tables, as the
/// boards read them; multiplied from one real row each, so that every column is what the server writes.
/// </summary>
internal static class NationalData
{
    public const int LastYear = 2026;
    private const int Years = 5;
    private const int Projects = 50_000;
    private const int Lines = 1_000_000;
    private const int Observations = 10_000_000;

    private static readonly string[] Things =
    [
        "Trục liên thông", "Kho dữ liệu", "Cổng dịch vụ công", "Trung tâm điều hành", "Hệ thống giám sát", "Lớp học trực tuyến", "Phần mềm hồ sơ", "Mạng truyền số liệu",
        "Camera giao thông", "Bản đồ số",
    ];

    private static readonly string[] Purposes =
    [
        "văn bản", "dùng chung", "cấp tỉnh", "y tế", "giáo dục", "đất đai", "môi trường", "du lịch", "nông nghiệp", "cấp xã", "an ninh", "lao động",
    ];

    private static readonly string[] Kinds = [.. Things.SelectMany(thing => Purposes.Select(purpose => $"{thing} {purpose}"))];

    /// <summary>The totals of every province, the open year the benchmark writes to, and the numbers observations are stored by.</summary>
    public static async Task PrepareAsync(BenchServer server)
    {
        var host = server.Services.GetRequiredService<GrainHost>();
        var by = new CommandEnvelope(new CommandContext(new Actor(ActorKind.Platform, "benchmark"), new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero)));
        await host.SendAsync(ProvinceGrain.Type, BenchServer.Unit.ToString(), new ProvinceCommand.OpenFiscalYear(LastYear, null, null, false), by, CancellationToken.None);
        var key = new ProjectKey(BenchServer.Unit, "TEMPLATE");
        await host.SendAsync(ProjectGrain.Type, key.ToString(), new ProjectCommand.Propose(key, ProjectBody.Profile("0"), new DateOnly(2026, 7, 1), Illustrative: true), by, CancellationToken.None);

        await server.ExecuteAsync($"""
            insert into fiscal_year_total
              (key, unit, fiscal_year, stage, form, amount_vnd, origin, source, illustrative, version, created_at, updated_at)
            select u.key || '/' || y || '/' || s || '/b46', u.key, y, s, 'b46', 40000000000000, 'imported', 'benchmark', true, 1, now(), now()
              from unit u, generate_series({LastYear - Years + 1}, {LastYear}) y, unnest(array['decided', 'executed']) s
             where u.region_code = '{National.Region}' and u.level = 'province';
            insert into observation_unit (unit, province)
            select u.key, coalesce(p.key, u.key)
              from unit u
              left join unit p on p.code = u.parent_code and p.level = 'province'
             where u.region_code = '{National.Region}' and u.level in ('province', 'commune')
            on conflict do nothing;
            insert into observation_source (title, url) values ('benchmark', '') on conflict do nothing;
            insert into observation_series (metric, base, stage, method, claim)
            select m.id, 0, '', '', 0 from metric m where m.kind in ('sum', 'latest', 'ratio') and not m.staged and cardinality(m.methods) = 0
            on conflict do nothing;
            insert into observation_head (series, unit_of_measure, standing, source)
            select s.id, m.unit, 'accepted', (select id from observation_source where title = 'benchmark')
              from observation_series s join metric m on m.id = s.metric
            on conflict do nothing;
            """);
    }

    /// <summary>Brings every table to this share of national scale; returns the sizes.</summary>
    public static async Task<string> FillAsync(BenchServer server, double share)
    {
        var (projects, lines, observations) = ((int)(Projects * share), (int)(Lines * share), (int)(Observations * share));
        await server.ExecuteAsync(ProjectsUpTo(projects, await StoredColumnsAsync(server)));
        await server.ExecuteAsync(LinesUpTo(lines));
        await server.ExecuteAsync(ObservationsUpTo(observations));
        await server.ExecuteAsync("vacuum analyze");
        return string.Create(CultureInfo.InvariantCulture, $"{projects:N0} projects, {lines:N0} lines, {observations:N0} observations");
    }

    private static string Province(string number) => $"to_char({number} % {National.Provinces} + 1, 'FM00') || '@2025-07-01'";

    // All but the generated ones, which nobody may write.
    private static async Task<string> StoredColumnsAsync(BenchServer server)
    {
        await using var command = server.DataSource.CreateCommand(
            "select string_agg(attname, ', ' order by attnum) from pg_attribute where attrelid = 'project'::regclass and attnum > 0 and attgenerated = ''");
        return (string)(await command.ExecuteScalarAsync())!;
    }

    // A thing, what it is for and a number: a hundred and twenty kinds of names, so that a search finds some projects and not all. Every fourth is over; of the
    // others every third is late by up to two years, and every fifth is behind its plan.
    private static string ProjectsUpTo(int count, string columns) => $"""
        insert into project ({columns})
        select {columns}
          from (
            select made.*
              from generate_series((select count(*) from project where unit <> '{BenchServer.Unit}'), {count - 1}) n
              join unnest({Texts(Kinds)}, {Texts(Kinds.Select(VietnameseSearch.Words))}, {Texts(Kinds.Select(VietnameseSearch.Bare))}) with ordinality
                as kind (name, words, bare, place) on kind.place = 1 + n % {Kinds.Length}
              join project p on p.number = 'TEMPLATE',
                   lateral jsonb_populate_record(p, jsonb_build_object(
                     'key', {Province("n")} || '/B-' || n, 'unit', {Province("n")}, 'number', 'B-' || n,
                     'name', kind.name || ' ' || n, 'name_search', kind.words || n || ' ', 'name_bare', kind.bare || ' ' || n,
                     'state', case when n % 4 = 0 then 'done' else 'proposed' end, 'ended_on', case when n % 4 = 0 then date '2026-08-01' end,
                     'open_dues', jsonb_build_array(case when n % 3 = 0 then date '2026-10-01' - (n % 700)::integer else date '2027-01-01' + (n % 700)::integer end),
                     'percent', 10, 'planned_percent', case when n % 5 = 0 then 40 else 15 end)) made) project
        """;

    private static string Texts(IEnumerable<string> texts) => $"array[{string.Join(", ", texts.Select(t => $"'{t}'"))}]";

    private static string LinesUpTo(int count) => $"""
        insert into budget_line
          (key, unit, fiscal_year, number, label, project, parent, leaf, funding, category, dx, ground, floor, submitted_vnd, decided_vnd,
           executed_vnd, settled_vnd, withdrawn_because, illustrative, version, created_at, updated_at)
        select {Province("n")} || '/' || y || '/B-' || n, {Province("n")}, y, 'B-' || n, 'benchmark', null, null, true, 'state', 'A02', n % 3 > 0,
               null, 'none', null, 1000000 + n, 900000 + n, null, null, true, 1, now(), now()
          from generate_series((select count(*) from budget_line where unit <> '{BenchServer.Unit}'), {count - 1}) n,
               lateral (select {LastYear} - n % {Years} as y) as years;
        insert into budget_line_amount (line, stage, unit, fiscal_year, amount_vnd, origin, source, illustrative, version, updated_at)
        select l.key, 'decided', l.unit, l.fiscal_year, l.decided_vnd, 'imported', 'benchmark', true, 1, now()
          from budget_line l
         where l.unit <> '{BenchServer.Unit}'
        on conflict do nothing
        """;

    // One batch each time; months of every commune and province, metric by metric, from the year 2000 on.
    private static string ObservationsUpTo(int count) => $"""
        with batch as (
          insert into observation_batch
            (id, number, version, file_hash, rows_hash, rows, added, revised, unchanged, origin, published, illustrative, title, recorded_by, recorded_at)
          values ('benchmark-{count}', nextval('observation_batch_number')::integer, 1, '', '', {count}, {count}, 0, 0, 'imported', false, true,
                  'benchmark', 'platform:benchmark', now())
          returning number
        ), places as (
          select array_agg(o.id order by o.id) as units, array_agg(p.id order by o.id) as provinces
            from observation_unit o
            join observation_unit p on p.unit = o.province
            join unit u on u.key = o.unit and u.region_code = '{National.Region}'
        ), heads as (
          select array_agg(series order by id) as series, array_agg(id order by id) as heads from observation_head
           where source = (select id from observation_source where title = 'benchmark')
        )
        insert into observation (id, series, unit, province, period_start, period_end, value, head, note, revision, superseded_by)
        select b.number::bigint * 16777216 + n, h.series[1 + (n / cardinality(p.units)) % cardinality(h.series)],
               p.units[1 + n % cardinality(p.units)], p.provinces[1 + n % cardinality(p.units)],
               m.first, (m.first + interval '1 month - 1 day')::date, (n % 10000) / 100.0, h.heads[1 + (n / cardinality(p.units)) % cardinality(h.series)],
               null, 1, null
          from batch b, places p, heads h,
               generate_series((select count(*) from observation where period_start < '2026-01-01' and note is null), {count - 1}) n,
               lateral (select (date '1990-01-01' + make_interval(months => (n / cardinality(p.units) / cardinality(h.series))::integer))::date as first) m
        """;
}
