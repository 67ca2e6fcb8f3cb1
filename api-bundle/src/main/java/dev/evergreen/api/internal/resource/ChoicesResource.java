package dev.evergreen.api.internal.resource;

import dev.evergreen.api.internal.http.Exchange;
import dev.evergreen.api.internal.http.Routes;
import dev.evergreen.domain.access.Action;
import dev.evergreen.orchestrator.CallFailedException;
import dev.evergreen.orchestrator.OfferStatus;
import dev.evergreen.orchestrator.Orchestrator;
import dev.evergreen.spi.provider.ImageGenerator;
import dev.evergreen.spi.provider.MusicComposer;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.VoiceCatalog;
import dev.evergreen.spi.provider.VoiceCatalogRequest;
import dev.evergreen.spi.provider.VoiceCatalogResult.Voice;
import dev.evergreen.spi.timeline.CaptionStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a maker can choose from, as the installed plugins offer it. */
public final class ChoicesResource implements Resource {
    private static final Logger LOG = LoggerFactory.getLogger(ChoicesResource.class);

    private static final List<Format> FORMATS = List.of(
            new Format("16:9", "Landscape", 1920, 1080),
            new Format("9:16", "Vertical", 1080, 1920),
            new Format("1:1", "Square", 1080, 1080),
            new Format("4:5", "Portrait", 1080, 1350));

    /** Sizes that a production's preset may name behind the exporter's word; any others may be written by hand. */
    private static final List<Size> SIZES = List.of(
            new Size("1080p30", "1080p, 30 fps"),
            new Size("1080p60", "1080p, 60 fps"),
            new Size("720p30", "720p, 30 fps"),
            new Size("4k30", "4K, 30 fps"));

    private static final List<String> CONTAINERS = List.of("youtube", "webm");

    @Override
    public void addTo(Routes routes) {
        routes.get("/choices", this::list);
    }

    private void list(Exchange exchange) {
        exchange.require(Action.VIEW, Optional.empty());
        exchange.ok(new Choices(
                voices(exchange),
                words(exchange, ImageGenerator.class, "styles").map(Choice::of).toList(),
                Stream.concat(words(exchange, MusicComposer.class, "moods"), Stream.of("none"))
                        .map(Choice::of)
                        .toList(),
                FORMATS,
                presets(),
                CaptionStyle.PRESETS.stream()
                        .map(style -> Choice.of(style.id()))
                        .toList(),
                Exporters.all(exchange)));
    }

    /** Every catalogue is asked, as each knows its own voices only; one that fails hides its own. */
    private static List<Voice> voices(Exchange exchange) {
        Optional<Orchestrator> orchestrator = exchange.engine().find(Orchestrator.class);
        if (orchestrator.isEmpty()) {
            return List.of();
        }
        List<Voice> voices = new ArrayList<>();
        orchestrator.get().status().stream()
                .filter(status -> status.capability().equals(VoiceCatalog.class.getSimpleName()))
                .map(OfferStatus::plugin)
                .distinct()
                .forEach(plugin -> voices.addAll(voices(exchange, orchestrator.get(), plugin)));
        return voices;
    }

    private static List<Voice> voices(Exchange exchange, Orchestrator orchestrator, String plugin) {
        try {
            return orchestrator
                    .call(VoiceCatalog.class, new VoiceCatalogRequest(""), Calls.pinned(exchange, plugin))
                    .result()
                    .voices();
        } catch (CallFailedException e) {
            LOG.warn("The voices of {} cannot be listed: {}", plugin, e.getMessage());
            return List.of();
        }
    }

    /** What the offers of a capability say they can do. */
    private static <P extends Provider<?, ?>> Stream<String> words(
            Exchange exchange, Class<P> capability, String attribute) {
        return exchange.engine().all(capability).stream()
                .flatMap(provider -> provider.offers().stream())
                .map(offer -> Optional.ofNullable(offer.attributes().get(attribute)))
                .flatMap(Optional::stream)
                .flatMap(words -> Stream.of(words.split(",")))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct();
    }

    private static List<Preset> presets() {
        return CONTAINERS.stream()
                .flatMap(container -> SIZES.stream()
                        .map(size -> new Preset(
                                container + "-" + size.id(),
                                (container.equals("webm") ? "WebM" : "MP4") + ", " + size.title())))
                .toList();
    }

    private record Choices(
            List<Voice> voices,
            List<Choice> styles,
            List<Choice> music,
            List<Format> formats,
            List<Preset> presets,
            List<Choice> captionStyles,
            List<Exporters.Exporter> exporters) {}

    private record Format(String id, String title, int width, int height) {}

    private record Size(String id, String title) {}

    private record Preset(String id, String title) {}

    private record Choice(String id, String title) {
        static Choice of(String word) {
            String spaced = word.replace('-', ' ').replace('_', ' ');
            return new Choice(word, spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1));
        }
    }
}
