package dev.evergreen.tck;

import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.TransitionSession;
import dev.evergreen.spi.effect.VideoFrame;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Checkpoint;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.Pollable;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Support;
import dev.evergreen.spi.provider.TextRequest;
import dev.evergreen.spi.provider.TextResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Plugins that each break one rule, as test classes that the kit must fail. Run by {@link SelfTest} only. */
final class BrokenPlugins {
    private BrokenPlugins() {}

    /** Keeps every rule. */
    static class Good implements Provider<TextRequest, TextResult> {
        @Override
        public List<Offer> offers() {
            return List.of(new Offer("echo", "Echo", Offer.Tier.DRAFT, "local", false, Map.of()));
        }

        @Override
        public Support<TextRequest> support(TextRequest request, Offer offer) {
            return request.maximumTokens() > 100
                    ? Support.no("maximumTokens " + request.maximumTokens() + ": at most 100")
                    : Support.yes();
        }

        @Override
        public Quote quote(TextRequest request, Offer offer) {
            return Quote.free(Duration.ZERO);
        }

        @Override
        public Outcome<TextResult> execute(TextRequest request, Offer offer, CallContext call)
                throws ProviderException {
            call.throwIfCancelled();
            return Outcome.done(new TextResult(request.prompt(), 1, 1));
        }
    }

    abstract static class EchoContract extends ProviderContract<TextRequest, TextResult> {
        @Override
        protected TextRequest request() {
            return new TextRequest("", "hello", Optional.empty(), 10, 0);
        }

        @Override
        protected List<TextRequest> unsupported() {
            return List.of(new TextRequest("", "hello", Optional.empty(), 1_000, 0));
        }

        @Override
        protected void check(TextRequest request, TextResult result) {
            org.junit.jupiter.api.Assertions.assertEquals(request.prompt(), result.text());
        }
    }

    static class KeepsEveryRule extends EchoContract {
        @Override
        protected Provider<TextRequest, TextResult> provider() {
            return new Good();
        }
    }

    static class OffersTheSameTwice extends EchoContract {
        @Override
        protected Provider<TextRequest, TextResult> provider() {
            return new Good() {
                @Override
                public List<Offer> offers() {
                    return List.of(super.offers().get(0), super.offers().get(0));
                }
            };
        }
    }

    static class NegotiatesDifferentlyEachTime extends EchoContract {
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        protected Provider<TextRequest, TextResult> provider() {
            return new Good() {
                @Override
                public Quote quote(TextRequest request, Offer offer) {
                    return Quote.free(Duration.ofSeconds(asked.incrementAndGet()));
                }
            };
        }
    }

    static class ServesWhatItCannot extends EchoContract {
        @Override
        protected Provider<TextRequest, TextResult> provider() {
            return new Good() {
                @Override
                public Support<TextRequest> support(TextRequest request, Offer offer) {
                    return Support.yes();
                }
            };
        }
    }

    static class IgnoresCancellation extends EchoContract {
        @Override
        protected Provider<TextRequest, TextResult> provider() {
            return new Good() {
                @Override
                public Outcome<TextResult> execute(TextRequest request, Offer offer, CallContext call) {
                    return Outcome.done(new TextResult(request.prompt(), 1, 1));
                }
            };
        }
    }

    static class IsPendingWithoutCheckpoint extends EchoContract {
        @Override
        protected Provider<TextRequest, TextResult> provider() {
            return new Good() {
                @Override
                public Outcome<TextResult> execute(TextRequest request, Offer offer, CallContext call)
                        throws ProviderException {
                    call.throwIfCancelled();
                    return new Outcome.Pending<>(new Checkpoint(1, Map.of()), Duration.ZERO);
                }
            };
        }
    }

    /** Calls a refused key a busy vendor. */
    static class FailsInAnotherWay extends EchoContract {
        @Override
        protected Provider<TextRequest, TextResult> provider() {
            return new Good();
        }

        @Override
        protected List<Failure<TextRequest, TextResult>> failures() {
            Provider<TextRequest, TextResult> refused = new Good() {
                @Override
                public Outcome<TextResult> execute(TextRequest request, Offer offer, CallContext call)
                        throws ProviderException {
                    throw new ProviderException(ProviderException.Kind.OVERLOADED, "try later");
                }
            };
            return List.of(
                    new Failure<>("the key is refused", refused, request(), ProviderException.Kind.AUTHENTICATION));
        }
    }

