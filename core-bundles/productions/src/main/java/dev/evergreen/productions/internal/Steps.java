package dev.evergreen.productions.internal;

import static dev.evergreen.domain.json.Json.write;

import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.Queue;
import dev.evergreen.jobs.NewJob;
import dev.evergreen.productions.internal.StepData.AssembleInput;
import dev.evergreen.productions.internal.StepData.CheckInput;
import dev.evergreen.productions.internal.StepData.ComposeInput;
import dev.evergreen.productions.internal.StepData.Divided;
import dev.evergreen.productions.internal.StepData.ExportInput;
import dev.evergreen.productions.internal.StepData.RenderInput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The graph of a production: parse, divide, then narrate and illustrate every shot side by side, compose music for the measured length,
 * assemble, render, check, export. A step's id follows from the production's, so that submitting the graph twice makes it once.
 */
final class Steps {
    static final String PRODUCTION = "production";
    static final String PARSE = "production.parse";
    static final String DIVIDE = "production.divide";
    static final String NARRATE = "production.narrate";
    static final String ILLUSTRATE = "production.illustrate";
    static final String COMPOSE = "production.compose";
    static final String ASSEMBLE = "production.assemble";
    static final String RENDER = "production.render";
    static final String CHECK = "production.check";
    static final String EXPORT = "production.export";

    private final Job production;
    private final List<NewJob> jobs = new ArrayList<>();

    private Steps(Job production) {
        this.production = production;
    }

    static UUID id(UUID production, String step) {
        return UUID.nameUUIDFromBytes((production + "/" + step).getBytes(StandardCharsets.UTF_8));
    }

    /** The first two steps, which find out what the others are. */
    static List<NewJob> beginning(Job production) {
        Steps steps = new Steps(production);
        UUID parse = steps.add(PARSE, "", "Read the script", Queue.HIGH_PRIORITY, production.input(), List.of());
        steps.add(DIVIDE, "", "Divide it into shots", Queue.GENERATION, production.input(), List.of(parse));
        return steps.jobs;
    }

    /** All further steps of a divided script. */
    static List<NewJob> of(Job production, Divided divided, ShotMemory memory) {
        Steps steps = new Steps(production);
        UUID divide = id(production.id(), DIVIDE);
        List<UUID> narrate = new ArrayList<>();
        List<UUID> illustrate = new ArrayList<>();
        for (ShotInputs shot : ShotInputs.of(divided, memory)) {
            shot.narrate()
                    .ifPresent(input -> narrate.add(steps.add(
                            NARRATE,
                            input.shot().id(),
                            "Narrate " + input.place().words(),
                            Queue.GENERATION,
                            write(input),
                            List.of(divide))));
            illustrate.add(steps.add(
                    ILLUSTRATE,
                    shot.illustrate().shot().id(),
                    "Illustrate " + shot.illustrate().place().words(),
                    Queue.GENERATION,
                    write(shot.illustrate()),
                    List.of(divide)));
        }
        steps.finish(divide, narrate, illustrate, divided.choices().hasMusic());
        return steps.jobs;
    }

    private void finish(UUID divide, List<UUID> narrate, List<UUID> illustrate, boolean music) {
        List<UUID> spoken = new ArrayList<>(narrate);
        spoken.add(divide);
        Optional<UUID> compose = music
                ? Optional.of(add(
                        COMPOSE,
                        "",
                        "Compose the music",
                        Queue.GENERATION,
                        write(new ComposeInput(divide, narrate)),
                        spoken))
                : Optional.empty();
        List<UUID> made = new ArrayList<>(spoken);
        made.addAll(illustrate);
        compose.ifPresent(made::add);
        UUID assemble = add(
                ASSEMBLE,
                "",
                "Assemble the timeline",
                Queue.PROCESSING,
                write(new AssembleInput(divide, narrate, illustrate, compose)),
                made);
        UUID render = add(
                RENDER,
                "",
                "Render the film",
                Queue.EXPORT,
                write(new RenderInput(divide, assemble)),
                List.of(divide, assemble));
        UUID check = add(
                CHECK,
                "",
                "Check picture and sound",
                Queue.PROCESSING,
                write(new CheckInput(divide, assemble, render)),
                List.of(divide, assemble, render));
        add(
                EXPORT,
                "",
                "Hand over the film",
                Queue.EXPORT,
                write(new ExportInput(divide, render)),
                List.of(divide, render, check));
    }

    private UUID add(String kind, String part, String title, Queue queue, String input, List<UUID> dependsOn) {
        UUID id = id(production.id(), part.isEmpty() ? kind : kind + "/" + part);
        jobs.add(new NewJob(
                id,
                production.projectId(),
                Optional.of(production.id()),
                queue,
                kind,
                title,
                production.priority(),
                input,
                Optional.empty(),
                dependsOn,
                Optional.empty(),
                production.correlationId()));
        return id;
    }
}
