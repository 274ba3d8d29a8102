using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Units.Tests.Support;

namespace EmulationPlatform.Units.Tests.Facilities;

/// <summary>What people say about a meter's life is seen at once everywhere, and gone again when it is taken back.</summary>
public sealed class EventStories : FacilitiesStory
{
    public static TheoryData<string, decimal[], EventEntry, FindingKind?, decimal, decimal> Stories => new()
    {
        { "a replacement", [100, 110, 3, 9], new(SourceEventKind.Replacement, At(1, 30), "old one broke") { OldFinal = 114, NewInitial = 1 }, FindingKind.Reset, 19, 10 + 4 + 2 + 6 },
        { "a reset confirmed", [100, 110, 3, 9], new(SourceEventKind.ResetConfirmed, At(2), "power cut") { NewInitial = 0 }, FindingKind.Reset, 19, 19 },
        { "a reset dismissed", [100, 110, 3, 9], new(SourceEventKind.Dismissed, At(2), "the register was set"), FindingKind.Reset, 19, 16 },
        { "a spike marked", [100, 110, 150, 152], new(SourceEventKind.Ignored, At(2), "a wrong telegram") { Until = At(2) }, null, 52, 52 },
        { "an outage", [100, 110, 150, 152], new(SourceEventKind.Outage, At(1), "the meter hung") { Until = At(2) }, null, 52, 12 },
        { "another factor", [100, 110, 150, 152], new(SourceEventKind.Factor, At(2), "other transformers") { Factor = 3 }, null, 52, 10 + 40 + 6 },
        { "a corrected reading", [100, 110, 150, 152], new(SourceEventKind.Corrected, At(3), "misread") { Value = 155 }, null, 52, 55 },
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task Given_readings_When_something_is_said_about_them_and_taken_back_Then_hours_score_and_past_boards_follow_and_are_restored(
        string story, decimal[] values, EventEntry said, FindingKind? open, decimal before, decimal after)
    {
        await ShowsAsync(values);
        Assert.Equal(open is { } kind ? [kind] : [], await OpenAsync());
        var hours = await HoursAsync();
        await BoardSaysAsync(before);

        var no = await EnterAsync(said);

        await BoardSaysAsync(after);
        Assert.Equal((after, after, after), ((await HoursAsync()).Sum(), await AsOfAsync(At(4)), await Test.UseAsync(Unit)));
        Assert.True((await OpenAsync()).Count == 0, story);
        await Test.RestartAsync();
        Assert.Equal((after, after), ((await HoursAsync()).Sum(), await ScoredAsync()));

        await UndoAsync(no);

        await BoardSaysAsync(before);
        Assert.Equal(hours, await HoursAsync());
        Assert.Equal(before, await AsOfAsync(At(4)));
        Assert.Equal(open is { } again ? [again] : [], await OpenAsync());
        var rows = Audit().Where(row => row.Entry.Subject.Contains("/event/", StringComparison.Ordinal)).Select(row => row.Entry).ToList();
        Assert.Equal([(Author, said.Reason, true), (Author, "a mistake", false)], rows.Select(row => (row.Author, row.Reason, row.After is not null)));
        Assert.Equal([false, true], rows.Select(row => row.Before is not null));
        Assert.Equal("a mistake", Assert.Single((await Desk.EventsAsync(Id, default))!).Undone?.Reason);
        Assert.False((await Desk.UndoAsync(no, "once more", Author, default))!.IsDone);
    }

    [Fact]
    public async Task Given_two_values_for_one_moment_When_one_is_said_to_be_right_Then_it_counts_and_the_conflict_is_off_the_list()
    {
        await ShowsAsync(100, 110);
        await Test.SendAsync(Meter, At(1), 112);
        Assert.Equal([FindingKind.Conflict], await OpenAsync());

        var no = await EnterAsync(new EventEntry(SourceEventKind.Corrected, At(1), "read again") { Value = 112 });

        Assert.Equal((12m, 0), ((await HoursAsync()).Sum(), (await OpenAsync()).Count));
        await UndoAsync(no);
        Assert.Equal(10m, (await HoursAsync()).Sum());
        Assert.Equal([FindingKind.Conflict], await OpenAsync());
    }

    public static TheoryData<string, EventEntry> Wrong => new()
    {
        { "oldFinal", new(SourceEventKind.Replacement, At(1, 30), "x") { NewInitial = 0 } },
        { "oldFinal", new(SourceEventKind.Replacement, At(1, 30), "x") { OldFinal = 109, NewInitial = 0 } },
        { "newInitial", new(SourceEventKind.Replacement, At(1, 30), "x") { OldFinal = 111 } },
        { "newInitial", new(SourceEventKind.Replacement, At(1, 30), "x") { OldFinal = 111, NewInitial = 200 } },
        { "factor", new(SourceEventKind.Factor, At(1), "x") { Factor = 0 } },
        { "factor", new(SourceEventKind.Factor, At(1), "x") { Factor = 1e12m } },
        { "value", new(SourceEventKind.Corrected, At(1), "x") },
        { "value", new(SourceEventKind.Corrected, At(1), "x") { Value = 1e12m } },
        { "at", new(SourceEventKind.Corrected, At(1, 1), "x") { Value = 1 } },
        { "at", new(SourceEventKind.Factor, At(12, 30), "x") { Factor = 2 } },
        { "at", new(SourceEventKind.Dismissed, At(5), "x") },
        { "at", new(SourceEventKind.Dismissed, At(1), "x") },
        { "at", new(SourceEventKind.Accepted, At(2), "x") },
        { "at", new(SourceEventKind.ResetConfirmed, At(1), "x") { NewInitial = 0 } },
        { "until", new(SourceEventKind.Outage, At(1), "x") },
        { "until", new(SourceEventKind.Ignored, At(1), "x") { Until = At(0) } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Given_something_that_cannot_be_When_said_Then_it_is_refused_by_its_field_and_leaves_no_trace(string field, EventEntry said)
    {
        await ShowsAsync(100, 110, 130);

        var result = await Desk.EnterAsync(Id, said, Author, default).InTimeAsync();

        Assert.Equal(field, result!.Field);
        Assert.Equal([10m, 20m], await HoursAsync());
        Assert.Empty((await Desk.EventsAsync(Id, default))!);
        Assert.DoesNotContain(Audit(), row => row.Entry.Subject.Contains("/event/", StringComparison.Ordinal));
        Assert.True(Test.Agency.IsOpen);
    }

    [Fact]
    public async Task Given_a_fall_When_a_reset_is_confirmed_from_more_than_was_read_after_it_Then_it_is_refused()
    {
        await ShowsAsync(100, 110, 3);

        var result = await Desk.EnterAsync(Id, new EventEntry(SourceEventKind.ResetConfirmed, At(2), "x") { NewInitial = 4 }, Author, default).InTimeAsync();

        Assert.Equal("newInitial", result!.Field);
    }

    [Theory]
    [InlineData(1, 30)]
    [InlineData(1, 31)]
    [InlineData(1, 29)]
    [InlineData(2, 0)]
    public async Task Given_an_exchange_When_another_is_said_with_no_reading_of_the_new_meter_between_Then_it_is_refused_and_so_foretold(int hour, int minute)
    {
        await ShowsAsync(100, 110, 3, 9);
        await EnterAsync(new EventEntry(SourceEventKind.Replacement, At(1, 30), "old one broke") { OldFinal = 114, NewInitial = 1 });
        var again = new EventEntry(SourceEventKind.Replacement, At(hour, minute), "entered twice") { OldFinal = 114, NewInitial = 1 };

        var foretold = await Desk.RefusalAsync(Id, again, default).InTimeAsync();
        var result = await Desk.EnterAsync(Id, again, Author, default).InTimeAsync();

        Assert.Equal(("at", foretold!.Problem), (result!.Field, result.Problem));
        Assert.Contains("31/07/2026 01:30:00", result.Problem!.Vi, StringComparison.Ordinal);
        Assert.Equal(10 + 4 + 2 + 6, (await HoursAsync()).Sum());
    }

    [Fact]
    public async Task Given_an_exchange_When_the_new_meter_was_read_and_is_exchanged_too_Then_that_is_taken()
    {
        await ShowsAsync(100, 110, 3, 9);
        await EnterAsync(new EventEntry(SourceEventKind.Replacement, At(1, 30), "old one broke") { OldFinal = 114, NewInitial = 1 });
        var next = new EventEntry(SourceEventKind.Replacement, At(2, 30), "so did the new one") { OldFinal = 5, NewInitial = 8 };

        Assert.Null(await Desk.RefusalAsync(Id, next, default).InTimeAsync());
        await EnterAsync(next);

        Assert.Equal(10 + 4 + 2 + 2 + 1, (await HoursAsync()).Sum());
    }

    [Fact]
    public async Task Given_a_source_whose_first_message_was_given_up_When_something_is_said_about_it_Then_that_is_refused_and_the_host_goes_on()
    {
        var message = Test.Message(TestAgency.Shows(Meter, At(1), 1), TestAgency.Shows("m/2", At(1), 1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Test.Sink.SubmitAsync(message, new CancellationToken(canceled: true)));

        var result = await Desk.EnterAsync(Id, new EventEntry(SourceEventKind.Factor, At(1), "x") { Factor = 2 }, Author, default).InTimeAsync();

        Assert.False(result!.IsDone);
        Assert.True(Test.Agency.IsOpen);
        Assert.Null(await Desk.EnterAsync("unknown", new EventEntry(SourceEventKind.Factor, At(1), "x") { Factor = 2 }, Author, default));
    }

    [Fact]
    public async Task Given_readings_that_stream_in_When_events_are_entered_and_taken_back_meanwhile_Then_the_end_is_that_of_all_of_them_in_order()
    {
        await ShowsAsync(100, 110);
        using var enough = new CancellationTokenSource();
        var streaming = StreamAsync(enough.Token);
        for (var round = 0; round < 5; round++)
        {
            await UndoAsync(await EnterAsync(new EventEntry(SourceEventKind.Factor, At(1), "try") { Factor = 2 + round }));
        }

        await EnterAsync(new EventEntry(SourceEventKind.Factor, At(1), "true") { Factor = 3 });
        await enough.CancelAsync();
        var last = await streaming;

        Assert.Equal(10m + (3m * (last - 110m)), await Test.TotalAsync(Meter));
        await Test.RestartAsync();
        Assert.Equal(10m + (3m * (last - 110m)), await Test.TotalAsync(Meter));
    }

    private async Task<decimal> StreamAsync(CancellationToken enough)
    {
        var value = 110m;
        for (var second = 1; second < 3_600 && (!enough.IsCancellationRequested || second < 20); second++)
        {
            await Test.SendAsync(Meter, At(1).Plus(TimeSpan.FromSeconds(second)), value += 0.5m);
        }

        return value;
    }
}
