package dev.evergreen.editor.internal;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.access.Access;
import dev.evergreen.domain.access.Action;
import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.project.AssetRepository;
import dev.evergreen.domain.project.TimelineRepository;
import dev.evergreen.domain.project.TimelineRevision;
import dev.evergreen.domain.storage.Event;
import dev.evergreen.domain.storage.EventBus;
import dev.evergreen.editor.EditedTimeline;
import dev.evergreen.editor.TimelineCommand;
import dev.evergreen.editor.TimelineEdit;
import dev.evergreen.editor.Timelines;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Timelines as revisions. */
@Component
public final class TimelinesComponent implements Timelines {
    private final Access access;
    private final TimelineRepository timelines;
    private final AssetRepository assets;
    private final EventBus events;
    private final Clock clock;

    @Activate
    public TimelinesComponent(
            @Reference Access access,
            @Reference TimelineRepository timelines,
            @Reference AssetRepository assets,
            @Reference EventBus events) {
        this(access, timelines, assets, events, Clock.systemUTC());
    }

    TimelinesComponent(
            Access access, TimelineRepository timelines, AssetRepository assets, EventBus events, Clock clock) {
        this.access = access;
        this.timelines = timelines;
        this.assets = assets;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public EditedTimeline newest(Person person, UUID projectId) {
        access.require(person, Action.VIEW, Optional.of(projectId));
        return view(stored(projectId));
    }

    @Override
    public EditedTimeline edit(Person person, TimelineEdit edit) {
        access.require(person, Action.EDIT, Optional.of(edit.projectId()));
        TimelineRevision newest = stored(edit.projectId());
        if (newest.revision() != edit.baseRevision()) {
            throw new ProblemException(
                    Problem.Kind.CONFLICT,
                    "baseRevision",
                    "The timeline is at revision " + newest.revision() + ", the commands were made for revision "
                            + edit.baseRevision() + "; read it again and repeat the change.");
        }
        TimelineSnapshot changed = apply(edit, snapshot(newest));
        TimelineRevision appended = timelines.append(
                newest.revision(),
                new TimelineRevision(
                        newest.projectId(),
                        newest.revision() + 1,
                        Json.write(changed),
                        newest.plan(),
                        person.name(),
                        clock.instant()));
        events.publish(new Event(
                "project:updated",
                edit.projectId().toString(),
                Map.of("projectId", edit.projectId().toString(), "change", "timeline", "revision", appended.revision()),
                clock.instant()));
        return view(appended);
    }

    private TimelineSnapshot apply(TimelineEdit edit, TimelineSnapshot timeline) {
        CommandApplication application = new CommandApplication(edit.projectId(), assets);
        List<Problem> problems = new ArrayList<>();
        TimelineSnapshot changed = timeline;
        int position = 0;
        for (TimelineCommand command : edit.commands()) {
            try {
                changed = application.apply(command, changed);
            } catch (IllegalArgumentException e) {
                problems.add(new Problem(
                        Problem.Kind.INVALID, "commands[" + position + "]", String.valueOf(e.getMessage())));
            }
            position++;
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems, null);
        }
        return changed;
    }

    private TimelineRevision stored(UUID projectId) {
        return timelines
                .newest(projectId)
                .orElseThrow(() -> new ProblemException(
                        Problem.Kind.NOT_FOUND,
                        "timeline",
                        "The project has no timeline yet; make the film first, then edit it."));
    }

    private static EditedTimeline view(TimelineRevision revision) {
        return new EditedTimeline(
                revision.projectId(), revision.revision(), snapshot(revision), revision.author(), revision.createdAt());
    }

    private static TimelineSnapshot snapshot(TimelineRevision revision) {
        return Json.read(revision.snapshot(), TimelineSnapshot.class);
    }
}
