package dev.evergreen.kit.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.evergreen.spi.descriptor.DescriptorFiles;
import dev.evergreen.spi.provider.ProviderProperties;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * An account's settings: what was configured, and for the rest the defaults of the plugin's descriptor, which also says since when they
 * hold ({@code x-as-of}). The descriptor's JSON Schema is the settings' type; the engine holds accounts against it.
 */
public final class Settings {
    private static final YAMLMapper YAML = new YAMLMapper();

    private final String plugin;
    private final JsonNode schema;
    private final Map<String, Object> configured;

    private Settings(String plugin, JsonNode schema, Map<String, ?> configured) {
        this.plugin = plugin;
        this.schema = schema;
        this.configured = new HashMap<>(configured);
    }

    /**
     * @param owner a class of the plugin, in whose bundle the descriptor lies
     * @param plugin the descriptor's id
     * @param configured as the component got it
     */
    public static Settings of(Class<?> owner, String plugin, Map<String, ?> configured) {
        String file = "/" + DescriptorFiles.FOLDER + "/" + plugin + DescriptorFiles.SUFFIX;
        try (InputStream content = owner.getResourceAsStream(file)) {
            if (content == null) {
                throw new IllegalArgumentException("The plugin " + plugin + " has no descriptor " + file);
            }
            return new Settings(plugin, YAML.readTree(content).at("/parameters/properties"), configured);
        } catch (IOException e) {
            throw new UncheckedIOException("The descriptor " + file + " cannot be read", e);
        }
    }

    public String plugin() {
        return plugin;
    }

    /** The account's name; empty where there is none. */
    public String account() {
        return configured.get(ProviderProperties.ACCOUNT) instanceof String name ? name : "";
    }

    /** What else the engine gave the account, by names that begin with {@code evergreen.}. */
    public Map<String, Object> engineProperties() {
        Map<String, Object> properties = new HashMap<>();
        configured.forEach((name, value) -> {
            if (name.startsWith("evergreen.")) {
                properties.put(name, value);
            }
        });
        return properties;
    }

    /** A text; lists and objects as their JSON. */
    public String text(String name) {
        Object value = configured.get(name);
        if (value != null) {
            return String.valueOf(value);
        }
        return defaultText(name);
    }

    /** What the descriptor says where nothing is configured; empty where it says nothing. */
    String defaultText(String name) {
        JsonNode value = property(name).path("default");
        return value.isMissingNode() ? "" : value.isValueNode() ? value.asText() : value.toString();
    }

    /** @throws IllegalArgumentException naming the setting when it is no whole number */
    public long whole(String name) {
        try {
            return new BigDecimal(text(name).strip()).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The setting " + name + " of " + plugin + " is '" + text(name) + "'; give a whole number", e);
        }
    }

    public boolean flag(String name) {
        return Boolean.parseBoolean(text(name).strip());
    }

    /** @throws IllegalArgumentException naming the setting when it is no address of a server */
    public URI address(String name) {
        try {
            URI address = URI.create(text(name).strip());
            if (address.getHost() != null && String.valueOf(address.getScheme()).matches("(?i)https?")) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(notAnAddress(name), e);
        }
        throw new IllegalArgumentException(notAnAddress(name));
    }

    /** When the descriptor's defaults of that setting were looked up; empty where it does not say. */
    public String asOf(String name) {
        return property(name).path("x-as-of").asText();
    }

    private String notAnAddress(String name) {
        return "The setting " + name + " of " + plugin + " is '" + text(name)
                + "'; give an address such as https://api.example.org/v1";
    }

    private JsonNode property(String name) {
        return schema.path(name);
    }
}
