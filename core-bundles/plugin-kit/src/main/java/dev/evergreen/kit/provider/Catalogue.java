package dev.evergreen.kit.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Quote;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The models of an account: those of the plugin's descriptor with what the account's setting {@code models} adds and changes, by id. An
 * entry of the account needs only what differs; {@code disabled: true} takes a model off the list. Prices are written as an amount for a
 * number of units: {@code "0.04"}, {@code "15/1M"}.
 */
public final class Catalogue {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern PRICE = Pattern.compile("(\\d+(?:\\.\\d+)?)(?:/(\\d*)([kM]?))?");
    private static final int DIGITS = 18;

    private final Map<String, Model> models;
    private final Currency currency;
    private final String source;

    private Catalogue(Map<String, Model> models, Currency currency, String source) {
        this.models = models;
        this.currency = currency;
        this.source = source;
    }

    /**
     * Reads the settings {@code models}, {@code ownModels} (whether the descriptor's models are left out), {@code currency} and
     * {@code region}.
     *
     * @throws IllegalArgumentException naming the model and the value that cannot be read
     */
    public static Catalogue of(Settings settings) {
        Map<String, ObjectNode> merged = new LinkedHashMap<>();
        if (!settings.flag("ownModels")) {
            merge(merged, settings.plugin(), settings.defaultText("models"));
        }
        String configured = settings.text("models");
        if (!configured.equals(settings.defaultText("models")) || settings.flag("ownModels")) {
            merge(merged, settings.plugin(), configured);
        }
        String region = settings.text("region");
        Map<String, Model> models = new LinkedHashMap<>();
        merged.forEach((id, entry) -> {
            if (!entry.path("disabled").asBoolean()) {
                models.put(id, model(id, entry, region.isBlank() ? "us" : region));
            }
        });
        String currency = settings.text("currency");
        String date = settings.asOf("models");
        return new Catalogue(
                models,
                Currency.getInstance(currency.isBlank() ? "USD" : currency),
                settings.plugin() + (date.isBlank() ? "" : ", prices of " + date + " unless configured"));
    }

    /** What the account sells of a capability, in the configured order. */
    public List<Offer> offers(Class<?> capability) {
        return models.values().stream()
                .filter(model -> model.capabilities().contains(capability.getSimpleName()))
                .map(Model::offer)
                .toList();
    }

    /** @throws IllegalArgumentException when the offer is none of the account's */
    public Model model(Offer offer) {
        Model model = models.get(offer.id());
        if (model == null) {
            throw new IllegalArgumentException("There is no model '" + offer.id() + "' in this account any more");
        }
        return model;
    }

    /** @throws ProviderException UNSUPPORTED when the model was taken off the list since it was offered */
    public Model served(Offer offer) throws ProviderException {
        Model model = models.get(offer.id());
        if (model == null) {
            throw new ProviderException(
                    ProviderException.Kind.UNSUPPORTED,
                    "The model '" + offer.id() + "' is not in this account's configuration any more");
        }
        return model;
    }

    /** The model of that id, as a task remembers it; empty when it was taken off the list since. */
    public Optional<Model> find(String id) {
        return Optional.ofNullable(models.get(id));
    }

    /** An amount in the account's currency, rounded up to what the ledger keeps. */
    public Money money(BigDecimal amount) {
        return Money.ceiling(amount, currency);
    }

    /** A price that is known; the ceiling is never below what is expected. */
    public Quote price(BigDecimal expected, BigDecimal ceiling, Duration duration) {
        return new Quote.Known(money(expected), money(ceiling.max(expected)), duration);
    }

    /** No price is configured for what the request needs: never the same as costing nothing. */
    public Quote noPrice(Model model, String unit) {
        return new Quote.Unknown("The model " + model.id() + " has no price for '" + unit + "'; set models[].prices."
                + unit + " in the account (" + source + ")");
    }

    private static void merge(Map<String, ObjectNode> into, String plugin, String text) {
        if (text.isBlank()) {
            return;
        }
        try {
            for (JsonNode entry : JSON.readTree(text)) {
                String id = entry.path("id").asText();
                if (!(entry instanceof ObjectNode object) || id.isBlank()) {
                    throw new IllegalArgumentException("An entry of models of " + plugin + " has no id: " + entry);
                }
                ObjectNode known = into.get(id);
                if (known == null) {
                    into.put(id, object.deepCopy());
                } else {
                    object.properties().forEach(field -> {
                        if (known.get(field.getKey()) instanceof ObjectNode map
                                && field.getValue() instanceof ObjectNode more) {
                            map.setAll(more);
                        } else {
                            known.set(field.getKey(), field.getValue());
                        }
                    });
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "The setting models of " + plugin + " is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Model model(String id, JsonNode entry, String region) {
        Set<String> capabilities = new HashSet<>();
        entry.path("capabilities").forEach(capability -> capabilities.add(capability.asText()));
        if (capabilities.isEmpty()) {
            throw new IllegalArgumentException(
                    "The model " + id + " has no capabilities; give for example [\"TextGenerator\"]");
        }
        Map<String, BigDecimal> prices = new HashMap<>();
        entry.path("prices")
                .properties()
                .forEach(price -> prices.put(
                        price.getKey(),
                        price(id, price.getKey(), price.getValue().asText())));
        Map<String, Long> limits = new HashMap<>();
        entry.path("limits")
                .properties()
                .forEach(limit -> limits.put(limit.getKey(), limit.getValue().asLong()));
        Map<String, String> options = new HashMap<>();
        entry.path("options")
                .properties()
                .forEach(
                        option -> options.put(option.getKey(), option.getValue().asText()));
        return new Model(
                id,
                capabilities,
                entry.path("title").asText(id),
                tier(id, entry.path("tier").asText("standard")),
                entry.path("region").asText(region),
                entry.path("retainsData").asBoolean(true),
                prices,
                limits,
                options);
    }

    private static Offer.Tier tier(String id, String name) {
        try {
            return Offer.Tier.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The model " + id + " has the tier '" + name + "'; give draft, standard or high", e);
        }
    }

    private static BigDecimal price(String id, String unit, String text) {
        Matcher price = PRICE.matcher(text.strip());
        if (!price.matches()) {
            throw new IllegalArgumentException("The price of " + unit + " of the model " + id + " is '" + text
                    + "'; write for example 0.04 or 15/1M");
        }
        BigDecimal units =
                price.group(2) == null || price.group(2).isEmpty() ? BigDecimal.ONE : new BigDecimal(price.group(2));
        String scale = price.group(3) == null ? "" : price.group(3);
        BigDecimal factor = scale.equals("M")
                ? new BigDecimal(1_000_000)
                : scale.equals("k") ? new BigDecimal(1_000) : BigDecimal.ONE;
        return new BigDecimal(price.group(1)).divide(units.multiply(factor), DIGITS, RoundingMode.UP);
    }
}
