package dev.evergreen.contract.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.evergreen.spi.provider.Downloads;
import dev.evergreen.spi.provider.ProviderException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A stub of one vendor on loopback, whose every exchange is held against the vendor's document. One serves a whole test class. */
public final class VendorStub implements AutoCloseable {
    /** Where files lie that results point to: no part of the vendor's interface. */
    static final String FILES = "/evergreen-files/";

    private static final int THREADS = 8;

    private final WireMockServer server;
    private final ContractGuard guard;
    private final String path;
    private final AtomicInteger cases = new AtomicInteger();

    /**
     * @param document on the tests' class path, for example {@code /contract/openai.openapi.json}
     * @param path what the vendor's base address has before the document's paths, for example {@code /v1}; may be empty
     */
    public VendorStub(String document, String path) {
        this.path = path;
        this.guard = new ContractGuard(ApiDocument.of(document), "(/case-\\d+)?" + path);
        // The JDK's client would offer HTTP/2 over plain text, and bodies break.
        this.server = new WireMockServer(WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .containerThreads(THREADS)
                .http2PlainDisabled(true));
        server.addMockServiceRequestListener(guard);
        server.start();
    }

    /** The base address of the vendor that serves well. */
    public URI address() {
        return URI.create(server.baseUrl() + path);
    }

    /** A base address of its own, for one misbehaviour; its stubs have paths that begin with its path. */
    public URI newCase() {
        return URI.create(server.baseUrl() + "/case-" + cases.incrementAndGet() + path);
    }

    /** Where a file lies that results point to; outside the vendor's interface. */
    public URI file(String name) {
        return URI.create(server.baseUrl() + FILES + name);
    }

    public void stub(MappingBuilder mapping) {
        server.stubFor(mapping);
    }

    public List<LoggedRequest> requests() {
        return server.getAllServeEvents().stream()
                .map(event -> event.getRequest())
                .toList();
    }

    /** Every request and every answer so far was as the document says. */
    public void assertContractKept() {
        assertEquals(List.of(), guard.problems(), "against the vendor's document");
    }

    /** What was not as the document says. */
    public List<String> problems() {
        return guard.problems();
    }

    /** Forgets stubs, requests and problems. */
    public void reset() {
        server.resetAll();
        guard.forget();
    }

    /** As the engine's: this server counts as public, everything else on this machine as private. */
    public Downloads downloads(Path folder) {
        AtomicInteger files = new AtomicInteger();
        return (address, maximumBytes) -> {
            if (!address.toString().startsWith(server.baseUrl() + "/")) {
                throw new ProviderException(
                        ProviderException.Kind.BAD_RESPONSE, address.getHost() + " leads into a private network");
            }
            Path file = folder.resolve("download-" + files.incrementAndGet());
            try {
                HttpResponse<Path> answer = HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofFile(file));
                if (answer.statusCode() != 200 || Files.size(file) > maximumBytes) {
                    throw new ProviderException(
                            ProviderException.Kind.BAD_RESPONSE, "the file answers " + answer.statusCode());
                }
                return file;
            } catch (IOException e) {
                throw new ProviderException(ProviderException.Kind.BAD_RESPONSE, "the file breaks off", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ProviderException(ProviderException.Kind.CANCELLED, "interrupted", e);
            }
        };
    }

    @Override
    public void close() {
        server.stop();
    }
}
