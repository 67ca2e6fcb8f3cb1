package dev.evergreen.api.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.evergreen.domain.Page;
import dev.evergreen.domain.PageRequest;
import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.access.Access;
import dev.evergreen.domain.access.Action;
import dev.evergreen.domain.access.Person;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One call and its answer. */
public final class Exchange {
    /** The version of the API, in every answer. */
    public static final String VERSION = "1";

    private static final int USUAL_PAGE = 50;
    private static final Limit JSON_LIMIT = new Limit("body", 4_000_000, "Send less at once.");

    /** What every exchange shares. */
    public record Surroundings(Engine engine, RequestSchemas schemas, Clock clock) {}

    private final Context context;
    private final Surroundings surroundings;

    Exchange(Context context, Surroundings surroundings) {
        this.context = context;
        this.surroundings = surroundings;
    }

    /** The server's own view of the call, for what is not JSON. */
    public Context context() {
        return context;
    }

    /**
     * A part of the engine.
     *
     * @throws ProblemException UNAVAILABLE while it is not there
     */
    public <T> T part(Class<T> part) {
        return surroundings
                .engine()
                .find(part)
                .orElseThrow(() -> new ProblemException(
                        Problem.Kind.UNAVAILABLE,
                        "",
                        "The part '" + part.getSimpleName()
                                + "' of the engine is not running now; /readyz says why. Try again in a moment."));
    }

    public Engine engine() {
        return surroundings.engine();
    }

    public Clock clock() {
        return surroundings.clock();
    }

    /** Who calls: the owner of the node, as long as it listens on loopback only. */
    public Person person() {
        return part(Access.class).localOwner();
    }

    /** The gate for what is no use case of its own. */
    public void require(Action action, Optional<UUID> project) {
        Access access = part(Access.class);
        access.require(access.localOwner(), action, project);
    }

    // ---- what is asked

    /** An id in the path. */
    public UUID id(String name) {
        return uuid(name, context.pathParam(name));
    }

    public String word(String name) {
        return context.pathParam(name);
    }

    /** An id in the query. */
    public Optional<UUID> queryId(String name) {
        return query(name).map(value -> uuid(name, value));
    }

    /** Empty also for an empty value. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(context.queryParam(name)).filter(value -> !value.isBlank());
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(context.header(name));
    }

    public PageRequest page() {
        int limit = query("limit").map(Exchange::wholeNumber).orElse(USUAL_PAGE);
        return new PageRequest(query("cursor"), limit);
    }

    /** A JSON body that fits the component schema. */
    public <T> T body(String schema, Class<T> type) throws IOException {
        return ApiJson.as(checked(schema, json()), type);
    }

    /** A JSON body, or an empty object where there is none, that fits the component schema. */
    public <T> T bodyIfAny(String schema, Class<T> type) throws IOException {
        byte[] bytes = Bodies.read(context, JSON_LIMIT);
        return ApiJson.as(checked(schema, parse(bytes.length == 0 ? new byte[] {'{', '}'} : bytes)), type);
    }

    /** A JSON body as it is, held against nothing. */
    public JsonNode json() throws IOException {
        return parse(Bodies.read(context, JSON_LIMIT));
    }

    /** A JSON body of another size. */
    public <T> T body(String schema, Class<T> type, Limit limit) throws IOException {
        return ApiJson.as(checked(schema, parse(Bodies.read(context, limit))), type);
    }

    public byte[] bytes(Limit limit) throws IOException {
        return Bodies.read(context, limit);
    }

    /** The body as it comes; reading beyond the limit is refused. */
    public InputStream stream(Limit limit) {
        return Bodies.stream(context, limit);
    }

    /** What a stream of this call holds, up to the limit. */
    public byte[] bytes(InputStream content, Limit limit) throws IOException {
        return Bodies.read(context, content, limit);
    }

    public void refuseLargerThan(Limit limit) {
        Bodies.refuseLargerThan(context, limit);
    }

    /** Problems of a JSON value that is a part of a body. */
    public List<Problem> problems(String schema, JsonNode value) {
        return surroundings.schemas().problems(schema, value);
    }

    private JsonNode checked(String schema, JsonNode body) {
        List<Problem> problems = problems(schema, body);
        if (!problems.isEmpty()) {
            throw new ProblemException(problems, null);
        }
        return body;
    }

    private static JsonNode parse(byte[] bytes) throws IOException {
        try {
            JsonNode body = ApiJson.tree(bytes);
            if (!body.isMissingNode()) {
                return body;
            }
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " (line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ")";
            throw new ProblemException(
                    List.of(new Problem(Problem.Kind.INVALID, "body", "The body is no JSON" + where + "; correct it.")),
                    e);
        }
        throw new ProblemException(Problem.Kind.INVALID, "body", "The body is empty; the call needs JSON.");
    }

    public static UUID uuid(String name, String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    List.of(new Problem(
                            Problem.Kind.INVALID,
                            name,
                            name + " is '" + value + "', which is no id; ids look like "
                                    + "123e4567-e89b-12d3-a456-426614174000.")),
                    e);
        }
    }

    private static int wholeNumber(String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new ProblemException(
                    List.of(new Problem(
                            Problem.Kind.INVALID, "limit", "limit is '" + value + "'; give a whole number, 1 to 200.")),
                    e);
        }
    }

    // ---- what is answered

    public void ok(Object data) {
        send(200, data, Optional.empty());
    }

    public void created(String location, Object data) {
        context.header("Location", location);
        send(201, data, Optional.empty());
    }

    /** As {@link #created(String, Object)}, with the resource's revision as its ETag. */
    public void created(String location, long revision, Object data) {
        context.header("ETag", "\"" + revision + "\"");
        created(location, data);
    }

    /** Long work has begun; its state is at the location. */
    public void accepted(String location, Object data) {
        context.header("Location", location);
        send(202, data, Optional.empty());
    }

    public void accepted(Object data) {
        send(202, data, Optional.empty());
    }

    public void nothing() {
        context.status(204);
    }

    public <T> void page(Page<T> page, Function<T, Object> view) {
        Optional<String> next = page.next().map(this::address);
        Envelope.PageMeta meta = new Envelope.PageMeta(page().limit(), page.total(), page.next(), next);
        send(200, page.items().stream().map(view).toList(), Optional.of(meta));
    }

    /** Answers with the resource's revision as its ETag, or 304 when the caller has it. */
    public void versioned(long revision, Object data) {
        String tag = "\"" + revision + "\"";
        context.header("ETag", tag);
        context.header("Cache-Control", "private, no-cache");
        boolean fresh = header("If-None-Match")
                .filter(known -> context.method().name().equals("GET") && EntityTags.matches(known, tag))
                .isPresent();
        if (fresh) {
            context.status(304);
        } else {
            send(200, data, Optional.empty());
        }
    }

    private void send(int status, @Nullable Object data, Optional<Envelope.PageMeta> page) {
        context.status(status);
        Envelopes.send(context, new Envelope(data, Envelopes.meta(context, surroundings.clock(), page), List.of()));
    }

    private String address(String cursor) {
        StringBuilder address = new StringBuilder(context.path()).append('?');
        context.queryParamMap().forEach((name, values) -> {
            if (!name.equals("cursor")) {
                values.forEach(value -> address.append(encoded(name))
                        .append('=')
                        .append(encoded(value))
                        .append('&'));
            }
        });
        return address.append("cursor=").append(encoded(cursor)).toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The id of this call in logs and jobs. */
    public String correlationId() {
        return Guard.correlationId(context);
    }
}
