package dev.evergreen.productions.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.project.Asset;
import dev.evergreen.productions.internal.StepData.ShotPlace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MediaBindingTest {
    private static final UUID PROJECT = new UUID(0, 1);

    @Test
    void numbersBindPicturesToScenesAndShots() {
        MediaBinding media = new MediaBinding(List.of(
                upload("scene-03.png", Asset.Type.IMAGE),
                upload("3-2.JPG", Asset.Type.IMAGE),
                upload("4.mp4", Asset.Type.VIDEO)));

        assertEquals(
                "scene-03.png", media.picture(place(3, 1), "").orElseThrow().name());
        assertEquals("3-2.JPG", media.picture(place(3, 2), "").orElseThrow().name());
        assertEquals("4.mp4", media.picture(place(4, 7), "").orElseThrow().name());
        assertTrue(media.picture(place(5, 1), "").isEmpty());
    }

    @Test
    void cueBindsByNameAndNothingElse() {
        MediaBinding media = new MediaBinding(
                List.of(upload("1.png", Asset.Type.IMAGE), upload("Harbour map.png", Asset.Type.IMAGE)));

        assertEquals(
                "Harbour map.png",
                media.picture(place(1, 1), "harbour map").orElseThrow().name());
        assertEquals(
                "Harbour map.png",
                media.picture(place(1, 1), "harbour map.png").orElseThrow().name());
        assertTrue(media.picture(place(1, 1), "harbour").isEmpty());
    }

    @Test
    void recordingOfAShotWinsOverThatOfItsScene() {
        MediaBinding media = new MediaBinding(List.of(
                upload("2.wav", Asset.Type.AUDIO),
                upload("scene 2 shot 1.wav", Asset.Type.AUDIO),
                upload("music.mp3", Asset.Type.AUDIO)));

        assertEquals(false, media.recording(place(2, 1)).orElseThrow().wholeScene());
        assertEquals(true, media.recording(place(2, 3)).orElseThrow().wholeScene());
        assertEquals("music.mp3", media.music().orElseThrow().name());
    }

    private static ShotPlace place(int scene, int shot) {
        return new ShotPlace(PROJECT, scene, shot);
    }

    private static Asset upload(String name, Asset.Type type) {
        return new Asset(
                UUID.randomUUID(),
                PROJECT,
                Optional.empty(),
                type,
                Asset.Source.UPLOADED,
                "sha256:" + "0".repeat(64),
                "application/octet-stream",
                name,
                "upload",
                "{}",
                Instant.EPOCH);
    }
}
