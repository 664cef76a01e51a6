using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Observations;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.Observations;

public sealed class ObservationBatchTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Now = "select metric || ' ' || unit || ' ' || period || ' ' || value || ' ' || revision from observation_row where superseded_at is null order by 1";

    private ObservationNode _node = null!;

    public async ValueTask InitializeAsync() => _node = new ObservationNode(await postgres.CloneAsync());

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    [Fact]
    public async Task A_batch_is_one_event_and_its_rows_know_it()
    {
        var answer = await _node.SendAsync("dx_share,79@origin,2021,0.78,percent,,,,,Seed,,\ndx_share,79@origin,2022,0.97,percent,,,,,Seed,https://example.org,\"hai, ba\"\n");

        var recorded = Assert.IsType<BatchAnswer.Recorded>(answer);
        Assert.Equal((2, 2, 0, 0, false), (recorded.Rows, recorded.Added, recorded.Revised, recorded.Unchanged, recorded.Replayed));
        Assert.Equal([$"observation-batch/{recorded.Id} 1"], await _node.RowsAsync("select stream, version from event"));
        Assert.Equal(
            [$"0.78 Seed - - {recorded.Id} imported user:an", $"0.97 Seed https://example.org hai, ba {recorded.Id} imported user:an"],
            await _node.RowsAsync("""
                select r.value, r.source, r.source_url, r.note, r.batch, r.origin, b.recorded_by
                  from observation_row r join observation_batch b on b.id = r.batch order by r.period
                """));
    }

    [Fact]
    public async Task A_revision_closes_the_old_value_and_keeps_it()
    {
        await _node.SendAsync("dx_share,79@origin,2022,0.97,percent,,,,,Seed,,\n");
        var answer = await _node.SendAsync("dx_share,79@origin,2022,0.98,percent,,,,,Later,,\n", "b.csv");

        Assert.Equal(1, Assert.IsType<BatchAnswer.Recorded>(answer).Revised);
        Assert.Equal(["dx_share 79@origin 2022 0.98 2"], await _node.RowsAsync(Now));
        Assert.Equal(
            ["0.97 1 08:00 08:01", "0.98 2 08:01 -"],
            await _node.RowsAsync("""
                select value, revision, to_char(recorded_at at time zone 'UTC', 'HH24:MI'), to_char(superseded_at at time zone 'UTC', 'HH24:MI')
                  from observation_row order by revision
                """));
    }

    [Fact]
    public async Task The_same_file_twice_changes_nothing()
    {
        const string rows = "dx_share,79@origin,2022,0.97,percent,,,,,Seed,,\n";
        var first = Assert.IsType<BatchAnswer.Recorded>(await _node.SendAsync(rows));

        Assert.Equal(new BatchAnswer.NothingNew(first.Id, 1), await _node.SendAsync(rows));
        Assert.Equal(new BatchAnswer.NothingNew(null, 1), await _node.SendAsync(rows, "other name.csv"));
        Assert.Equal(["1 1"], await _node.RowsAsync("select (select count(*) from event), (select count(*) from observation)"));
    }

    [Fact]
    public async Task A_file_loaded_again_does_not_undo_a_later_correction()
    {
        await _node.SendAsync("dx_share,79@origin,2022,0.97,percent,,,,,Seed,,\n", "provinces");
        await _node.SendAsync("dx_share,79@origin,2022,0.98,percent,,,,,Corrected,,\n", "correction");
        await _node.SendAsync("dx_share,79@origin,2022,0.97,percent,,,,,Seed,,\n", "provinces");

        Assert.Equal(["dx_share 79@origin 2022 0.98 2"], await _node.RowsAsync(Now));
    }

    [Fact]
    public async Task A_file_that_went_back_to_what_it_said_is_recorded_again()
    {
        foreach (var value in new[] { "0.97", "0.79", "0.97" })
        {
            Assert.IsType<BatchAnswer.Recorded>(await _node.SendAsync($"dx_share,79@origin,2022,{value},percent,,,,,Seed,,\n"));
        }

        Assert.Equal(["dx_share 79@origin 2022 0.97 3"], await _node.RowsAsync(Now));
    }

    [Fact]
    public async Task Other_claims_stand_beside_the_value_in_use()
    {
        await _node.SendAsync(
            "dti_rank,79@origin,2021,3,rank,63,,,accepted,Press,,\ndti_rank,79@origin,2021,5,rank,63,,,conflict,Speech,,\ndti_rank,79@origin,2021,3,rank,63,,,confirms,Report,,\n");
        await _node.SendAsync("dti_rank,79@origin,2021,4,rank,63,,,accepted,Ministry,,\n", "b.csv");

        Assert.Equal(
            ["accepted 4 2", "confirms 3 1", "conflict 5 1"],
            await _node.RowsAsync("select standing, value, revision from observation_row where superseded_at is null order by 1"));
    }

    [Fact]
    public async Task Sample_data_never_replaces_a_real_value_and_a_real_value_replaces_sample_data()
    {
        await _node.SendAsync("dx_share,79@origin,2022,0.5,percent,,,,,Sample,,\n", "sample", illustrative: true);
        await _node.SendAsync("dx_share,79@origin,2022,0.97,percent,,,,,Seed,,\n", "real");
        var refused = Assert.IsType<BatchAnswer.Refused>(await _node.SendAsync("dx_share,79@origin,2022,0.6,percent,,,,,Sample,,\n", "sample", illustrative: true));

        Assert.Equal(["observation.illustrative-over-real"], refused.Faults.Select(f => f.Reason.Code));
        Assert.Equal(["0.97 False"], await _node.RowsAsync("select value, illustrative from observation_row where superseded_at is null"));
    }

    [Fact]
    public async Task One_faulty_row_keeps_the_whole_batch_out()
    {
        var refused = Assert.IsType<BatchAnswer.Refused>(await _node.SendAsync(
            "dx_share,79@origin,2022,0.97,percent,,,,,Seed,,\ndx_share,79@origin,2021,0;78,percent,,,,,Seed,,\n"));

        Assert.Equal([(3, "value", "observation.value-unreadable")], refused.Faults.Select(f => (f.Line, f.Column!, f.Reason.Code)));
        Assert.Equal(["0 0"], await _node.RowsAsync("select (select count(*) from event), (select count(*) from observation)"));
    }

    [Fact]
    public async Task A_repeated_command_gets_its_first_answer_and_another_body_is_noticed()
    {
        var id = new CommandId(Guid.NewGuid(), [1]);
        var first = Assert.IsType<BatchAnswer.Recorded>(await _node.SendAsync("dx_share,79@origin,2022,0.97,percent,,,,,Seed,,\n", id: id));

        Assert.Equal(first with { Replayed = true }, await _node.SendAsync("dx_share,79@origin,2022,0.97,percent,,,,,Seed,,\n", id: id));
        Assert.IsType<BatchAnswer.KeyReused>(await _node.SendAsync("dx_share,79@origin,2022,1,percent,,,,,Seed,,\n", id: id with { BodyHash = [2] }));
    }

    [Fact]
    public async Task A_large_file_that_is_new_but_for_one_value_revises_that_value()
    {
        await _node.SendAsync("population,10777@origin,2023,5,persons,,,,,Seed,,\n", "before");
        var rows = string.Concat(Enumerable.Range(0, 3_000).Select(n => $"population,{10_000 + (n % 1000)}@origin,{2021 + (n / 1000)},{n},persons,,,,,Seed,,\n"));
        var recorded = Assert.IsType<BatchAnswer.Recorded>(await _node.SendAsync(rows, "large"));

        Assert.Equal((3_000, 2_999, 1, 0), (recorded.Rows, recorded.Added, recorded.Revised, recorded.Unchanged));
        Assert.Equal(["2777 2 77@origin"], await _node.RowsAsync(
            "select value, revision, province from observation_row where unit = '10777@origin' and period = '2023' and superseded_at is null"));
        Assert.Equal(["3001 1"], await _node.RowsAsync("select count(*), count(*) filter (where superseded_by is not null) from observation"));
        Assert.Empty(await new ObservationVerifier(_node.DataSource).VerifyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Verify_names_the_batch_whose_rows_were_altered()
    {
        await _node.SendAsync("dx_share,79@origin,2021,0.78,percent,,,,,Seed,,\n", "a");
        var altered = Assert.IsType<BatchAnswer.Recorded>(await _node.SendAsync("dx_share,79@origin,2022,0.97,percent,,,,,Seed,,chú thích\n", "b"));
        var verifier = new ObservationVerifier(_node.DataSource);
        Assert.Empty(await verifier.VerifyAsync(TestContext.Current.CancellationToken));

        await _node.ExecuteAsync("update observation set value = 1.97 where value = 0.97");

        var fault = Assert.Single(await verifier.VerifyAsync(TestContext.Current.CancellationToken));
        Assert.Equal($"observation-batch/{altered.Id}", fault.Stream);
    }

    [Fact]
    public async Task Two_servers_that_record_the_same_values_at_once_leave_one_row_each()
    {
        var other = new ObservationNode(_node.DataSource.ConnectionString);
        await using (other)
        {
            var rows = string.Concat(Enumerable.Range(0, 2_500).Select(n => $"population,{10_000 + (n % 1000)}@origin,{2021 + (n / 1000)},{n},persons,,,,,Seed,,\n"));
            var answers = await Task.WhenAll(
                _node.SendAsync(rows, "left"), other.SendAsync(rows, "right"), _node.SendAsync(rows, "left again"), other.SendAsync(rows, "right again"));

            Assert.Single(answers.OfType<BatchAnswer.Recorded>());
            Assert.Equal(3, answers.OfType<BatchAnswer.NothingNew>().Count());
            Assert.Equal(["2500"], await _node.RowsAsync("select count(*) from observation"));
        }
    }

    [Theory]
    [InlineData("2022")]
    [InlineData("2019/2024")]
    [InlineData("2025-10")]
    [InlineData("2022-10/2023-05")]
    [InlineData("2025-07-01")]
    [InlineData("2026-01-15/2026-02-14")]
    public async Task The_list_writes_periods_as_they_were_handed_in(string period)
    {
        await _node.SendAsync($"dx_share,79@origin,{period},0.97,percent,,,,,Seed,,\n");

        Assert.Equal([period], await _node.RowsAsync("select period from observation_row"));
    }
}
