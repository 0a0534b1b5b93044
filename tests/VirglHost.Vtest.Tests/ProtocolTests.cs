using VirglHost.Linux;

namespace VirglHost.Vtest.Tests;

/// <summary>What a client may say and what it gets back, over a real socket and a real renderer.</summary>
public sealed class ProtocolTests : IDisposable
{
    private readonly RunningServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public void Ping_and_busy_wait_of_nothing_are_answered_before_any_context()
    {
        using FakeClient client = FakeClient.Introduced(_server.Path);

        client.Send(0, 10, 2, 7, 0, 0);

        Assert.Equal([0u, 10u, 1u, 7u, 0u], client.Receive(5));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(4, 4)]
    [InlineData(uint.MaxValue, 4)]
    public void Version_is_the_lower_of_both_and_one_counts_as_zero(uint asked, uint expected)
    {
        using FakeClient client = FakeClient.Introduced(_server.Path);

        client.Send(1, 11, asked);

        Assert.Equal([1u, 11u, expected], client.Receive(3));
    }

    [Fact]
    public void Version_can_be_negotiated_again()
    {
        using FakeClient client = FakeClient.Introduced(_server.Path);

        client.Send(1, 11, 3);
        client.Receive(3);
        client.Send(1, 11, 0);

        Assert.Equal([1u, 11u, 0u], client.Receive(3));
    }

    [Fact]
    public void Both_capsets_come_back_to_back_with_their_size_plus_one()
    {
        using FakeClient client = FakeClient.Introduced(_server.Path);

        client.Send(0, 9, 0, 1);

        Assert.Equal([1409u, 2u], client.Receive(2));
        byte[] caps2 = client.ReceiveRaw(1408);
        Assert.Equal([309u, 1u], client.Receive(2));
        byte[] caps1 = client.ReceiveRaw(308);
        Assert.Equal(2, caps2[0]);
        Assert.Equal(1, caps1[0]);
        client.AssertAlive();
    }

    [Fact]
    public void Client_that_does_not_introduce_itself_is_hung_up_on()
    {
        using FakeClient client = new(_server.Path);

        client.Send(0, 10);

        Assert.True(client.IsHungUpOn());
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(39u)]
    [InlineData(uint.MaxValue)]
    public void Unknown_command_is_hung_up_on(uint command)
    {
        using FakeClient client = FakeClient.Introduced(_server.Path);

        client.Send(0, command);

        Assert.True(client.IsHungUpOn());
        Assert.Contains($"unknown command {command}", _server.Log, StringComparison.Ordinal);
    }

    [Fact]
    public void Busy_wait_for_a_resource_before_any_context_is_hung_up_on()
    {
        using FakeClient client = FakeClient.Introduced(_server.Path);

        client.Send(2, 7, 5, 0);

        Assert.True(client.IsHungUpOn());
    }

    [Fact]
    public void Submit_that_promises_too_much_is_hung_up_on()
    {
        using FakeClient client = FakeClient.Introduced(_server.Path);

        client.Send(uint.MaxValue, 6);

        Assert.True(client.IsHungUpOn());
    }

    [Fact]
    public void Illegal_commands_cost_only_themselves()
    {
        using FakeClient other = FakeClient.Introduced(_server.Path);
        using FakeClient client = FakeClient.Introduced(_server.Path);
        client.Send(10, 2, 5, 0, 64, 16, 4, 1, 1, 1, 0, 0);

        // An opcode that does not exist, a handle that is not there, four bytes into the buffer, and a command that reaches past the end.
        uint[] inlineWrite = [12 << 16 | 9, 5, 0, 0, 0, 0, 0, 0, 0, 4, 1, 1, 0x04030201];
        client.Send([1 + 2 + 13 + 2, 6, 0x0000_00ff, 1 << 16 | 19, 4711, .. inlineWrite, 9 << 16 | 1, 0]);
        client.Send(11, 4, 5, 0, 0, 0, 0, 0, 0, 4, 1, 1, 4);

        Assert.Equal([1, 2, 3, 4], client.ReceiveRaw(4));
        Assert.Equal(3, _server.Log.Split("command left out").Length - 1);
        client.AssertAlive();
        other.AssertAlive();
    }

    [Fact]
    public void Illegal_commands_without_end_do_not_fill_the_log()
    {
        using FakeClient client = FakeClient.Introduced(_server.Path);
        uint[] bad = new uint[1000];
        bad.AsSpan().Fill(0x0000_00ff);
        client.Send([1000, 6, .. bad]);
        client.AssertAlive();

        Assert.InRange(_server.Log.Split("command left out").Length - 1, 16, 26);
    }

    [Fact]
    public void Client_that_dies_in_the_middle_of_a_command_costs_only_itself()
    {
        using FakeClient good = FakeClient.Introduced(_server.Path);
        FakeClient dying = FakeClient.Introduced(_server.Path);
        dying.Send(1000, 6, 1, 2, 3);
        dying.Dispose();

        good.AssertAlive();
        using FakeClient next = FakeClient.Introduced(_server.Path);
        next.AssertAlive();
    }

    [Fact]
    public void Empty_submit_is_idle_at_the_end_of_a_wait()
    {
        using FakeClient client = FakeClient.Introduced(_server.Path);

        client.Send(0, 6);
        client.Send(2, 7, 1, 1);

        Assert.Equal([1u, 7u, 0u], client.Receive(3));
    }

    [Fact]
    public void Fence_resource_as_Mesa_makes_it_is_accepted()
    {
        using FakeClient client = FakeClient.Introduced(_server.Path);

        client.Send(11, 12, 9, 0, 64, 1 << 17, 8, 1, 1, 0, 0, 0, 8); // PIPE_BUFFER, R8_UNORM, CUSTOM, array_size 0, 8 shared bytes

        using MemoryMapping memory = client.ReceiveMapping(8);
        client.Send(2, 7, 9, 1);
        Assert.Equal([1u, 7u, 0u], client.Receive(3));
        client.Send(1, 3, 9);
        client.AssertAlive();
    }

    [Fact]
    public void Second_resource_with_a_handle_in_use_is_hung_up_on()
    {
        using FakeClient client = FakeClient.Introduced(_server.Path);

        client.Send(10, 2, 9, 0, 64, 1 << 4, 64, 1, 1, 1, 0, 0);
        client.AssertAlive();
        client.Send(10, 2, 9, 0, 64, 1 << 4, 64, 1, 1, 1, 0, 0);

        Assert.True(client.IsHungUpOn());
    }

    [Fact]
    public void Unref_of_an_unknown_handle_is_ignored()
    {
        using FakeClient client = FakeClient.Introduced(_server.Path);

        client.Send(1, 3, 77);

        client.AssertAlive();
    }

    [Fact]
    public void Client_that_leaves_without_reading_its_answers_is_no_offender()
    {
        FakeClient client = FakeClient.Introduced(_server.Path);
        client.Send([.. Enumerable.Repeat((uint[])[0, 9], 1000).SelectMany(words => words)]); // 1.4 MB of answers: the server has to wait for room
        client.Dispose();

        Assert.True(SpinWait.SpinUntil(() => _server.Log.Contains("Client 1 left", StringComparison.Ordinal), TimeSpan.FromSeconds(20)), _server.Log);
        Assert.DoesNotContain("hung up on", _server.Log, StringComparison.Ordinal);
    }
}
