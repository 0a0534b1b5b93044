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
