package dev.evergreen.provider.fal.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.evergreen.contract.test.VendorContract;
import dev.evergreen.contract.test.VendorStub;
import dev.evergreen.kit.audio.WaveFiles;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.provider.Checkpoint;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Request;
import dev.evergreen.spi.provider.Result;
import dev.evergreen.spi.provider.Secrets;
import dev.evergreen.spi.script.Setting;
import dev.evergreen.spi.script.ShotDescription;
import dev.evergreen.spi.script.ShotSize;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What all capabilities of this plugin have in common: a request that waits, is worked on and is completed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FalContract<Q extends Request<R>, R extends Result> extends VendorContract<Q, R> {
    static final String ID = "764cabcf-b745-4b3e-ae38-1200304cf45b";

    private final VendorStub vendor = stub();
    private final List<FalAccount> accounts = new ArrayList<>();

    @TempDir
    Path files;

    static VendorStub stub() {
        return new VendorStub("/contract/fal-queue.derived.openapi.yaml", "");
    }

    static FalAccount account(URI base, int timeoutSeconds, Secrets secrets, String models) {
        Map<String, Object> settings = new HashMap<>(
                Map.of("baseUrl", base.toString(), "apiKey", "secret:1", "timeoutSeconds", (long) timeoutSeconds));
        if (!models.isEmpty()) {
            settings.put("models", models);
        }
        return new FalAccount(Settings.of(Fal.class, "fal", settings), secrets, Clock.systemUTC());
    }

    static ShotDescription shot(String prompt) {
        return new ShotDescription(
                prompt, Setting.EXTERIOR, "", "", "", "", "", ShotSize.WIDE, List.of(), List.of(), List.of());
    }

    /** Where the vendor puts status and result: below the first two parts of the model's name. */
    String task() {
        return "/" + orderPath().split("/", -1)[1] + "/" + orderPath().split("/", -1)[2] + "/requests/" + ID;
    }

    String status(String status, String more) {
        return "{\"status\":\"" + status + "\",\"request_id\":\"" + ID + "\"" + more + "}";
    }

    Map<String, String> state() {
        String address = vendor().address() + task();
        return Map.of(
                "task",
                ID,
                "status",
                address + "/status",
                "response",
                address,
                "cancel",
                address + "/cancel",
                "seconds",
                "5",
                "voice",
                "af_heart",
                "since",
                "2030-01-01T00:00:00Z");
    }

    /** A second of nearly nothing. */
    byte[] sound() {
        try {
            Path wave = files.resolve("sound.wav");
            WaveFiles.write(new WaveFiles.Sound(8_000, new float[][] {new float[8_000]}), wave);
            return Files.readAllBytes(wave);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    abstract Provider<Q, R> provider(FalAccount account);

    /** The model's output in JSON with the address of the file. */
    abstract String output(URI file);

    abstract byte[] content();

    @Override
    protected void stubVendor() {
        String address = vendor().address() + task();
        vendor().stub(post(orderPath())
                .willReturn(okJson(status(
                        "IN_QUEUE",
                        ",\"queue_position\":0,\"response_url\":\"" + address + "\",\"status_url\":\"" + address
                                + "/status\",\"cancel_url\":\"" + address + "/cancel\""))));
        vendor().stub(get(task() + "/status")
                .inScenario("task")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(okJson(status("IN_PROGRESS", "")).withStatus(202))
                .willSetStateTo("done"));
        vendor().stub(get(task() + "/status")
                .inScenario("task")
                .whenScenarioStateIs("done")
                .willReturn(okJson(status("COMPLETED", ",\"metrics\":{\"inference_time\":3.7}"))));
        vendor().stub(get(task()).willReturn(okJson(output(vendor().file("result")))));
        vendor().stub(get(vendor().file("result").getPath())
                .willReturn(aResponse().withBody(content())));
    }

    @Override
    protected VendorStub vendor() {
        return vendor;
    }

    @Override
    protected Provider<Q, R> provider(URI base, int timeoutSeconds) {
        return provider(account(base, timeoutSeconds, ""));
    }

    FalAccount account(URI base, int timeoutSeconds, String models) {
        FalAccount account = account(base, timeoutSeconds, SECRETS, models);
        accounts.add(account);
        return account;
    }

    @Override
    protected List<Checkpoint> earlierCheckpoints() {
        return List.of(new Checkpoint(1, state()));
    }

    @Override
    protected List<Misbehaviour> vendorErrors() {
        return List.of(
                error(
                        "it does not understand",
                        422,
                        "{\"detail\":[{\"loc\":[\"body\",\"prompt\"],\"msg\":\"field required\",\"type\":\"missing\"}]}",
                        Kind.INVALID_REQUEST),
                error(
                        "it refuses",
                        422,
                        "{\"detail\":[{\"loc\":[\"body\",\"prompt\"],\"msg\":\"not that\",\"type\":\"content_policy_violation\"}]}",
                        Kind.CONTENT_REJECTED),
                error(
                        "its model fails",
                        422,
                        "{\"detail\":[{\"loc\":[\"body\"],\"msg\":\"timed out\",\"type\":\"generation_timeout\"}]}",
                        Kind.UNAVAILABLE),
                error(
                        "the balance is used up",
                        403,
                        "{\"detail\":\"User is locked. Reason: Exhausted balance.\"}",
                        Kind.QUOTA_EXHAUSTED),
                error("the model is gone", 404, "{\"detail\":\"Application not found\"}", Kind.UNSUPPORTED));
    }

    @AfterAll
    void close() {
        accounts.forEach(FalAccount::close);
        vendor.close();
    }
}
