package dev.evergreen.api.internal.resource;

import dev.evergreen.api.internal.http.Exchange;
import dev.evergreen.api.internal.http.Routes;
import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.editor.Previews;
import java.io.IOException;

/** Plays a timeline while it is edited. */
public final class PreviewResource implements Resource {
    private static final int USUAL_FRAMES = 60;
    private static final int MOST_FRAMES = 600;
    private static final int USUAL_SIDE = 360;

    @Override
    public void addTo(Routes routes) {
        routes.get("/projects/{projectId}/timeline/preview", this::play);
    }

    private void play(Exchange exchange) throws IOException {
        long from = number(exchange, "from", 0, Integer.MAX_VALUE);
        int frames = (int) number(exchange, "frames", USUAL_FRAMES, MOST_FRAMES);
        int side = (int) number(exchange, "side", USUAL_SIDE, 1080);
        exchange.context().contentType("video/mp4");
        exchange.context().header("Cache-Control", "no-store");
        exchange.context().disableCompression();
        exchange.part(Previews.class)
                .play(
                        exchange.person(),
                        exchange.id("projectId"),
                        from,
                        frames,
                        side,
                        // The framework's own stream does not send a fragment when it is flushed.
                        exchange.context().res().getOutputStream());
    }

    private static long number(Exchange exchange, String name, long usual, long most) {
        String text = exchange.query(name).orElse(Long.toString(usual));
        if (!text.matches("[0-9]{1,10}") || Long.parseLong(text) > most) {
            throw new ProblemException(
                    Problem.Kind.INVALID,
                    name,
                    name + " is '" + text + "'; give a whole number from 0 to " + most + ".");
        }
        return Long.parseLong(text);
    }
}
