package dev.evergreen.rendering.internal;

import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.util.List;
import java.util.Map;

/** The JSON documents of parts of films. */
final class Parts {
    /** The kind of their jobs. */
    static final String KIND = "render.part";

    private Parts() {}

    /** What the parts of a film have in common; stored once as a blob. */
    record Film(TimelineSnapshot timeline, EncodingPlan encoding) {}

    /**
     * A part's input.
     *
     * @param film digest of the blob with the {@link Film}
     * @param pieces keys of the pieces to make
     */
    record Input(String film, List<String> pieces) {}

    /**
     * A part's output.
     *
     * @param node that made it
     * @param pieces digests of the blobs that hold them, by key
     * @param problem why some are missing; empty where none is
     */
    record Output(String node, Map<String, String> pieces, String problem) {}
}
