package dev.evergreen.contract.test;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The guard bites: each way to break the document's word is tried once. */
class VendorStubTest {
    private static final VendorStub VENDOR = new VendorStub("/contract/acme.yaml", "/v1");
    private static final String JSON = "application/json";

    @AfterAll
    static void close() {
        VENDOR.close();
    }

    @BeforeEach
    void reset() {
        VENDOR.reset();
        VENDOR.stub(any(anyUrl()).willReturn(okJson("{\"id\":\"7\"}")));
    }

    @Test
    void whatTheDocumentSaysIsFine() throws Exception {
        send("POST", "/orders?size=s", JSON, "{\"prompt\":\"a cat\",\"mode\":\"fast\"}", true);
        send("GET", "/orders/7", JSON, "", true);
        send("POST", "/orders?size=l", "multipart/form-data; boundary=b", form("slow", "file"), true);
        VENDOR.assertContractKept();
    }

    @Test
    void whatItDoesNotSayIsFound() throws Exception {
        found("is not in the document", "POST", "/nowhere", JSON, "{}", true);
        found("lacks the query parameter size", "POST", "/orders", JSON, "{\"prompt\":\"x\"}", true);
        found("unknown query parameter", "POST", "/orders?size=s&more=1", JSON, "{\"prompt\":\"x\"}", true);
        found("query parameter size", "POST", "/orders?size=m", JSON, "{\"prompt\":\"x\"}", true);
        found("does not show its key", "POST", "/orders?size=s", JSON, "{\"prompt\":\"x\"}", false);
        found("prompt", "POST", "/orders?size=s", JSON, "{}", true);
        found("prompt", "POST", "/orders?size=s", JSON, "{\"prompt\":\"more than ten\"}", true);
        found("mode", "POST", "/orders?size=s", JSON, "{\"prompt\":\"x\",\"mode\":\"odd\"}", true);
        found("extra", "POST", "/orders?size=s", JSON, "{\"prompt\":\"x\",\"extra\":1}", true);
        found("lacks its body", "POST", "/orders?size=s", JSON, "", true);
        found("does not take", "POST", "/orders?size=s", "text/plain", "x", true);
        found(
                "lacks the part 'file'",
                "POST",
                "/orders?size=s",
                "multipart/form-data; boundary=b",
                form("slow", null),
                true);
        found(
                "which is not allowed",
                "POST",
                "/orders?size=s",
                "multipart/form-data; boundary=b",
                form("odd", "file"),
                true);
        found(
                "unknown part 'other'",
                "POST",
                "/orders?size=s",
                "multipart/form-data; boundary=b",
                form("slow", "other"),
                true);
    }

    @Test
    void anAnswerThatTheVendorWouldNotGiveIsFound() throws Exception {
        VENDOR.stub(any(anyUrl()).willReturn(okJson("{\"name\":\"no id\"}")));
        found("answer 200", "POST", "/orders?size=s", JSON, "{\"prompt\":\"x\"}", true);
        assertThrows(AssertionError.class, VENDOR::assertContractKept);
    }

    private static void found(String problem, String method, String path, String type, String body, boolean key)
            throws Exception {
        VENDOR.requests();
        int before = VENDOR.problems().size();
        send(method, path, type, body, key);
        List<String> problems =
                VENDOR.problems().subList(before, VENDOR.problems().size());
        assertEquals(true, problems.stream().anyMatch(one -> one.contains(problem)), problem + " in " + problems);
        assertTrue(problems.size() <= 2, problems::toString);
    }

    private static String form(String mode, String file) {
        String parts = "--b\r\nContent-Disposition: form-data; name=\"mode\"\r\n\r\n" + mode + "\r\n";
        return parts
                + (file == null
                        ? ""
                        : "--b\r\nContent-Disposition: form-data; name=\"" + file
                                + "\"; filename=\"a\"\r\n\r\ncontent\r\n")
                + "--b--\r\n";
    }

    private static void send(String method, String path, String type, String body, boolean key) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(java.net.URI.create(VENDOR.address() + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", type)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (key) {
            request.header("x-key", "k");
        }
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
