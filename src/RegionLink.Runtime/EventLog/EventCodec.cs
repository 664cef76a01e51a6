using System.Text.Json;

namespace RegionLink.Runtime.EventLog;

/// <summary>The stored names of one event family and the way to and from the stored text. Names are spelled out, never derived.</summary>
/// <typeparam name="TEvent">The event family.</typeparam>
public sealed class EventCodec<TEvent> : IEventNames
    where TEvent : class
{
    private readonly Dictionary<string, Type> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, string> _names = [];

    public IReadOnlyDictionary<string, Type> Names => _types;

    /// <summary>Gives an event its stored name; both must be new.</summary>
    public EventCodec<TEvent> With<TFact>(string name)
        where TFact : TEvent
    {
        _types.Add(name, typeof(TFact));
        _names.Add(typeof(TFact), name);
        return this;
    }

    public (string Type, byte[] Data) Write(TEvent fact)
    {
        var type = fact.GetType();
        return _names.TryGetValue(type, out var name)
            ? (name, JsonSerializer.SerializeToUtf8Bytes(fact, type, StoredJson.Options))
            : throw new InvalidOperationException($"{type} has no stored name.");
    }

    /// <exception cref="InvalidDataException">The row was not written by any version of this program: altered, or written by a newer one.</exception>
    public TEvent Read(string type, ReadOnlySpan<byte> data)
    {
        if (!_types.TryGetValue(type, out var clrType))
        {
            throw new InvalidDataException($"The log holds an event '{type}' that this version does not know.");
        }

        return (TEvent)JsonSerializer.Deserialize(data, clrType, StoredJson.Options)!;
    }
}

/// <summary>The stored names of a family, for the reviewed ledger of stored formats.</summary>
public interface IEventNames
{
    IReadOnlyDictionary<string, Type> Names { get; }
}
