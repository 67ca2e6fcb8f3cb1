package dev.evergreen.spi.effect;

/** How an effect, a transition or an exporter is found. */
public final class EffectPlugin {
    /** The service property by which timelines and presets name a plugin, such as {@code evergreen.vignette}. */
    public static final String ID = "evergreen.plugin.id";

    private EffectPlugin() {}
}
