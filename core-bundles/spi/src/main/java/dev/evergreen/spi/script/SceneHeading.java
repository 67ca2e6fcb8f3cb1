package dev.evergreen.spi.script;

/**
 * A scene heading taken apart.
 *
 * @param text the heading as written, without forcing marks and scene number
 * @param setting inside or outside
 * @param place the place as written, for example {@code TIDE POOL}; empty when the heading names none
 * @param timeOfDay the time as written, for example {@code DAWN}; empty when the heading names none
 */
public record SceneHeading(String text, Setting setting, String place, String timeOfDay) {}
