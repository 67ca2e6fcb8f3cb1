package dev.evergreen.kit.export;

import dev.evergreen.spi.export.ExportRequest;

/** An order's parameters by name; what is absent takes the fallback, the default of the exporter's descriptor. */
public final class Options {
    private final ExportRequest request;

    public Options(ExportRequest request) {
        this.request = request;
    }

    /** The order's preset, or the parameter of that name. */
    public String preset(String fallback) {
        return request.preset().isEmpty() ? word("preset", fallback) : request.preset();
    }

    public int whole(String name, int fallback) {
        return request.parameters().get(name) instanceof Number number ? number.intValue() : fallback;
    }

    public double number(String name, double fallback) {
        return request.parameters().get(name) instanceof Number number ? number.doubleValue() : fallback;
    }

    public String word(String name, String fallback) {
        return request.parameters().get(name) instanceof String word ? word : fallback;
    }
}
