package dev.evergreen.itests;

import static org.junit.Assert.fail;
import static org.ops4j.pax.exam.CoreOptions.systemTimeout;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.logLevel;

import dev.evergreen.domain.telemetry.Readiness;
import dev.evergreen.domain.telemetry.ReadinessReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.inject.Inject;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.karaf.options.LogLevelOption.LogLevel;
import org.ops4j.pax.exam.options.extra.VMOption;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;

/**
 * A test that runs inside our own distribution, with a data folder and a port of its own. Each class gets one container; its
 * test methods run one after the other in it.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public abstract class ContainerTest {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @Inject
    protected BundleContext context;

    @Inject
    protected Readiness readiness;

    @Configuration
    public Option[] configuration() throws IOException {
        Path work = Path.of("target", "containers").toAbsolutePath();
        Files.createDirectories(work);
        Path data = Files.createTempDirectory(work, getClass().getSimpleName() + "-data");
        List<Option> options = new ArrayList<>();
        options.add(karafDistributionConfiguration()
                .frameworkUrl(Distribution.archive().toUri().toString())
                .name("Evergreen")
                .karafVersion(System.getProperty("karaf.version"))
                .unpackDirectory(work.resolve("unpacked").toFile())
                .useDeployFolder(false));
        options.add(systemTimeout(PATIENCE.toMillis()));
        options.add(logLevel(LogLevel.INFO));
        options.add(editConfigurationFilePut(
                "etc/org.ops4j.pax.url.mvn.cfg",
                "org.ops4j.pax.url.mvn.localRepository",
                System.getProperty("evergreen.repository")));
        options.add(editConfigurationFilePut("etc/dev.evergreen.http.cfg", "port", "0"));
        for (String argument : virtualMachine(data)) {
            options.add(new VMOption(argument));
        }
        options.addAll(additional());
        return options.toArray(Option[]::new);
    }

    /** What a class needs beside the distribution as it is. */
    protected List<Option> additional() {
        return List.of();
    }

    /** What {@code bin/node} gives to the virtual machine. */
    private static List<String> virtualMachine(Path data) {
        return List.of(
                "-Xmx1g",
                "-Djava.awt.headless=true",
                "-Devergreen.data=" + data,
                "-Devergreen.boot=evergreen",
                // Pax Exam gives a busy machine ten seconds for these, and then waits for its tests for good.
                "-Dorg.ops4j.pax.exam.raw.extender.intern.Parser.DEFAULT_TIMEOUT=" + PATIENCE.toMillis(),
                "-Dpax.exam.service.timeout=" + PATIENCE.toMillis(),
                "-Dorg.bytedeco.javacpp.cachedir=" + data.resolve("cache/natives"),
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.net=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.protocol.file=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.protocol.http=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.protocol.https=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.protocol.jar=ALL-UNNAMED");
    }

    /** Fails, naming what is missing, unless the node is ready within four minutes. */
    protected void awaitReady() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        ReadinessReport report = readiness.check();
        while (!report.ready() && System.nanoTime() < deadline) {
            never.await(200, TimeUnit.MILLISECONDS);
            report = readiness.check();
        }
        if (!report.ready()) {
            fail("not ready after " + PATIENCE.toSeconds() + " s: " + report.findings());
        }
    }

    /** Fails unless the condition holds within four minutes. */
    protected static void await(String what, BooleanSupplier condition) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                fail(what + " did not come about within " + PATIENCE.toSeconds() + " s");
            }
            never.await(50, TimeUnit.MILLISECONDS);
        }
    }
}
