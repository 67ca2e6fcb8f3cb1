package dev.evergreen.provider.comfyui.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.evergreen.contract.test.VendorContract;
import dev.evergreen.contract.test.VendorStub;
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
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What all capabilities of this plugin have in common: a workflow that waits, runs and has saved a file. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ComfyUiContract<Q extends Request<R>, R extends Result> extends VendorContract<Q, R> {
    static final String ID = "5bd4f1a2-0d5c-4a7e-9a0f-d2b6a7c1e001";
    static final String HISTORY = "/history/" + ID;

    private final VendorStub vendor = stub();
    private final List<ComfyUiAccount> accounts = new ArrayList<>();

    @TempDir
    Path files;

    static VendorStub stub() {
        return new VendorStub("/contract/comfyui.derived.openapi.yaml", "");
    }

    static ComfyUiAccount account(URI base, int timeoutSeconds, Secrets secrets, String models) {
        Map<String, Object> settings = new HashMap<>(
                Map.of("baseUrl", base.toString(), "apiKey", "secret:1", "timeoutSeconds", (long) timeoutSeconds));
        if (!models.isEmpty()) {
            settings.put("models", models);
        }
        return new ComfyUiAccount(Settings.of(ComfyUi.class, "comfyui", settings), secrets, Clock.systemUTC());
    }

    static ShotDescription shot(String prompt) {
        return new ShotDescription(
                prompt, Setting.EXTERIOR, "", "", "", "", "", ShotSize.WIDE, List.of(), List.of(), List.of());
    }

    /** @param place queue_running or queue_pending */
    static String queued(String place) {
        String entry = "[[1,\"" + ID + "\",{},{},[\"9\"]]]";
        return "{\"queue_running\":" + (place.equals("queue_running") ? entry : "[]") + ",\"queue_pending\":"
                + (place.equals("queue_pending") ? entry : "[]") + "}";
    }

    static String history(String outputs, String status) {
        return "{\"" + ID + "\":{\"prompt\":[],\"outputs\":" + outputs + ",\"status\":" + status + "}}";
    }

    abstract Provider<Q, R> provider(ComfyUiAccount account);

    /** What the nodes have saved, in JSON. */
    abstract String outputs();

    abstract byte[] content();

    @Override
    protected String orderPath() {
        return "/prompt";
    }

    @Override
    protected void stubVendor() {
        vendor().stub(post("/prompt")
                .willReturn(okJson("{\"prompt_id\":\"" + ID + "\",\"number\":1,\"node_errors\":{}}")));
        vendor().stub(get(HISTORY)
                .inScenario("task")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(okJson("{}"))
                .willSetStateTo("done"));
        vendor().stub(get("/queue").willReturn(okJson(queued("queue_pending"))));
        vendor().stub(get(HISTORY)
                .inScenario("task")
                .whenScenarioStateIs("done")
                .willReturn(
                        okJson(history(outputs(), "{\"status_str\":\"success\",\"completed\":true,\"messages\":[]}"))));
        vendor().stub(get(urlPathEqualTo("/view"))
                .willReturn(aResponse().withHeader("Content-Type", "image/png").withBody(content())));
        vendor().stub(post("/upload/image")
                .willReturn(okJson("{\"name\":\"a.png\",\"subfolder\":\"\",\"type\":\"input\"}")));
    }

    @Override
    protected VendorStub vendor() {
        return vendor;
    }

    @Override
    protected Provider<Q, R> provider(URI base, int timeoutSeconds) {
        return provider(account(base, timeoutSeconds, ""));
    }

    ComfyUiAccount account(URI base, int timeoutSeconds, String models) {
        ComfyUiAccount account = account(base, timeoutSeconds, SECRETS, models);
        accounts.add(account);
        return account;
    }

    @Override
    protected List<Checkpoint> earlierCheckpoints() {
        return List.of(
                new Checkpoint(1, Map.of("task", ID, "node", "9", "seconds", "5", "since", "2030-01-01T00:00:00Z")));
    }

    @Override
    protected List<Misbehaviour> vendorErrors() {
        return List.of(
                error(
                        "the workflow is wrong",
                        400,
                        "{\"error\":{\"type\":\"prompt_no_outputs\",\"message\":\"Prompt has no outputs\",\"details\":\"\"},"
                                + "\"node_errors\":[]}",
                        Kind.INVALID_REQUEST),
                error(
                        "the checkpoint is not there",
                        400,
                        "{\"error\":{\"type\":\"prompt_outputs_failed_validation\",\"message\":\"Prompt outputs failed validation\","
                                + "\"details\":\"\"},\"node_errors\":{\"4\":{\"class_type\":\"CheckpointLoaderSimple\",\"errors\":["
                                + "{\"type\":\"value_not_in_list\",\"message\":\"Value not in list\",\"details\":\"ckpt_name\"}]}}}",
                        Kind.UNSUPPORTED));
    }

    @AfterAll
    void close() {
        accounts.forEach(ComfyUiAccount::close);
        vendor.close();
    }
}
