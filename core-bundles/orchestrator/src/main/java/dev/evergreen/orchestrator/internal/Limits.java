package dev.evergreen.orchestrator.internal;

import dev.evergreen.domain.storage.RateLimit;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a vendor lets one account do.
 *
 * @param rates by unit; {@link #CALLS} counts requests
 * @param places how many requests may be under way at the same time; 0 for any number
 * @param text as it was written, for people
 * @param source who says so, for people
 */
record Limits(Map<String, RateLimit> rates, int places, String text, String source) {
    static final String CALLS = "calls";
    static final Limits NONE = new Limits(Map.of(), 0, "", "");

    private static final String PLACES = "concurrency";
    private static final Pattern RATE = Pattern.compile("([1-9]\\d{0,11})/([1-9]\\d{0,5})?([smhd])");

    /** Share of a limit that may be used at once after a rest. */
    private static final int BURST_PART = 10;

    Limits {
        rates = Map.copyOf(rates);
    }

    /**
     * Reads for example {@code calls=50/60s, tokens=90000/1m, concurrency=4}; an empty text or {@code none} is no limit.
     *
     * @throws IllegalArgumentException naming what cannot be read and how it is written
     */
    static Limits parse(String text, String source) {
        String written = text.strip();
        if (written.isEmpty() || written.equals("none")) {
            return NONE;
        }
        Map<String, RateLimit> rates = new TreeMap<>();
        int places = 0;
        for (String part : written.split(",", -1)) {
            String[] pair = part.strip().split("=", 2);
            String unit = pair[0].strip();
            String value = pair.length == 2 ? pair[1].strip() : "";
            if (unit.equals(PLACES) && value.matches("[1-9]\\d{0,5}")) {
                places = Integer.parseInt(value);
                continue;
            }
            Matcher rate = RATE.matcher(value);
            if (!unit.matches("[a-z][a-z-]{0,31}") || unit.equals(PLACES) || !rate.matches()) {
                throw new IllegalArgumentException("'" + part.strip() + "' is no limit (" + source
                        + "); write for example calls=50/60s, tokens=90000/1m, concurrency=4");
            }
            long number = rate.group(2) == null ? 1 : Long.parseLong(rate.group(2));
            rates.put(unit, within(Long.parseLong(rate.group(1)), seconds(number, rate.group(3))));
        }
        return new Limits(rates, places, written, source);
    }

    boolean isNone() {
        return rates.isEmpty() && places == 0;
    }

    /** In words: the limits and who says so. */
    String words() {
        return text + " (" + source + ")";
    }

    /** The rates in words. */
    String rateWords() {
        return rates.keySet().stream()
                .sorted()
                .map(unit -> text.replaceAll("(?s).*?\\b(" + Pattern.quote(unit) + "\\s*=[^,]*).*", "$1"))
                .collect(Collectors.joining(", "));
    }

    /**
     * The rate under which no stretch of {@code period} ever sees more than {@code most}, however vendors cut time: what may pass
     * at once and what accrues in a period are {@code most} together.
     */
    private static RateLimit within(long most, Duration period) {
        long burst = Math.max(1, most / BURST_PART);
        return new RateLimit(Math.max(1, most - burst), period, burst);
    }

    private static Duration seconds(long number, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
