using Npgsql;
using RegionLink.Runtime.Queries;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.Queries;

/// <summary>
/// A database in which every table that callers may read holds one row of each of two provinces, and the first keeps all of its data to
/// itself. Rows are made up from the catalogue, so that a table added later is among them.
/// </summary>
public sealed class WalledDatabase(PostgresFixture postgres) : IAsyncLifetime
{
    public const string Keeper = "75@2026-04-30";
    public const string Neighbour = "79@2025-07-01";

    /// <summary>Text of the rows of a unit, in every column that is not about something else.</summary>
    public static string TextOf(string unit) => $"{unit}/2025/1";

    // Checks, foreign keys and triggers are about rows that mean something.
    private const string Fill = """
        do $$
        declare
          place record;
          of_table text;
          rule record;
          filling text;
          stored text;
        begin
          for of_table in select unnest(array[TABLES]) loop
            execute format('alter table %I disable trigger user', of_table);
            for rule in select conname from pg_constraint where conrelid = of_table::regclass and contype in ('c', 'f') loop
              execute format('alter table %I drop constraint %I', of_table, rule.conname);
            end loop;

            execute format('delete from %I', of_table);
            select string_agg(format('%L, %s', a.attname, case
                     when of_table = 'observation' and a.attname = 'id' then '($2 << 24)::text'
                     when of_table = 'event' and a.attname = 'stream' then '''budget-line/'' || $1 || ''/2025/1'''
                     when of_table = 'report_figure' and a.attname = 'state' then '''approved'''
                     when a.attname = 'state' and t.typname = 'text' then '''published'''
                     when a.attname in ('required', 'leaf', 'dx') then '''true'''
                     when a.attname = 'funding' then '''state'''
                     when a.attname = 'origin' then '''entered'''
                     when a.attname in ('actor', 'difference_by') then '''user:x'''
                     when a.attname = 'stage' then '''decided'''
                     when a.attname = 'fiscal_year' then '''2025'''
                     when a.attname in ('unit', 'province') and t.typname = 'text' then '$1'
                     when a.attname = 'amount_vnd' then '''7'''
                     when t.typname = 'text' then '$1 || ''/2025/1'''
                     when t.typname = 'bool' then '''false'''
                     when t.typname = 'uuid' then '''00000000-0000-0000-0000-00000000000'' || $2'
                     when t.typname in ('date', 'timestamptz') then '''2026-01-01'''
                     when t.typname = 'bytea' then 'sha256($1::bytea)::text'
                     when a.attname = 'open_dues' then '''{2026-01-01}'''
                     when t.typname in ('json', 'jsonb') then '''{}'''
                     when t.typname like '\_%' then '''{}'''
                     else '$2::text'
                   end), ', ' order by a.attnum) filter (where a.attnotnull or a.attname in ('unit', 'dx', 'difference_by', 'difference_at')),
                   string_agg(format('%I', a.attname), ', ' order by a.attnum)
              into filling, stored
              from pg_attribute a
              join pg_type t on t.oid = a.atttypid
             where a.attrelid = of_table::regclass
               and a.attnum > 0
               and a.attgenerated = ''
               and not a.attisdropped;
            for place in select * from (values ('KEEPER', 1), ('NEIGHBOUR', 2)) as p (unit, n) loop
              execute format('insert into %1$I (%3$s) overriding system value select %3$s from json_populate_record(null::%1$I, json_build_object(%2$s))', of_table, filling, stored)
                using place.unit, place.n;
            end loop;
          end loop;

          delete from sharing;
          insert into sharing (unit, kind, level, version)
          select 'KEEPER', kind, 'private', 1
            from unnest(array['projects', 'budgetLines', 'observations', 'reports']) as kind;
        end
        $$
        """;

    public NpgsqlDataSource DataSource { get; private set; } = null!;

    public ViewerDatabase Viewed { get; private set; } = null!;

    public TableReader Tables => new(Viewed);

    /// <summary>Somebody signed in for the unit, who sent what is marked as its own.</summary>
    public static TableViewer For(string unit) => new(Everything: false, [unit], SignedIn: true) { Self = TextOf(unit) };

    public async ValueTask InitializeAsync()
    {
        DataSource = NpgsqlDataSource.Create(await postgres.CloneAsync());
        string[] named = [.. SecondWall.Walled, .. SecondWall.WalledColumns.Keys, .. SecondWall.Open];
        var tables = await TablesAmongAsync(named);
        await ExecuteAsync(Fill
            .Replace("TABLES", string.Join(", ", tables.Select(t => $"'{t}'")), StringComparison.Ordinal)
            .Replace("KEEPER", Keeper, StringComparison.Ordinal)
            .Replace("NEIGHBOUR", Neighbour, StringComparison.Ordinal));
        Viewed = new(DataSource, new(DataSource));
    }

    public async Task<long> CountAsync(string table, TableViewer viewer)
    {
        await using var read = await Viewed.ReadAsync(viewer, TestContext.Current.CancellationToken, new NpgsqlBatchCommand($"select count(*) from {table}"));
        return (await read.Reader.TakeAsync(row => row.GetInt64(0), TestContext.Current.CancellationToken))[0];
    }

    public ValueTask DisposeAsync() => DataSource.DisposeAsync();

    private async Task<IReadOnlyList<string>> TablesAmongAsync(string[] names)
    {
        await using var command = DataSource.CreateCommand("select relname from pg_class where relkind = 'r' and relname = any($1)");
        command.Parameters.Add(new() { Value = names });
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.TakeAsync(row => row.GetString(0), CancellationToken.None);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