    /** Knows only tasks that its newest version began. */
    static class ForgetsItsOwnTasks extends EchoContract {
        @Override
        protected Provider<TextRequest, TextResult> provider() {
            return new Forgetful();
        }

        @Override
        protected List<Checkpoint> earlierCheckpoints() {
            return List.of(new Checkpoint(1, Map.of("task", "a1")));
        }
    }

    private static final class Forgetful extends Good implements Pollable<TextResult> {
        @Override
        public Outcome<TextResult> poll(Checkpoint checkpoint, CallContext call) throws ProviderException {
            if (checkpoint.schema() != 2) {
                throw new ProviderException(
                        ProviderException.Kind.BAD_RESPONSE, "unknown checkpoint schema " + checkpoint.schema());
            }
            return Outcome.done(new TextResult("hello", 1, 1));
        }

        @Override
        public void cancel(Checkpoint checkpoint, CallContext call) {
            // Its tasks end by themselves.
        }
    }

    static class LeavesAThreadBehind extends EchoContract {
        private static final java.util.concurrent.CountDownLatch END = new java.util.concurrent.CountDownLatch(1);

        @Override
        protected Provider<TextRequest, TextResult> provider() {
            return new Good() {
                @Override
                public Outcome<TextResult> execute(TextRequest request, Offer offer, CallContext call)
                        throws ProviderException {
                    new Thread(LeavesAThreadBehind::stay, "left-behind").start();
                    return super.execute(request, offer, call);
                }
            };
        }

        private static void stay() {
            try {
                END.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        static void end() {
            END.countDown();
        }
    }

    static class HasABrokenDescriptor extends DescriptorContract {
        @Override
        protected Path project() {
            return Path.of("src/test/broken-descriptor");
        }
    }

    static class HasAServiceWithoutDescriptor extends DescriptorContract {
        @Override
        protected Path project() {
            return Path.of("src/test/missing-descriptor");
        }
    }

    /** A cut in the middle, which writes only half of the picture. */
    static class WritesHalfThePicture extends FrameTransitionContract {
        @Override
        protected FrameTransition transition() {
            return new FrameTransition() {
                @Override
                public TransitionSession open(EffectRequest request, MediaFormat in) {
                    return WritesHalfThePicture::half;
                }
            };
        }

        private static void half(VideoFrame from, VideoFrame to, double progress, VideoFrame target) {
            VideoFrame picture = progress < 0.5 ? from : to;
            for (int i = 0; i < 3; i++) {
                for (int y = 0; y < target.plane(i).height() / 2; y++) {
                    for (int x = 0; x < target.plane(i).width(); x++) {
                        target.plane(i).data().put(y * target.plane(i).stride() + x, (byte)
                                TestFrames.value(picture.plane(i), x, y));
                    }
                }
            }
        }

        @Override
        protected String pluginId() {
            return "broken.half";
        }
    }

    /** A dissolve that was even when it was approved, and begins late now. */
    static class LooksDifferentNow extends FrameTransitionContract {
        @Override
        protected FrameTransition transition() {
            boolean approving = "write".equals(System.getProperty("evergreen.golden"));
            return (request, in) -> (from, to, progress, target) -> {
                double shown = approving ? progress : progress * progress;
                for (int i = 0; i < 3; i++) {
                    dev.evergreen.kit.picture.Rows.mix(
                            from.plane(i), to.plane(i), (int) Math.round(256 * shown), target.plane(i));
                }
            };
        }

        @Override
        protected String pluginId() {
            return "broken.dissolve";
        }
    }

    /** A cut that remembers how often it was called. */
    static class DependsOnEarlierFrames extends FrameTransitionContract {
        @Override
        protected FrameTransition transition() {
            return (request, in) -> {
                AtomicInteger calls = new AtomicInteger();
                return (from, to, progress, target) -> {
                    for (int i = 0; i < 3; i++) {
                        dev.evergreen.kit.picture.Rows.mix(
                                from.plane(i),
                                to.plane(i),
                                Math.min(256, calls.incrementAndGet() * 9),
                                target.plane(i));
                    }
                };
            };
        }

        @Override
        protected String pluginId() {
            return "broken.half";
        }
    }
}
