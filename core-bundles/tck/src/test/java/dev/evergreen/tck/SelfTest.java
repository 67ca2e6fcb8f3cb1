package dev.evergreen.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** The kit fails plugins that are deliberately broken, by the right test, and passes one that is not. */
class SelfTest {
    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(BrokenPlugins.OffersTheSameTwice.class, "offersAreNamedAndDistinct"),
                Arguments.of(BrokenPlugins.NegotiatesDifferentlyEachTime.class, "negotiationIsPure"),
                Arguments.of(BrokenPlugins.ServesWhatItCannot.class, "whatCannotBeServedIsRefusedBeforeItIsBought"),
                Arguments.of(BrokenPlugins.IgnoresCancellation.class, "callThatWasGivenUpIsNotServed"),
                Arguments.of(BrokenPlugins.IsPendingWithoutCheckpoint.class, "requestIsServed"),
                Arguments.of(BrokenPlugins.FailsInAnotherWay.class, "failuresHaveTheirKind"),
                Arguments.of(BrokenPlugins.ForgetsItsOwnTasks.class, "tasksOfEarlierVersionsAreFinished"),
                Arguments.of(BrokenPlugins.LeavesAThreadBehind.class, "noThreadStays"),
                Arguments.of(BrokenPlugins.HasABrokenDescriptor.class, "descriptorsAreValid"),
                Arguments.of(BrokenPlugins.HasAServiceWithoutDescriptor.class, "everyServiceHasItsDescriptor"),
                Arguments.of(BrokenPlugins.WritesHalfThePicture.class, "writesEveryPixelAtEverySizeAndExtreme"),
                Arguments.of(BrokenPlugins.LooksDifferentNow.class, "looksAsItWasApproved"),
                Arguments.of(BrokenPlugins.DependsOnEarlierFrames.class, "framesDoNotDependOnEarlierFrames"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void brokenPluginFails(Class<?> plugin, String test) {
        Events failed = run(plugin).failed();
        assertTrue(
                failed.stream()
                        .anyMatch(event ->
                                event.getTestDescriptor().getDisplayName().startsWith(test)),
                plugin.getSimpleName() + " must fail " + test + ", but failed "
                        + failed.stream()
                                .map(event -> event.getTestDescriptor().getDisplayName())
                                .toList());
    }

    @Test
    void soundPluginPasses() {
        Events tests = run(BrokenPlugins.KeepsEveryRule.class);
        assertEquals(0, tests.failed().count());
        assertTrue(tests.succeeded().count() >= 6, "the kit's tests ran");
    }

    @AfterAll
    static void endThreads() {
        BrokenPlugins.LeavesAThreadBehind.end();
    }

    private static Events run(Class<?> plugin) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(plugin))
                .execute()
                .testEvents();
    }
}
