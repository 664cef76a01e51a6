using System.Text.Json.Serialization;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Metrics;

/// <summary>What a number counts. Typed, because published files spell units in eighteen ways; a value is kept in the unit its metric declares.</summary>
public enum UnitOfMeasure
{
    [JsonStringEnumMemberName("percent")]
    Percent,

    /// <summary>A score between 0 and 1.</summary>
    [JsonStringEnumMemberName("index_0_1")]
    Index0To1,

    /// <summary>A place in an order; means nothing without how many were ranked.</summary>
    [JsonStringEnumMemberName("rank")]
    Rank,

    /// <summary>Persons per 10,000 inhabitants.</summary>
    [JsonStringEnumMemberName("per_10000")]
    Per10000,

    [JsonStringEnumMemberName("vnd")]
    Vnd,

    [JsonStringEnumMemberName("million_vnd")]
    MillionVnd,

    [JsonStringEnumMemberName("billion_vnd")]
    BillionVnd,

    [JsonStringEnumMemberName("persons")]
    Persons,

    [JsonStringEnumMemberName("km2")]
    SquareKilometres,

    [JsonStringEnumMemberName("services")]
    Services,

    [JsonStringEnumMemberName("calls")]
    Calls,

    [JsonStringEnumMemberName("sites")]
    Sites,

    [JsonStringEnumMemberName("cards")]
    Cards,
}

public static class UnitOfMeasureExtensions
{
    /// <summary>One of this unit in the plainest unit of its sort: a percent is 1/100, a million đồng is 1,000,000 đồng.</summary>
    public static Fraction InPlainUnits(this UnitOfMeasure unit) => unit switch
    {
        UnitOfMeasure.Percent => Fraction.Of(1, 100),
        UnitOfMeasure.Per10000 => Fraction.Of(1, 10_000),
        UnitOfMeasure.MillionVnd => Fraction.Of(1_000_000),
        UnitOfMeasure.BillionVnd => Fraction.Of(1_000_000_000),
        _ => Fraction.One,
    };

    /// <summary>True for amounts of money, in whatever unit.</summary>
    public static bool IsMoney(this UnitOfMeasure unit) => unit is UnitOfMeasure.Vnd or UnitOfMeasure.MillionVnd or UnitOfMeasure.BillionVnd;
}
