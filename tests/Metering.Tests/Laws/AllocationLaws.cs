using EmulationPlatform.Sdk;
using FsCheck;
using FsCheck.Fluent;

namespace EmulationPlatform.Metering.Tests.Laws;

/// <summary>Nothing is lost or invented where a shared meter is shared out.</summary>
public sealed class AllocationLaws
{
    private static readonly Gen<decimal[]> Weights =
        from first in Gen.Elements(1m, 0.001m, 37m)
        from rest in Gen.Frequency((6, Gen.Choose(1, 5_000).Select(weight => weight / 7m)), (1, Gen.Constant(0m))).ArrayOf()
        from place in Gen.Choose(0, rest.Length)
        select rest[..place].Append(first).Concat(rest[place..]).ToArray();

    private static readonly Gen<Amount> Amounts = Gen.OneOf(
        Gen.Choose(0, 100).Select(micro => new Amount(micro)),
        Gen.Choose(0, int.MaxValue).Select(micro => new Amount(micro)),
        Gen.Elements(new Amount(long.MaxValue / 2), new Amount(-1_000_001)));

    [Fact]
    public void Given_any_weights_When_shared_Then_the_parts_sum_to_the_amount() =>
        Prop.ForAll(Amounts.ToArbitrary(), Weights.ToArbitrary(), (amount, weights) =>
            Allocation.Of(amount, weights).Aggregate(Amount.Zero, (sum, part) => sum + part) == amount).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void Given_any_weights_When_shared_Then_none_runs_against_the_amount_and_nobody_with_less_weight_gets_more() =>
        Prop.ForAll(Amounts.ToArbitrary(), Weights.ToArbitrary(), (amount, weights) =>
        {
            var shares = Allocation.Of(amount, weights).Zip(weights, (part, weight) => (Part: Math.Sign(amount.Micro) * part.Micro, Weight: weight)).OrderBy(share => share.Weight).ToList();

            // To the micro-unit: that is what rounding may move.
            return shares.TrueForAll(share => share.Part >= 0 && (share.Weight > 0m || share.Part == 0))
                && shares.Zip(shares.Skip(1)).All(pair => pair.First.Part <= pair.Second.Part + 1);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
}
