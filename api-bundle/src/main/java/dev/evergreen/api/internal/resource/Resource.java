package dev.evergreen.api.internal.resource;

import dev.evergreen.api.internal.http.Routes;

/** A group of endpoints. */
public interface Resource {
    void addTo(Routes routes);
}
