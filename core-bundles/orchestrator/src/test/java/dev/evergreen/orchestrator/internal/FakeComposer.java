package dev.evergreen.orchestrator.internal;

import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Checkpoint;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.MusicComposer;
import dev.evergreen.spi.provider.MusicRequest;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.Pollable;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.SoundResult;
import dev.evergreen.spi.provider.Support;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A vendor that does as it is told. */
final class FakeComposer implements MusicComposer, Pollable<SoundResult> {
    /** What the vendor does with one request or one question. */
    interface Behaviour {
        Outcome<SoundResult> act(FakeComposer composer, CallContext call) throws ProviderException;
    }

    final AtomicInteger executions = new AtomicInteger();
    final AtomicInteger polls = new AtomicInteger();
    final AtomicInteger cancellations = new AtomicInteger();
    final Queue<Behaviour> executing = new ConcurrentLinkedQueue<>();
    final Queue<Behaviour> polling = new ConcurrentLinkedQueue<>();
    volatile Quote quote = Quote.free(Duration.ofSeconds(1));
    volatile Support<MusicRequest> support = Support.yes();
    volatile Offer.Tier tier = Offer.Tier.STANDARD;
    volatile String content = "music";
    volatile String region = "local";
    volatile boolean retains;
    volatile Map<String, Long> units = Map.of();

    static FakeComposer free() {
        return new FakeComposer();
    }

    static FakeComposer priced(String expected, String ceiling) {
        FakeComposer composer = new FakeComposer();
        composer.quote = new Quote.Known(Money.usd(expected), Money.usd(ceiling), Duration.ofSeconds(1));
        return composer;
    }

    FakeComposer first(Behaviour... behaviours) {
        executing.addAll(List.of(behaviours));
        return this;
    }

    FakeComposer thenPolled(Behaviour... behaviours) {
        polling.addAll(List.of(behaviours));
        return this;
    }

    static Behaviour fails(ProviderException.Kind kind) {
        return (composer, call) -> {
            throw new ProviderException(kind, "the vendor says " + kind);
        };
    }

    static Behaviour serves(String charge) {
        return (composer, call) -> new Outcome.Done<>(composer.music(call), Optional.of(Money.usd(charge)));
    }

    static Behaviour pends(String task) {
        return (composer, call) ->
                new Outcome.Pending<>(new Checkpoint(1, Map.of("task", task)), Duration.ofMillis(30));
    }

    @Override
    public List<Offer> offers() {
        return List.of(new Offer("bed", "Music bed", tier, region, retains, Map.of()));
    }

    @Override
    public Support<MusicRequest> support(MusicRequest request, Offer offer) {
        return support;
    }

    @Override
    public Quote quote(MusicRequest request, Offer offer) {
        return quote;
    }

    @Override
    public Map<String, Long> units(MusicRequest request, Offer offer) {
        return units;
    }

    @Override
    public Outcome<SoundResult> execute(MusicRequest request, Offer offer, CallContext call) throws ProviderException {
        executions.incrementAndGet();
        return next(executing, call);
    }

    @Override
    public Outcome<SoundResult> poll(Checkpoint checkpoint, CallContext call) throws ProviderException {
        polls.incrementAndGet();
        return next(polling, call);
    }

    @Override
    public void cancel(Checkpoint checkpoint, CallContext call) {
        cancellations.incrementAndGet();
    }

    SoundResult music(CallContext call) {
        try {
            Path file = call.workspace().newFile(".wav");
            Files.writeString(file, content);
            return new SoundResult(new MediaFile(file, "audio/wav"), Duration.ofSeconds(3));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome<SoundResult> next(Queue<Behaviour> behaviours, CallContext call) throws ProviderException {
        Behaviour behaviour = behaviours.poll();
        return behaviour == null ? Outcome.done(music(call)) : behaviour.act(this, call);
    }
}
