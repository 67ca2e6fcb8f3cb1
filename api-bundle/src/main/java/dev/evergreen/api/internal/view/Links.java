package dev.evergreen.api.internal.view;

import dev.evergreen.api.internal.http.Routes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Addresses of resources, and the relations under which answers carry them. */
public final class Links {
    private final Map<String, String> links = new LinkedHashMap<>();

    private Links() {}

    /** Of what has no address of its own. */
    static Links none() {
        return new Links();
    }

    static Links self(String address) {
        return new Links().and("self", address);
    }

    Links and(String relation, String address) {
        links.put(relation, address);
        return this;
    }

    Map<String, String> map() {
        return links;
    }

    private static String address(String path) {
        return Routes.PREFIXES.get(0) + path;
    }

    public static String of(String collection) {
        return address("/" + collection);
    }

    public static String project(UUID id) {
        return address("/projects/" + id);
    }

    public static String script(UUID id) {
        return address("/scripts/" + id);
    }

    public static String media(UUID id) {
        return address("/media/" + id);
    }

    public static String production(UUID id) {
        return address("/productions/" + id);
    }

    public static String export(UUID id) {
        return address("/exports/" + id);
    }

    public static String job(UUID id) {
        return address("/jobs/" + id);
    }

    static String budget(UUID id) {
        return address("/budgets/" + id);
    }

    static String call(UUID id) {
        return address("/calls/" + id);
    }

    public static String account(UUID id) {
        return address("/accounts/" + id);
    }

    public static String notificationAddress(UUID id) {
        return address("/notifications/addresses/" + id);
    }

    /** @param symbolicName holds no character that would have to be encoded */
    public static String plugin(String symbolicName) {
        return address("/plugins/" + symbolicName);
    }
}
