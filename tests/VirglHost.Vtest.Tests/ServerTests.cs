namespace VirglHost.Vtest.Tests;

/// <summary>How a server begins and ends.</summary>
public sealed class ServerTests
{
    [Fact]
    public void Stop_hangs_up_on_clients_and_removes_the_socket()
    {
        using RunningServer server = new();
        using FakeClient client = FakeClient.Introduced(server.Path);
        client.AssertAlive();

        server.Stop();

        Assert.Equal(VtestServerOutcome.Stopped, server.Outcome);
        Assert.True(client.IsHungUpOn());
        Assert.False(File.Exists(server.Path));
    }

    [Fact]
    public void Server_for_one_client_ends_when_it_leaves()
    {
        using RunningServer server = new(once: true);
        FakeClient client = FakeClient.Introduced(server.Path);
        client.AssertAlive();
        client.Dispose();

        server.WaitForEnd();

        Assert.Equal(VtestServerOutcome.ClientGone, server.Outcome);
    }

    [Fact]
    public void Client_too_many_is_turned_away_until_one_leaves()
    {
        using RunningServer server = new(maxClients: 1);
        FakeClient first = FakeClient.Introduced(server.Path);
        first.AssertAlive();
        using FakeClient second = new(server.Path);

        Assert.True(second.IsHungUpOn());
        first.Dispose();

        // The server notices the departure on its own time; a client that comes too early is turned away again.
        Assert.True(SpinWait.SpinUntil(() => TryServe(server.Path), TimeSpan.FromSeconds(10)), server.Log);
    }

    [Fact]
    public void Submitted_work_is_handed_to_the_host_before_anybody_asks_for_it()
    {
        FenceCounter fences = new();
        using RunningServer server = new(tap: fences);
        using FakeClient client = FakeClient.Introduced(server.Path);

        client.Send(1, 6, 0);
        Assert.True(SpinWait.SpinUntil(() => fences.Count == 1, TimeSpan.FromSeconds(10)), server.Log);
        client.Send(2, 7, 0, 1);

        // The fence that handed it over answers the question, too.
        Assert.Equal([1u, 7u, 0u], client.Receive(3));
        Assert.Equal(1, fences.Count);
    }

    [Fact]
    public void Departure_of_a_client_is_told_once_and_what_fails_then_harms_nobody()
    {
        int departures = 0;
        using RunningServer server = new(clientGone: () => throw new InvalidOperationException($"no {Interlocked.Increment(ref departures)}"));
        FakeClient first = FakeClient.Introduced(server.Path);
        first.AssertAlive();
        Assert.Equal(0, departures);

        first.Dispose();

        Assert.True(SpinWait.SpinUntil(() => server.Log.Contains("no 1", StringComparison.Ordinal), TimeSpan.FromSeconds(10)), server.Log);
        using FakeClient second = FakeClient.Introduced(server.Path);
        second.AssertAlive();
        Assert.Equal(1, departures);
    }

    [Fact]
    public void Departure_that_ends_the_server_prepares_nothing()
    {
        int departures = 0;
        using RunningServer server = new(once: true, clientGone: () => departures++);
        FakeClient client = FakeClient.Introduced(server.Path);
        client.AssertAlive();
        client.Dispose();

        server.WaitForEnd();

        Assert.Equal(0, departures);
    }

    private static bool TryServe(string path)
    {
        try
        {
            using FakeClient client = FakeClient.Introduced(path);
            client.Send(0, 10);
            return client.Receive(2) is [0, 10];
        }
        catch (Exception)
        {
            return false;
        }
    }
}
