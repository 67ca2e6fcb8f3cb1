package dev.evergreen.api.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers try on loopback: pages of other origins, rebound names, guessed paths. */
class SecurityTest {
    private static final String PROJECT = "{\"title\":\"T\"}";
    private static final String JSON = "Content-Type: application/json";
    private static final String TOKEN = "X-Evergreen-Token: " + TestNode.TOKEN;

    /** Of 4,096 bytes. */
    private static final int CHUNKS_BEYOND_THE_LIMIT = 245;

    private TestNode node;
    private int port;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        node = TestNode.start(folder);
        port = node.server.port();
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:%d",
                "127.0.0.1",
                "127.0.0.1:1",
                "localhost.evil.example:%d",
                "127.0.0.1:%d.evil.example"
            })
    void a_host_that_is_not_this_node_is_refused_even_for_reading(String host) throws IOException {
        String header = "Host: " + String.format(host, port);

        for (String path : List.of("/", "/api/v1/projects", "/livez", "/session.json", "/metrics")) {
            RawHttp.Answer refused = RawHttp.get(port, path, header, "Sec-Fetch-Site: same-origin");
            assertTrue(
                    refused.status() == 403 && refused.body().contains("host_refused") || refused.status() == 400,
                    () -> path + " " + refused);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:%d", "localhost:%d", "[::1]:%d"})
    void loopback_by_its_names_is_served(String host) throws IOException {
        assertEquals(
                200,
                RawHttp.get(port, "/livez", "Host: " + String.format(host, port))
                        .status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "null",
                "https://127.0.0.1:%d",
                "http://localhost:%d",
                "http://127.0.0.1:1"
            })
    void a_page_of_another_origin_can_do_nothing_even_with_the_token(String origin) throws IOException {
        String header = "Origin: " + String.format(origin, port);

        RawHttp.Answer write = RawHttp.send(port, "POST /api/v1/projects", PROJECT, JSON, TOKEN, header);
        RawHttp.Answer read = RawHttp.get(port, "/api/v1/projects", header);
        RawHttp.Answer session = RawHttp.get(port, "/session.json", header, "Sec-Fetch-Site: cross-site");

        assertRefused("origin_refused", write);
        assertRefused("origin_refused", read);
        assertRefused("origin_refused", session);
        assertTrue(node.projects.stored.isEmpty(), "nothing was made");
        assertEquals("", read.header("Access-Control-Allow-Origin"));
    }

    @Test
    void a_preflight_is_not_granted() throws IOException {
        RawHttp.Answer preflight = RawHttp.send(
                port,
                "OPTIONS /api/v1/projects",
                "",
                "Origin: http://evil.example",
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: x-evergreen-token");

        assertEquals(403, preflight.status());
        assertEquals("", preflight.header("Access-Control-Allow-Origin"));
        assertEquals("", preflight.header("Access-Control-Allow-Headers"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/v1/projects",
                "PUT /api/v1/projects/x/script",
                "DELETE /api/v1/media/x",
                "POST /api/projects",
                "POST /nowhere"
            })
    void what_changes_something_needs_the_start_token(String call) throws IOException {
        assertRefused("token_required", RawHttp.send(port, call, PROJECT, JSON));
        assertRefused("token_required", RawHttp.send(port, call, PROJECT, JSON, "X-Evergreen-Token: wrong"));
        assertRefused("token_required", RawHttp.send(port, call + "?token=" + TestNode.TOKEN, PROJECT, JSON));
        assertTrue(node.projects.stored.isEmpty(), "nothing was made");
    }

    @Test
    void the_own_page_with_the_token_may() throws IOException {
        RawHttp.Answer made = RawHttp.send(
                port,
                "POST /api/v1/projects",
                PROJECT,
                JSON,
                TOKEN,
                "Origin: http://127.0.0.1:" + port,
                "Sec-Fetch-Site: same-origin");

        assertEquals(201, made.status(), made::body);
    }

    @Test
    void a_cross_site_form_without_origin_is_refused_by_its_fetch_metadata() throws IOException {
        RawHttp.Answer refused =
                RawHttp.send(port, "POST /api/v1/projects", PROJECT, JSON, TOKEN, "Sec-Fetch-Site: cross-site");

        assertRefused("origin_refused", refused);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site", "Sec-Fetch-Site: none"})
    void the_token_is_told_to_pages_of_the_node_only(String header) throws IOException {
        RawHttp.Answer refused =
                header.isEmpty() ? RawHttp.get(port, "/session.json") : RawHttp.get(port, "/session.json", header);

        assertEquals(403, refused.status());
        assertFalse(refused.body().contains(TestNode.TOKEN), "the refusal tells nothing");
    }

    @Test
    void the_session_is_never_stored_nor_shared() throws IOException {
        RawHttp.Answer session = RawHttp.get(port, "/session.json", "Sec-Fetch-Site: same-origin");

        assertEquals(200, session.status());
        assertEquals("no-store", session.header("Cache-Control"));
        assertEquals("same-origin", session.header("Cross-Origin-Resource-Policy"));
        assertEquals("nosniff", session.header("X-Content-Type-Options"));
    }

    @Test
    void pages_may_load_nothing_but_their_own() throws IOException {
        RawHttp.Answer page = RawHttp.get(port, "/", "Accept: text/html");
        String policy = page.header("Content-Security-Policy");

        assertEquals(200, page.status());
        assertTrue(policy.contains("default-src 'none'") && policy.contains("script-src 'self'"), policy);
        assertTrue(policy.contains("frame-ancestors 'none'"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertEquals("no-referrer", page.header("Referrer-Policy"));
        assertEquals("nosniff", page.header("X-Content-Type-Options"));
        assertEquals("", page.header("Server"));
    }

    @Test
    void an_uploaded_file_opened_as_a_page_is_sandboxed() throws IOException {
        var asset = node.assets.add(Samples.asset(java.util.UUID.randomUUID(), java.util.UUID.randomUUID()), 20);

        RawHttp.Answer file = RawHttp.get(port, "/api/v1/media/" + asset.asset().id());

        assertEquals(200, file.status());
        assertTrue(file.header("Content-Security-Policy").contains("sandbox"), file::toString);
        assertEquals("nosniff", file.header("X-Content-Type-Options"));
        assertEquals("inline; filename*=UTF-8''Tide%20Pools%20%C3%A9.mp4", file.header("Content-Disposition"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/assets/../../secret.txt",
                "/%2e%2e/secret.txt",
                "/..%2fsecret.txt",
                "/assets/..%5c..%5csecret.txt",
                "/assets/%2e%2e/%2e%2e/secret.txt",
                "//secret.txt",
                "/./../secret.txt",
                "/assets/..;/..;/secret.txt",
                "/%00/../secret.txt"
            })
    void nothing_outside_of_the_studio_is_served(String path) throws IOException {
        RawHttp.Answer answer = RawHttp.get(port, path, "Accept: */*");

        assertFalse(answer.body().contains("not for the web"), path);
        assertTrue(answer.status() >= 400 || answer.body().contains("<title>Studio</title>"), answer::toString);
    }

    @Test
    void the_studio_s_addresses_lead_to_its_page_and_missing_files_do_not() throws IOException {
        assertTrue(RawHttp.get(port, "/projects/17/script", "Accept: text/html")
                .body()
                .contains("<title>Studio</title>"));
        assertEquals(404, RawHttp.get(port, "/assets/gone.js", "Accept: */*").status());
        assertEquals(404, RawHttp.get(port, "/favicon.png", "Accept: image/*").status());
        RawHttp.Answer api = RawHttp.get(port, "/api/v1/nothing", "Accept: text/html");
        assertEquals(404, api.status());
        assertTrue(api.body().contains("\"not_found\""), api::body);
    }

    @Test
    void hashed_files_are_kept_forever_and_the_page_is_asked_for_again() throws IOException {
        RawHttp.Answer script = RawHttp.get(port, "/assets/app-1a2b.js");
        RawHttp.Answer page = RawHttp.get(port, "/index.html");

        assertEquals("public, max-age=31536000, immutable", script.header("Cache-Control"));
        assertEquals(
                "text/javascript;charset=utf-8",
                script.header("Content-Type").replace(" ", "").toLowerCase(java.util.Locale.ROOT));
        assertEquals("no-cache", page.header("Cache-Control"));
        assertEquals(
                304,
                RawHttp.get(port, "/", "If-None-Match: " + page.header("ETag")).status());
    }

    @Test
    void a_correlation_id_is_kept_when_it_is_harmless_and_replaced_when_it_is_not() throws IOException {
        RawHttp.Answer kept = RawHttp.get(port, "/livez", "X-Correlation-Id: make-17.2");
        RawHttp.Answer replaced = RawHttp.get(port, "/livez", "X-Correlation-Id: <script>");

        assertEquals("make-17.2", kept.header("X-Correlation-Id"));
        assertTrue(kept.body().contains("\"correlationId\":\"make-17.2\""), kept::body);
        assertFalse(replaced.header("X-Correlation-Id").contains("<"), replaced::toString);
        assertFalse(replaced.header("X-Correlation-Id").isEmpty());
    }

    @Test
    void a_hundred_megabytes_are_refused_before_they_are_sent() throws IOException {
        long started = System.nanoTime();

        RawHttp.Answer refused = RawHttp.send(
                port,
                "POST /api/v1/scripts/parse?fileName=huge.fountain",
                "EXT. SEA",
                TOKEN,
                "Content-Type: text/plain",
                "Content-Length: 100000000");

        assertEquals(413, refused.status());
        assertTrue(refused.body().contains("it has 100 MB, the limit is 1 MB"), refused::body);
        assertTrue(refused.body().contains("etc/dev.evergreen.scripting.cfg"), refused::body);
        assertTrue(System.nanoTime() - started < 5_000_000_000L, "the rest of the body was not waited for");
    }

    @Test
    void a_body_without_a_length_is_read_up_to_its_limit_only() throws IOException {
        String chunk = "1000\r\n" + "x".repeat(4096) + "\r\n";

        RawHttp.Answer refused = RawHttp.send(
                port,
                "POST /api/v1/scripts/parse",
                chunk.repeat(CHUNKS_BEYOND_THE_LIMIT) + "0\r\n\r\n",
                TOKEN,
                "Content-Type: text/plain",
                "Transfer-Encoding: chunked");

        assertEquals(413, refused.status(), refused::toString);
    }

    private static void assertRefused(String code, RawHttp.Answer answer) {
        assertEquals(403, answer.status(), answer::toString);
        assertTrue(answer.body().contains("\"" + code + "\""), answer::body);
    }
}
