package dev.evergreen.contract.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestListener;
import com.github.tomakehurst.wiremock.http.Response;
import com.networknt.schema.Error;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Holds every exchange of a stub server against the vendor's document: path, query, headers, keys, bodies in JSON, forms' parts, and the
 * answers that the stub gives. Bytes, event streams and lines have no schema; tests look at them themselves.
 */
final class ContractGuard implements RequestListener {
    private static final JsonMapper JSON = new JsonMapper();

    private final ApiDocument document;
    private final String prefix;
    private final List<String> problems = new CopyOnWriteArrayList<>();

    /** @param prefix a pattern of what stands before the document's paths, such as {@code (/case-\d+)?/v1} */
    ContractGuard(ApiDocument document, String prefix) {
        this.document = document;
        this.prefix = prefix;
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    void forget() {
        problems.clear();
    }

    @Override
    public void requestReceived(Request request, Response response) {
        URI address = URI.create(request.getUrl());
        if (address.getRawPath().startsWith(VendorStub.FILES)) {
            return;
        }
        String path = address.getRawPath().replaceFirst("^" + prefix, "");
        String what = request.getMethod().getName() + " " + path;
        Optional<ApiDocument.Operation> found =
                document.operation(request.getMethod().getName(), path);
        if (found.isEmpty()) {
            problems.add(what + " is not in the document");
            return;
        }
        ApiDocument.Operation operation = found.get();
        query(what, operation, parameters(address.getRawQuery()));
        for (String name : operation.requiredHeaders()) {
            if (!request.containsHeader(name)) {
                problems.add(what + " lacks the header " + name);
            }
        }
        operation
                .missingKey(
                        name -> request.containsHeader(name) ? Optional.of(request.getHeader(name)) : Optional.empty(),
                        parameters(address.getRawQuery()).keySet())
                .ifPresent(key -> problems.add(what + " does not show its key: " + key));
        body(what, operation, request);
        answer(what, operation, response);
    }

    private void query(String what, ApiDocument.Operation operation, Map<String, String> given) {
        for (String name : operation.requiredQuery()) {
            if (!given.containsKey(name)) {
                problems.add(what + " lacks the query parameter " + name);
            }
        }
        given.forEach((name, value) -> {
            if (!operation.knowsQuery(name)) {
                problems.add(what + " has the unknown query parameter " + name);
            }
            report(what + " query parameter " + name, operation.checkQuery(name, value));
        });
    }

    private void body(String what, ApiDocument.Operation operation, Request request) {
        String type = request.contentTypeHeader().isPresent()
                ? request.contentTypeHeader().mimeTypePart()
                : "";
        boolean empty = request.getBody() == null || request.getBody().length == 0;
        if (empty) {
            if (operation.needsBody()) {
                problems.add(what + " lacks its body");
            }
        } else if (type.equals("multipart/form-data")) {
            form(what, operation, request);
        } else if (!operation.takes(type)) {
            problems.add(what + " sends " + type + ", which the document does not take");
        } else if (type.contains("json")) {
            parse(what + " request", request.getBodyAsString())
                    .ifPresent(body -> report(what + " request", operation.checkRequest(type, body)));
        }
    }

    /** Names, and the values of those that have a fixed list. */
    private void form(String what, ApiDocument.Operation operation, Request request) {
        Optional<JsonNode> schema = operation.form();
        if (schema.isEmpty()) {
            problems.add(what + " sends a form, which the document does not take");
            return;
        }
        Set<String> names = new HashSet<>();
        for (Request.Part part : request.getParts()) {
            String name = String.valueOf(part.getName());
            String field = name.replace("[]", "");
            names.add(field);
            JsonNode property = document.property(schema.get(), field);
            if (property.isMissingNode()) {
                problems.add(what + " has the unknown part '" + name + "'");
            } else if (part.getFileName() == null
                    && !document.allows(property, part.getBody().asString())) {
                problems.add(what + " has the part '" + name + "' with '"
                        + part.getBody().asString() + "', which is not allowed");
            }
        }
        for (String name : document.required(schema.get())) {
            if (!names.contains(name)) {
                problems.add(what + " lacks the part '" + name + "'");
            }
        }
    }

    private void answer(String what, ApiDocument.Operation operation, Response response) {
        HttpHeader type =
                response.getHeaders() == null ? null : response.getHeaders().getHeader("Content-Type");
        if (type == null || !type.isPresent() || !type.firstValue().contains("json") || response.getFault() != null) {
            return;
        }
        String mediaType = type.firstValue().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        String place = what + " answer " + response.getStatus();
        parse(place, response.getBodyAsString())
                .ifPresent(body -> report(place, operation.checkAnswer(response.getStatus(), mediaType, body)));
    }

    private Optional<JsonNode> parse(String what, String text) {
        try {
            return Optional.of(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            problems.add(what + " is no JSON: " + e.getOriginalMessage());
            return Optional.empty();
        }
    }

    private void report(String what, List<Error> errors) {
        errors.forEach(error -> problems.add(what + " " + error.getInstanceLocation() + ": " + error.getMessage()));
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
