package dev.evergreen.provider.replicate.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.evergreen.contract.test.VendorContract;
import dev.evergreen.contract.test.VendorStub;
import dev.evergreen.kit.audio.WaveFiles;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.provider.Checkpoint;
import dev.evergreen.spi.provider.Pollable;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException;
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

/** What all capabilities of this plugin have in common: a prediction that starts, works and succeeds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReplicateContract<Q extends Request<R>, R extends Result> extends VendorContract<Q, R> {
    static final String ID = "gm3qorzdhgbfurvjtvhg6dckhu";
    static final String TASK = "/predictions/" + ID;

    private final VendorStub vendor = stub();
    private final List<ReplicateAccount> accounts = new ArrayList<>();

    @TempDir
    Path files;

    static VendorStub stub() {
        return new VendorStub("/contract/replicate.openapi.json", "");
    }

    static ReplicateAccount account(URI base, int timeoutSeconds, Secrets secrets, String models) {
        Map<String, Object> settings = new HashMap<>(
                Map.of("baseUrl", base.toString(), "apiKey", "secret:1", "timeoutSeconds", (long) timeoutSeconds));
        if (!models.isEmpty()) {
            settings.put("models", models);
        }
        return new ReplicateAccount(Settings.of(Replicate.class, "replicate", settings), secrets, Clock.systemUTC());
    }

    static ShotDescription shot(String prompt) {
        return new ShotDescription(
                prompt, Setting.EXTERIOR, "", "", "", "", "", ShotSize.WIDE, List.of(), List.of(), List.of());
    }

    /** @param output in JSON */
    static String prediction(String status, String output, String more) {
        return "{\"id\":\"" + ID + "\",\"model\":\"owner/name\",\"version\":\"hidden\",\"input\":{\"prompt\":\"x\"},"
                + "\"output\":" + output + ",\"data_removed\":false,\"error\":null,\"status\":\"" + status
                + "\",\"created_at\":\"2026-11-22T10:00:00.000Z\",\"urls\":{\"web\":\"https://replicate.com/p/" + ID
                + "\",\"get\":\"https://api.replicate.com/v1/predictions/" + ID
                + "\",\"cancel\":\"https://api.replicate.com/v1/predictions/" + ID + "/cancel\"}" + more + "}";
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

    abstract Provider<Q, R> provider(ReplicateAccount account);

    /** What the vendor answers with, in JSON, for the address of the file. */
    abstract String output(URI file);

    abstract byte[] content();

    @Override
    protected void stubVendor() {
        vendor().stub(post(orderPath())
                .willReturn(okJson(prediction("starting", "null", "")).withStatus(201)));
        vendor().stub(get(TASK)
                .inScenario("task")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(okJson(prediction("processing", "null", "")))
                .willSetStateTo("done"));
        vendor().stub(get(TASK)
                .inScenario("task")
                .whenScenarioStateIs("done")
                .willReturn(okJson(prediction(
                        "succeeded", output(vendor().file("result")), ",\"metrics\":{\"predict_time\":2.5}"))));
        vendor().stub(get(vendor().file("result").getPath())
                .willReturn(aResponse().withBody(content())));
        vendor().stub(post(TASK + "/cancel").willReturn(okJson(prediction("canceled", "null", ""))));
    }

    @Override
    protected VendorStub vendor() {
        return vendor;
    }

    @Override
    protected Provider<Q, R> provider(URI base, int timeoutSeconds) {
        return provider(account(base, timeoutSeconds, ""));
    }

    ReplicateAccount account(URI base, int timeoutSeconds, String models) {
        ReplicateAccount account = account(base, timeoutSeconds, SECRETS, models);
        accounts.add(account);
        return account;
    }

    @Override
    protected List<Checkpoint> earlierCheckpoints() {
        return List.of(new Checkpoint(
                1,
                Map.of(
                        "task",
                        ID,
                        "model",
                        "black-forest-labs/flux-schnell",
                        "seconds",
                        "5",
                        "voice",
                        "Wise_Woman",
                        "since",
                        "2030-01-01T00:00:00Z")));
    }

    @Override
    protected List<Misbehaviour> vendorErrors() {
        return List.of(
                error(
                        "it does not understand",
                        422,
                        "{\"title\":\"Input validation failed\",\"detail\":\"- input.prompt is required\",\"status\":422}",
                        Kind.INVALID_REQUEST),
                error(
                        "there is no credit",
                        402,
                        "{\"title\":\"Insufficient credit\",\"detail\":\"You have insufficient credit\",\"status\":402}",
                        Kind.QUOTA_EXHAUSTED),
                error("the model is gone", 404, "{\"detail\":\"Not found\",\"status\":404}", Kind.UNSUPPORTED),
                error(
                        "there are too many",
                        429,
                        "{\"detail\":\"Request was throttled. Your rate limit resets in ~30s.\",\"status\":429}",
                        Kind.RATE_LIMITED));
    }

    /** What asking after a task fails with. */
    @SuppressWarnings("unchecked")
    ProviderException fails(String answer, ReplicateAccount account, String model) {
        vendor().stub(get(TASK).willReturn(okJson(answer)));
        Checkpoint task = new Checkpoint(1, Map.of("task", ID, "model", model));
        Pollable<R> provider = (Pollable<R>) provider(account);
        return assertThrows(ProviderException.class, () -> provider.poll(task, call(files)));
    }

    @AfterAll
    void close() {
        accounts.forEach(ReplicateAccount::close);
        vendor.close();
    }
}
