package dev.evergreen.plugins;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Installs, updates, removes and rolls back plugins on every node. */
@ProviderType
public interface PluginSet {
    /** Bundled and installed plugins, by symbolic name. */
    List<PluginView> list();

    Optional<PluginView> find(String symbolicName);

    /**
     * Verifies the jar (a bundle, requirements resolvable, descriptors valid), stores it, and starts it. A bundle of the same symbolic
     * name is updated make-before-break; when the new version fails to activate the old one keeps serving.
     *
     * @param fileName as the person named it, for messages
     * @throws dev.evergreen.domain.ProblemException with one sentence per thing that is wrong; nothing is left behind then
     */
    PluginView install(InputStream jar, String fileName);

    /** Stops and removes an installed plugin; one that came with the distribution is disabled. */
    void remove(String symbolicName);

    /**
     * Starts a plugin again that was disabled; one that is enabled stays as it is.
     *
     * @throws dev.evergreen.domain.ProblemException when there is none of that name, or it does not start
     */
    PluginView enable(String symbolicName);

    /** Brings back the version that ran before the last update; before the first update that is the distribution's own. */
    PluginView rollBack(String symbolicName);
}
