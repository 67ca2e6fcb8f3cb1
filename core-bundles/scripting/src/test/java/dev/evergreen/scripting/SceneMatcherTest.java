package dev.evergreen.scripting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.spi.script.Screenplay;
import dev.evergreen.spi.script.ScriptScene;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SceneMatcherTest {
    private static final String BEACH = "EXT. BEACH - DAY\n\nWaves roll in over the long wide sand.\n\n";
    private static final String KITCHEN = "INT. KITCHEN - NIGHT\n\nMara stirs a pot of soup and waits for rain.\n\n";
    private static final String HARBOUR = "EXT. HARBOUR - DUSK\n\nBoats knock against the quay while gulls cry.\n\n";

    @Test
    void unchangedAndMovedScenesKeepTheirIdsEvenWithoutTheOldVersion() {
        List<String> before = ids(parse(BEACH + KITCHEN + HARBOUR));
        assertEquals(List.of(before.get(2), before.get(0), before.get(1)), ids(parse(HARBOUR + BEACH + KITCHEN)));
    }

    @Test
    void editedScenesKeepTheirIds() {
        Screenplay before = parse(BEACH + KITCHEN + HARBOUR);
        Screenplay after = matched(before, BEACH + KITCHEN.replace("a pot of soup", "a pot of tea") + HARBOUR);
        assertEquals(ids(before), ids(after));
        assertTrue(after.scenes().get(1).elements().get(0).text().contains("tea"));
    }

    @Test
    void renamedAndRewrittenScenesKeepTheirIdsOneAtATime() {
        Screenplay before = parse(BEACH + KITCHEN + HARBOUR);
        assertEquals(
                ids(before),
                ids(matched(before, BEACH + KITCHEN.replace("KITCHEN - NIGHT", "GALLEY - DAWN") + HARBOUR)));
        assertEquals(
                ids(before),
                ids(matched(before, BEACH + "INT. KITCHEN - NIGHT\n\nNobody.\n\n" + HARBOUR)),
                "same heading between the same neighbours");
    }

    @Test
    void newScenesGetNewIdsAndDeletedOnesAreGone() {
        Screenplay before = parse(BEACH + KITCHEN);
        Screenplay after = matched(before, KITCHEN + HARBOUR);
        assertEquals(before.scenes().get(1).id(), after.scenes().get(0).id());
        assertTrue(!ids(before).contains(after.scenes().get(1).id()));
    }

    @Test
    void idsGivenElsewhereAreKept() {
        Screenplay parsed = parse(BEACH + KITCHEN);
        List<ScriptScene> stored = parsed.scenes().stream()
                .map(scene -> new ScriptScene(
                        "stored-" + scene.number(),
                        scene.number(),
                        scene.heading(),
                        scene.synopsis(),
                        scene.elements()))
                .toList();
        assertEquals(List.of("stored-1", "stored-2"), ids(SceneMatcher.match(stored, parsed)));
    }

    @Test
    void scenesThatSayTheSameStayApart() {
        Screenplay before = parse(BEACH + KITCHEN + BEACH);
        assertEquals(3, new HashSet<>(ids(before)).size());
        Screenplay after = matched(before, BEACH + BEACH + BEACH + KITCHEN);
        assertEquals(4, new HashSet<>(ids(after)).size());
        assertTrue(ids(after).containsAll(ids(before)));
    }

    @Test
    void aSwapWithEditsFollowsTheWords() {
        Screenplay before = parse(BEACH + HARBOUR);
        Screenplay after =
                matched(before, HARBOUR.replace("gulls cry", "gulls wheel") + BEACH.replace("long wide", "wide"));
        assertEquals(List.of(before.scenes().get(1).id(), before.scenes().get(0).id()), ids(after));
    }

    @Test
    void nothingInCommonMeansNothingIsCarriedOver() {
        Screenplay before = parse(BEACH);
        assertNotEquals(ids(before), ids(matched(before, "INT. MARS BASE - LATER\n\nRobots assemble breakfast.\n")));
    }

    private static Screenplay matched(Screenplay before, String text) {
        return SceneMatcher.match(before.scenes(), parse(text));
    }

    private static Screenplay parse(String text) {
        try {
            return ScriptParser.create(ScriptParser.DEFAULT_MAXIMUM_BYTES)
                    .parse(text, "film.fountain")
                    .screenplay();
        } catch (ScriptException e) {
            throw new AssertionError(text, e);
        }
    }

    private static List<String> ids(Screenplay screenplay) {
        return screenplay.scenes().stream().map(ScriptScene::id).toList();
    }
}
