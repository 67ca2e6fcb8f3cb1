package dev.evergreen.kit.http;

import dev.evergreen.spi.provider.ProviderException;

/** Puts events together of lines (HTML Living Standard, 9.2.6). An event that is cut off at the end is dropped, as the standard says. */
final class EventReader implements StreamListener<String> {
    private static final String UNNAMED = "message";

    private final StreamListener<ServerSentEvent> listener;
    private final StringBuilder data = new StringBuilder();
    private String name = UNNAMED;

    EventReader(StreamListener<ServerSentEvent> listener) {
        this.listener = listener;
    }

    @Override
    public void heard(String line) throws ProviderException {
        if (line.isEmpty()) {
            if (data.length() > 0) {
                listener.heard(new ServerSentEvent(name, data.substring(0, data.length() - 1)));
            }
            data.setLength(0);
            name = UNNAMED;
            return;
        }
        int colon = line.indexOf(':');
        String field = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 1);
        if (value.startsWith(" ")) {
            value = value.substring(1);
        }
        // Comments have an empty name; ids and waits before connecting again are of no use in an answer.
        if (field.equals("data")) {
            data.append(value).append('\n');
        } else if (field.equals("event")) {
            name = value.isEmpty() ? UNNAMED : value;
        }
    }
}
