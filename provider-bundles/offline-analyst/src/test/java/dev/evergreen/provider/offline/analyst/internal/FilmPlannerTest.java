package dev.evergreen.provider.offline.analyst.internal;

import static dev.evergreen.provider.offline.analyst.internal.Scripts.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.spi.script.CastMember;
import dev.evergreen.spi.script.FilmPlan;
import dev.evergreen.spi.script.PersonInShot;
import dev.evergreen.spi.script.ScenePlan;
import dev.evergreen.spi.script.Screenplay;
import dev.evergreen.spi.script.ScriptElement;
import dev.evergreen.spi.script.Setting;
import dev.evergreen.spi.script.Shot;
import dev.evergreen.spi.script.ShotSize;
import dev.evergreen.spi.script.SpokenLine;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilmPlannerTest {
    private static final int MAXIMUM_SECONDS = 7;
    private static final String LONG_STORY =
            "The sun warms the sea. Water rises into the air. High up it grows cold. Clouds drift over the mountains and grow dark. "
                    + "Rain falls on the forest. The trees drink it. Streams run down to the river. The river finds its way back to the sea.";

    @Test
    void narratesProseAndDividesItAtSentenceEnds() {
        List<Shot> shots =
                shots(plan(script().chapter("Rain").action(LONG_STORY).titled("Rain")));
        assertTrue(shots.size() >= 3, "only " + shots.size() + " shots");
        assertEquals(LONG_STORY, spoken(shots), "every word is said, in order");
        for (Shot shot : shots) {
            assertTrue(Speech.seconds(spoken(List.of(shot))) <= MAXIMUM_SECONDS, spoken(List.of(shot)));
            assertTrue(spoken(List.of(shot)).endsWith("."), "divided within a sentence: " + spoken(List.of(shot)));
            assertEquals("", shot.lines().get(0).speaker());
        }
    }

    @Test
    void leadsThePictureToWhatTheSentenceIsAbout() {
        List<Shot> shots =
                shots(plan(script().chapter("Rain").action(LONG_STORY).titled("Rain")));
        List<String> places =
                shots.stream().map(shot -> shot.picture().place()).distinct().toList();
        assertTrue(places.containsAll(List.of("sea", "mountain", "forest", "river")), places.toString());
        assertTrue(shots.stream().anyMatch(shot -> shot.picture().weather().equals("rain")));
    }

    @Test
    void showsActionAndSpeaksOnlyDialogue() {
        FilmPlan plan = plan(beach().titled("Film"));
        assertEquals("Look at that.", spoken(shots(plan)));
        assertFalse(shots(plan).stream()
                .anyMatch(shot ->
                        shot.lines().stream().anyMatch(line -> line.speaker().isEmpty())));
    }

    @Test
    void readsAlsoActionWhenTheScriptHasItNarrated() {
        Screenplay told = script().character("MARA", "")
                .scene(Setting.EXTERIOR, "BEACH", "DAY")
                .add(ScriptElement.Kind.DIALOGUE, "The waves roll in.", "", "")
                .says("MARA", "Hello.")
                .titled("Told");
        List<SpokenLine> lines = shots(plan(told)).stream()
                .flatMap(shot -> shot.lines().stream())
                .toList();
        assertEquals(
                List.of("", "MARA"), lines.stream().map(SpokenLine::speaker).toList());
    }

    @Test
    void beginsWideAndNeverRepeatsACameraMove() {
        Scripts script = beach();
        for (int i = 0; i < 12; i++) {
            script.says(
                    i % 2 == 0 ? "MARA" : "THEO",
                    "This is what I have to say about it, and it takes a while to say it all.");
        }
        List<Shot> shots = shots(plan(script.titled("Film")));
        assertTrue(Set.of(ShotSize.WIDE, ShotSize.EXTREME_WIDE)
                .contains(shots.get(0).picture().size()));
        Set<ShotSize> sizes = shots.stream().map(shot -> shot.picture().size()).collect(Collectors.toSet());
        assertTrue(sizes.contains(ShotSize.CLOSE_UP) && sizes.contains(ShotSize.MEDIUM), sizes.toString());
        for (int i = 1; i < shots.size(); i++) {
            assertNotEquals(shots.get(i - 1).move(), shots.get(i).move(), "shots " + i + " and " + (i + 1));
        }
    }

    @Test
    void fillsThePictureFromTheText() {
        Screenplay film = script().character("MARA", "11, in a yellow coat")
                .character("THEO", "her little brother, 6, in a red sweater")
                .scene(Setting.EXTERIOR, "TIDE POOL", "DAWN")
                .action("Mara kneels and smiles. Theo runs behind her and holds a lantern.")
                .says("THEO", "Wait for me!")
                .titled("Film");
        Shot shot = shots(plan(film)).get(0);
        assertEquals("tide pool", shot.picture().place());
        assertEquals("dawn", shot.picture().timeOfDay());
        assertEquals(
                List.of(
                        new PersonInShot("MARA", "kneel", "happy", ""),
                        new PersonInShot("THEO", "run", "", "holds lantern")),
                shot.picture().people());
        assertTrue(shot.picture().objects().contains("lantern"));
        assertTrue(
                shot.picture().prompt().contains("Mara (girl, yellow coat), kneeling"),
                shot.picture().prompt());
    }

    @Test
    void keepsPosesAndPlaceThroughAConversation() {
        Screenplay film = beach().action("Mara points at the sea.")
                .says("THEO", "Where are we going, and when will we be there?")
                .says("MARA", "Home, as soon as the tide comes in again.")
                .titled("Film");
        List<Shot> shots = shots(plan(film));
        Shot last = shots.get(shots.size() - 1);
        assertEquals("beach", last.picture().place());
        assertEquals("kneel", person(last, "MARA").pose(), "pointing is over, kneeling is not");
    }

    @Test
    void whoSpeaksFromOutsideIsNotSeen() {
        Screenplay film = script().character("MARA", "")
                .character("MOM", "")
                .scene(Setting.INTERIOR, "KITCHEN", "NIGHT")
                .action("Mara sits at the table.")
                .saysUnseen("MOM", "Mara! It is time for bed.")
                .titled("Film");
        Shot shot = shots(plan(film)).get(0);
        assertEquals("MOM", shot.lines().get(0).speaker());
        assertEquals(
                List.of("MARA"),
                shot.picture().people().stream().map(PersonInShot::name).toList());
    }

    @Test
    void theNarratorIsNobodyInTheCast() {
        Screenplay film = script().character("NARRATOR", "")
                .scene(Setting.EXTERIOR, "SEA", "DAY")
                .action("Waves roll over the open sea.")
                .saysUnseen("NARRATOR", "Once there was a sea.")
                .titled("Film");
        FilmPlan plan = plan(film);
        assertEquals(List.of(), plan.cast());
        assertEquals("", shots(plan).get(0).lines().get(0).speaker());
    }

    @ParameterizedTest
    @CsvSource({
        "'her little brother, 6', THEO, MALE, CHILD",
        "'34, a marine biologist in a red coat', MARA, FEMALE, ADULT",
        "'an old fisherman', JONAS, MALE, OLD",
        "'72', AGNES, FEMALE, OLD",
        "'', GRANDMOTHER, FEMALE, OLD",
        "'', MR. BELL, MALE, ADULT",
        "'', YOUNG MARA, FEMALE, CHILD",
        "'a robot', UNIT 7, UNSPECIFIED, ADULT"
    })
    void readsGenderAndAge(String description, String name, CastMember.Gender gender, CastMember.Age age) {
        Screenplay film = script().character(name, description)
                .scene(Setting.INTERIOR, "ROOM", "DAY")
                .says(name, "Hello.")
                .titled("Film");
        CastMember member = plan(film).cast().get(0);
        assertEquals(gender, member.gender());
        assertEquals(age, member.age());
    }

    @Test
    void findsPeopleWithoutNamesAndKeepsThem() {
        FilmPlan plan = plan(script().chapter("The Lake")
                .action("An old fisherman rows a boat over the lake. Three children wave from the shore.")
                .action("The fisherman smiles.")
                .titled("The Lake"));
        assertEquals(
                List.of("old fisherman", "child 1", "child 2", "child 3"),
                plan.cast().stream().map(CastMember::name).toList());
        assertEquals(CastMember.Age.OLD, plan.cast().get(0).age());
    }

    @Test
    void bindsCuesTitlesAndTransitions() {
        Screenplay film = script().character("MARA", "")
                .scene(Setting.EXTERIOR, "BEACH", "DAY")
                .add(ScriptElement.Kind.CUE, "shore.png", "", "")
                .action("Waves roll in.")
                .says("MARA", "Here it is.")
                .add(ScriptElement.Kind.TRANSITION, "FADE OUT.", "", "")
                .scene(Setting.INTERIOR, "KITCHEN", "NIGHT")
                .action("Mara sleeps.")
                .add(ScriptElement.Kind.CENTERED, "The End", "", "")
                .titled("The Shore");
        List<Shot> shots = shots(plan(film));
        assertEquals("shore.png", shots.get(0).cue());
        assertEquals("The Shore", shots.get(0).onScreenText());
        assertEquals("evergreen.dip-to-colour", shots.get(0).transition());
        assertEquals("The End", shots.get(shots.size() - 1).onScreenText());
    }

    @Test
    void shotIdsSurviveEditsElsewhereAndAreUnique() {
        Screenplay before = beach().says("THEO", "Same words.")
                .says("MARA", "Same words, and enough of them to make a shot.")
                .titled("Film");
        Screenplay after = beach().says("THEO", "Same words.")
                .says("MARA", "Same words, and enough of them to make a shot.")
                .scene(Setting.EXTERIOR, "SEA", "DAY")
                .action("A boat.")
                .titled("Film");
        List<String> ids = shots(plan(before)).stream().map(Shot::id).toList();
        assertTrue(shots(plan(after)).stream().map(Shot::id).toList().containsAll(ids));
        assertEquals(ids.size(), new HashSet<>(ids).size());
        Screenplay twice = script().chapter("A")
                .action("Waves.")
                .action("Waves.")
                .action(LONG_STORY)
                .action(LONG_STORY)
                .titled("B");
        List<String> repeated = shots(plan(twice)).stream().map(Shot::id).toList();
        assertEquals(repeated.size(), new HashSet<>(repeated).size());
    }

    @Test
    void plansTheSameTwice() {
        assertEquals(plan(beach().titled("Film")), plan(beach().titled("Film")));
    }

    @Test
    void emptyScenesAndOddTextsStillGiveAShot() {
        FilmPlan plan = plan(script().scene(Setting.BOTH, "", "")
                .add(ScriptElement.Kind.TRANSITION, "CUT TO:", "", "")
                .chapter("")
                .action("... ?! \u2014 42")
                .chapter("\u6d77")
                .action("\u6d77\u306f\u9752\u3044\u3002\u7a7a\u3082\u9752\u3044\u3002")
                .titled(""));
        assertEquals(3, plan.scenes().size());
        plan.scenes().forEach(scene -> assertFalse(scene.shots().isEmpty()));
        assertFalse(plan.title().isBlank());
    }

    private static Scripts beach() {
        return script().character("MARA", "11, in a yellow coat")
                .character("THEO", "her little brother, 6")
                .scene(Setting.EXTERIOR, "BEACH", "DAWN")
                .action("Mara kneels on the sand. Theo stands beside her.")
                .says("MARA", "Look at that.");
    }

    private static FilmPlan plan(Screenplay screenplay) {
        return FilmPlanner.plan(screenplay, MAXIMUM_SECONDS);
    }

    private static List<Shot> shots(FilmPlan plan) {
        return plan.scenes().stream()
                .map(ScenePlan::shots)
                .flatMap(List::stream)
                .toList();
    }

    private static PersonInShot person(Shot shot, String name) {
        return shot.picture().people().stream()
                .filter(person -> person.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String spoken(List<Shot> shots) {
        return shots.stream()
                .flatMap(shot -> shot.lines().stream())
                .map(SpokenLine::text)
                .collect(Collectors.joining(" "));
    }
}
