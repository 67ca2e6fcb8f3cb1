package dev.evergreen.productions.internal;

import dev.evergreen.productions.internal.StepData.Divided;
import dev.evergreen.productions.internal.StepData.IllustrateInput;
import dev.evergreen.productions.internal.StepData.NarrateInput;
import dev.evergreen.productions.internal.StepData.ShotPlace;
import dev.evergreen.spi.script.ScenePlan;
import dev.evergreen.spi.script.Shot;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the steps of one shot are given.
 *
 * @param narrate empty for a shot without words
 */
record ShotInputs(Optional<NarrateInput> narrate, IllustrateInput illustrate) {
    /** Of all shots, in the film's order. */
    static List<ShotInputs> of(Divided divided, ShotMemory memory) {
        List<ShotInputs> inputs = new ArrayList<>();
        Choices choices = divided.choices();
        int sceneNumber = choices.scene().orElse(1);
        for (ScenePlan scene : divided.plan().scenes()) {
            SceneWords words = SceneWords.of(scene);
            int shotNumber = 1;
            for (Shot shot : scene.shots()) {
                ShotPlace place = new ShotPlace(
                        Objects.requireNonNull(divided.sceneIds().get(scene.sceneId()), scene.sceneId()),
                        sceneNumber,
                        shotNumber++);
                Optional<NarrateInput> narrate = shot.lines().isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new NarrateInput(place, shot, divided.plan().cast(), choices, words.spanOf(shot)));
                ShotMemory.Wish wish = memory.wish(shot.id());
                inputs.add(new ShotInputs(
                        narrate,
                        new IllustrateInput(
                                place,
                                shot,
                                choices,
                                wish.variation(),
                                wish.notes(),
                                wish.routing(),
                                wish.tier().or(choices::tier))));
            }
            sceneNumber++;
        }
        return inputs;
    }
}
