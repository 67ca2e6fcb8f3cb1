package dev.evergreen.provider.offline.illustrator.internal;

import dev.evergreen.provider.offline.illustrator.internal.words.Scene;
import dev.evergreen.provider.offline.illustrator.internal.words.SceneReader;
import dev.evergreen.spi.provider.ImageRequest;
import dev.evergreen.spi.script.CastMember;
import dev.evergreen.spi.script.PersonInShot;
import dev.evergreen.spi.script.Setting;
import dev.evergreen.spi.script.ShotDescription;
import dev.evergreen.spi.script.ShotSize;
import java.util.ArrayList;
import java.util.List;

/** Builds shots for tests. */
public final class Shots {
    private Setting setting = Setting.EXTERIOR;
    private String place = "beach";
    private String time = "day";
    private String weather = "";
    private String prompt = "";
    private ShotSize size = ShotSize.WIDE;
    private List<String> objects = List.of();
    private long seed = 7;
    private final List<PersonInShot> people = new ArrayList<>();
    private final List<CastMember> cast = new ArrayList<>();

    private Shots() {}

    public static Shots outside(String place) {
        Shots shots = new Shots();
        shots.place = place;
        return shots;
    }

    public static Shots inside(String place) {
        Shots shots = outside(place);
        shots.setting = Setting.INTERIOR;
        return shots;
    }

    public Shots setting(Setting of) {
        setting = of;
        return this;
    }

    public Shots at(String timeOfDay) {
        time = timeOfDay;
        return this;
    }

    public Shots in(String falling) {
        weather = falling;
        return this;
    }

    public Shots saying(String sentence) {
        prompt = sentence;
        return this;
    }

    public Shots size(ShotSize of) {
        size = of;
        return this;
    }

    public Shots with(String... things) {
        objects = List.of(things);
        return this;
    }

    public Shots seed(long of) {
        seed = of;
        return this;
    }

    public Shots person(String name, CastMember.Age age, String appearance, String pose) {
        return person(name, age, appearance, pose, "", "");
    }

    public Shots person(
            String name, CastMember.Age age, String appearance, String pose, String expression, String relation) {
        people.add(new PersonInShot(name, pose, expression, relation));
        cast.add(new CastMember(name, CastMember.Gender.FEMALE, age, appearance));
        return this;
    }

    public ShotDescription shot() {
        return new ShotDescription(prompt, setting, place, time, weather, "", "", size, people, cast, objects);
    }

    public ImageRequest request(int width, int height) {
        return new ImageRequest(shot(), "picture-book", width, height, seed, true, List.of());
    }

    public Scene scene() {
        return SceneReader.read(request(320, 180));
    }
}
