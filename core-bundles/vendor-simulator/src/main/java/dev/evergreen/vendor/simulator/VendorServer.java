package dev.evergreen.vendor.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The vendor's HTTP interface, on loopback. Orders are {@code POST /v1/pictures/instant} (the answer is the picture) and {@code
 * /v1/pictures/queued} (the answer is a task, {@code GET /v1/tasks/{id}} tells how it stands). {@code GET /v1/charges/{key}} tells
 * what an order was charged where the terms allow that. Everything but pictures is lines of {@code name=value}.
 */
public final class VendorServer implements AutoCloseable {
    private static final int OK = 200;
    private static final int NO_BODY = -1;

    private final Terms terms;
    private final Books books;
    private final AtomicInteger orders = new AtomicInteger();
    private volatile ConductScript script;
    private volatile CountDownLatch down = new CountDownLatch(1);
    private ExecutorService threads = Executors.newCachedThreadPool(VendorServer::thread);
    private final int port;
    private HttpServer server;
    private boolean up = true;

    public VendorServer(Terms terms, ConductScript script) throws IOException {
        this.terms = terms;
        this.script = script;
        this.books = new Books(terms);
        this.server = open(0);
        this.port = server.getAddress().getPort();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "simulated-vendor");
        thread.setDaemon(true);
        return thread;
    }

    private HttpServer open(int wanted) throws IOException {
        HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
        opened.setExecutor(threads);
        opened.createContext("/", this::answer);
        opened.start();
        return opened;
    }

    /** Where it is, also while it is down. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Behaves like this from the next order on. */
    public void behave(ConductScript next) {
        script = next;
    }

    /** Its bill so far. */
    public List<Invoice> invoices() {
        return books.invoices();
    }

    /** How many orders have reached it, whatever became of them. */
    public int orders() {
        return orders.get();
    }

    /** Refuses connections and breaks those that are open. */
    public synchronized void goDown() {
        if (!up) {
            return;
        }
        up = false;
        down.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    /** Is back at the same address with its bill and its tasks. */
    public synchronized void comeBack() throws IOException {
        if (up) {
            return;
        }
        up = true;
        down = new CountDownLatch(1);
        threads = Executors.newCachedThreadPool(VendorServer::thread);
        server = open(port);
    }

    @Override
    public void close() {
        goDown();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String[] path = exchange.getRequestURI().getPath().substring(1).split("/", -1);
            Optional<String> account = account(exchange);
            if (account.isEmpty()) {
                text(exchange, 401, "code=unknown_key\n");
                return;
            }
            String method = exchange.getRequestMethod();
            String what = method + " " + (path.length > 1 ? path[1] : "");
            switch (what) {
                case "POST pictures" -> order(exchange, account.get(), path[2].equals("queued"));
                case "GET tasks" -> found(exchange, books.state(account.get(), path[2]));
                case "DELETE tasks" -> {
                    books.cancel(account.get(), path[2]);
                    text(exchange, OK, "state=cancelled\n");
                }
                case "GET outputs" -> output(exchange, path[2], Integer.parseInt(path[3]));
                case "GET charges" -> charge(exchange, account.get(), path[2]);
                case "GET health" -> text(exchange, OK, "state=up\n");
                default -> text(exchange, 404, "code=unknown_address\n");
            }
        }
    }

    private Optional<String> account(HttpExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        return Optional.ofNullable(given)
                .filter(header -> header.startsWith("Bearer "))
                .map(header -> terms.accounts().get(header.substring("Bearer ".length())));
    }

    private void order(HttpExchange exchange, String account, boolean queued) throws IOException {
        orders.incrementAndGet();
        String order = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Idempotency-Key"))
                .orElse("");
        Conduct conduct = script.next();
        switch (conduct) {
            case RATE_LIMIT -> {
                exchange.getResponseHeaders().set("Retry-After", Integer.toString(terms.retryAfterSeconds()));
                text(exchange, 429, "code=too_many_orders\n");
            }
            case FAIL -> text(exchange, 500, "code=internal\n");
            case REFUSE -> text(exchange, 400, "code=content_refused\n");
            case HANG -> waitFor(terms.hang());
            default -> serve(exchange, books.charge(account, order), conduct, queued);
        }
    }

    private void serve(HttpExchange exchange, Invoice invoice, Conduct conduct, boolean queued) throws IOException {
        if (conduct == Conduct.LOSE_ANSWER) {
            return;
        }
        if (conduct == Conduct.SLOW) {
            waitFor(terms.slow());
        }
        if (conduct == Conduct.GARBAGE) {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            send(exchange, OK, "<h1>It works!</h1>".getBytes(StandardCharsets.UTF_8));
            return;
        }
        byte[] body = terms.picture();
        int status = OK;
        if (queued) {
            String task = books.open(invoice, conduct == Conduct.EXPIRE_OUTPUT);
            body = ("task=" + task + "\n").getBytes(StandardCharsets.UTF_8);
            status = 202;
        }
        exchange.getResponseHeaders().set("Content-Type", queued ? "text/plain" : "image/png");
        exchange.getResponseHeaders().set("X-Charge", invoice.amount().toPlainString());
        if (conduct == Conduct.CUT) {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body, 0, body.length / 2);
            exchange.getResponseBody().flush();
            return;
        }
        send(exchange, status, body);
    }

    private void output(HttpExchange exchange, String task, int address) throws IOException {
        if (books.delivers(task, address)) {
            exchange.getResponseHeaders().set("Content-Type", "image/png");
            send(exchange, OK, terms.picture());
        } else {
            text(exchange, 410, "code=expired\n");
        }
    }

    private void charge(HttpExchange exchange, String account, String order) throws IOException {
        if (!terms.tellsCharges()) {
            text(exchange, 404, "code=unknown_address\n");
            return;
        }
        text(
                exchange,
                OK,
                books.find(account, order)
                        .map(invoice ->
                                "state=charged\ncharge=" + invoice.amount().toPlainString() + "\n")
                        .orElse("state=none\n"));
    }

    private static void found(HttpExchange exchange, Optional<String> text) throws IOException {
        text(exchange, text.isPresent() ? OK : 404, text.orElse("code=unknown_task\n"));
    }

    private static void text(HttpExchange exchange, int status, String text) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        send(exchange, status, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? NO_BODY : body.length);
        exchange.getResponseBody().write(body);
    }

    /** Ends early when the vendor goes down. */
    private void waitFor(Duration time) throws IOException {
        try {
            if (down.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("The vendor went down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
