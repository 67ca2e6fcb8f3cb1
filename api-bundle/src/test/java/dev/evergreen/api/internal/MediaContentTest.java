package dev.evergreen.api.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaContentTest {
    private TestNode node;
    private int port;
    private String path;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        node = TestNode.start(folder);
        port = node.server.port();
        UUID id = UUID.randomUUID();
        node.assets.add(Samples.asset(id, UUID.randomUUID()), FakeUseCases.FakeAssets.CONTENT.length);
        path = "/api/v1/media/" + id;
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void a_player_gets_the_part_it_asks_for() throws IOException {
        RawHttp.Answer part = RawHttp.get(port, path, "Range: bytes=10-");

        assertEquals(206, part.status());
        assertEquals("bytes 10-19/20", part.header("Content-Range"));
        assertEquals("10", part.header("Content-Length"));
        assertEquals("abcdefghij", part.body());
    }

    @Test
    void the_end_of_a_file_is_asked_for_from_behind() throws IOException {
        assertEquals("hij", RawHttp.get(port, path, "Range: bytes=-3").body());
    }

    @Test
    void a_range_behind_the_end_is_told_the_length() throws IOException {
        RawHttp.Answer refused = RawHttp.get(port, path, "Range: bytes=20-");

        assertEquals(416, refused.status());
        assertEquals("bytes */20", refused.header("Content-Range"));
        assertEquals("application/json", refused.header("Content-Type"));
        assertTrue(refused.body().contains("has 20 bytes"), refused::body);
    }

    @Test
    void several_ranges_and_other_units_give_the_whole_file() throws IOException {
        assertEquals(200, RawHttp.get(port, path, "Range: bytes=0-1,4-5").status());
        assertEquals(200, RawHttp.get(port, path, "Range: pages=1-2").status());
    }

    @Test
    void a_range_holds_only_for_the_file_it_was_meant_for() throws IOException {
        String tag = RawHttp.get(port, path).header("ETag");

        assertEquals(
                206,
                RawHttp.get(port, path, "Range: bytes=0-1", "If-Range: " + tag).status());
        assertEquals(
                200,
                RawHttp.get(port, path, "Range: bytes=0-1", "If-Range: \"other\"")
                        .status());
    }

    @Test
    void who_has_the_file_gets_it_no_second_time() throws IOException {
        RawHttp.Answer first = RawHttp.get(port, path);
        RawHttp.Answer again = RawHttp.get(port, path, "If-None-Match: " + first.header("ETag"));

        assertEquals("private, max-age=31536000, immutable", first.header("Cache-Control"));
        assertEquals(304, again.status());
        assertEquals("", again.body());
    }

    @Test
    void the_browser_is_asked_to_save_it_under_its_name() throws IOException {
        String disposition = RawHttp.get(port, path + "?download=true").header("Content-Disposition");

        assertTrue(disposition.startsWith("attachment; filename*=UTF-8''Tide%20Pools"), disposition);
    }

    @Test
    void an_evicted_file_says_how_to_get_it_again() throws IOException {
        UUID evicted = UUID.randomUUID();
        node.assets.add(Samples.asset(evicted, UUID.randomUUID()), 0);

        RawHttp.Answer refused = RawHttp.get(port, "/api/v1/assets/" + evicted);

        assertEquals(404, refused.status());
        assertTrue(refused.body().contains("make the film again"), refused::body);
    }

    @Test
    void what_fails_after_its_beginning_breaks_off_instead_of_seeming_whole() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        String address = "http://127.0.0.1:" + port + "/api/v1/projects/" + UUID.randomUUID() + "/timeline/preview";

        assertEquals(
                "0+12@360",
                client.send(
                                HttpRequest.newBuilder(URI.create(address + "?frames=12"))
                                        .build(),
                                BodyHandlers.ofString())
                        .body());
        assertThrows(
                IOException.class,
                () -> client.send(
                        HttpRequest.newBuilder(URI.create(address + "?frames=13"))
                                .build(),
                        BodyHandlers.ofString()));
    }
}
