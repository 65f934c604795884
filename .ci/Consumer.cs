// An ordinary small program that does not use CfGen. Measurements compare a build of it with a client to one without, so that
// what csc needs for any code is in both.
using System.Globalization;
using System.Text.Json;

namespace Acme;

internal static class Program
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNameCaseInsensitive = true };

    private static async Task<int> Main(string[] args)
    {
        string file = args.Length > 0 ? args[0] : "orders.json";
        try
        {
            await using FileStream stream = File.OpenRead(file);
            List<Order> orders = await JsonSerializer.DeserializeAsync<List<Order>>(stream, s_json) ?? [];
            Report report = new(orders);
            foreach ((string customer, decimal total) in report.Totals().OrderByDescending(t => t.Total))
                Console.WriteLine($"{customer, -20} {total.ToString("N2", CultureInfo.InvariantCulture)}");
            return 0;
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            await Console.Error.WriteLineAsync($"{file}: {e.Message}");
            return 1;
        }
    }
}

/// <summary>One order.</summary>
public sealed record Order(string Customer, DateTimeOffset At, OrderState State)
{
    public required IReadOnlyList<Line> Lines { get; init; }

    public decimal Total => Lines.Sum(l => l.Price * l.Quantity);
}

/// <summary>One line of an order.</summary>
public readonly record struct Line(string Article, int Quantity, decimal Price, string? Note = null);

public enum OrderState
{
    Open,
    Paid,
    Cancelled,
}

/// <summary>Sums over orders.</summary>
public sealed class Report(IEnumerable<Order> orders)
{
    private readonly Dictionary<string, List<Order>> _byCustomer = orders
        .GroupBy(o => o.Customer, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);

    public IEnumerable<(string Customer, decimal Total)> Totals()
    {
        foreach (KeyValuePair<string, List<Order>> entry in _byCustomer)
        {
            decimal total = 0;
            for (int i = 0; i < entry.Value.Count; i++)
                total += Weight(entry.Value[i].State) * entry.Value[i].Total;
            yield return (entry.Key, total);
        }
    }

    private static int Weight(OrderState state) =>
        state switch
        {
            OrderState.Paid => 1,
            OrderState.Cancelled => 0,
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "unknown state"),
        };
}
