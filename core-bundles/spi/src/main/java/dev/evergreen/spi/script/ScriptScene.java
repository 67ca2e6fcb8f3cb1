package dev.evergreen.spi.script;

import java.util.List;
import java.util.Optional;

/**
 * One scene.
 *
 * @param id stable over re-parsing as long as the scene is recognisable
 * @param number the scene's number as written or counted from 1
 * @param heading the heading; scenes of plain text have a made-up one with {@link Setting#UNSPECIFIED}
 * @param synopsis what the writer noted as the scene's synopsis
 * @param elements paragraphs in order
 */
public record ScriptScene(
        String id, String number, SceneHeading heading, Optional<String> synopsis, List<ScriptElement> elements) {
    public ScriptScene {
        elements = List.copyOf(elements);
    }
}
