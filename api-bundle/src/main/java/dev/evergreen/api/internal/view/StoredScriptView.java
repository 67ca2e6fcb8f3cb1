package dev.evergreen.api.internal.view;

import dev.evergreen.projects.StoredScript;
import dev.evergreen.scripting.ScriptDiagnostic;
import dev.evergreen.scripting.ScriptSettings;
import dev.evergreen.spi.script.ScriptCharacter;
import java.util.List;

/** A script that was stored, with what was read from it. */
public record StoredScriptView(
        ScriptView script,
        List<SceneView> scenes,
        List<ScriptCharacter> characters,
        ScriptSettings settings,
        List<ScriptDiagnostic> diagnostics) {
    public static StoredScriptView of(StoredScript stored) {
        return new StoredScriptView(
                ScriptView.of(stored.script()),
                stored.scenes().stream().map(SceneView::of).toList(),
                stored.parsed().screenplay().characters(),
                stored.parsed().settings(),
                stored.parsed().diagnostics());
    }
}
