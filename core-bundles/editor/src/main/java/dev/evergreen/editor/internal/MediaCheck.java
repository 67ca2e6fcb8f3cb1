package dev.evergreen.editor.internal;

import dev.evergreen.domain.project.Asset;
import dev.evergreen.domain.project.AssetRepository;
import dev.evergreen.spi.timeline.LayeredSource;
import dev.evergreen.spi.timeline.MediaSource;
import dev.evergreen.spi.timeline.PictureLayer;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.VisualClip;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a person puts on a timeline must be the project's own: a digest alone would show other people's media. */
final class MediaCheck {
    private final UUID projectId;
    private final AssetRepository assets;

    MediaCheck(UUID projectId, AssetRepository assets) {
        this.projectId = projectId;
        this.assets = assets;
    }

    /**
     * @param mediaType as the timeline says; empty where any picture will do
     * @param sound whether it is to be heard
     */
    private record Use(String clip, String digest, String mediaType, boolean sound) {}

    /** @throws Refused naming the clip whose media the project does not have */
    void check(TimelineSnapshot before, TimelineSnapshot after) {
        Set<String> known = new HashSet<>();
        uses(before).forEach(use -> known.add(use.digest()));
        for (Use use : uses(after)) {
            if (known.add(use.digest())) {
                check(use);
            }
        }
    }

    private void check(Use use) {
        List<Asset> found = assets.listByDigest(projectId, use.digest());
        if (found.isEmpty()) {
            throw new Refused("The project has no asset with the digest " + use.digest() + ", which clip " + use.clip()
                    + " names; upload the file to the project first.");
        }
        boolean fits = found.stream()
                .anyMatch(asset -> use.sound()
                        ? asset.type() == Asset.Type.AUDIO || asset.type() == Asset.Type.VIDEO
                        : use.mediaType().isEmpty()
                                ? asset.type() == Asset.Type.IMAGE
                                : asset.mediaType().equals(use.mediaType()));
        if (!fits) {
            Asset asset = found.get(0);
            throw new Refused("The asset " + asset.name() + " is " + asset.mediaType() + ", not what clip " + use.clip()
                    + " needs (" + (use.sound() ? "a sound" : use.mediaType().isEmpty() ? "a picture" : use.mediaType())
                    + "); choose another asset.");
        }
    }

    private static List<Use> uses(TimelineSnapshot timeline) {
        List<Use> uses = new ArrayList<>();
        timeline.visualTracks().forEach(track -> track.clips().forEach(clip -> add(uses, clip)));
        timeline.audioTracks()
                .forEach(track -> track.clips().forEach(clip -> uses.add(new Use(clip.id(), clip.digest(), "", true))));
        return uses;
    }

    private static void add(List<Use> uses, VisualClip clip) {
        if (clip.source() instanceof MediaSource media) {
            uses.add(new Use(clip.id(), media.digest(), media.mediaType(), false));
        } else if (clip.source() instanceof LayeredSource layered) {
            for (PictureLayer layer : layered.layers()) {
                uses.add(new Use(clip.id(), layer.digest(), "", false));
            }
        }
    }
}
