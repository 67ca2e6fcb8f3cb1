package dev.evergreen.productions.internal;

import dev.evergreen.domain.json.Json;
import dev.evergreen.jobs.JobContext;
import dev.evergreen.productions.internal.StepData.Illustrated;
import dev.evergreen.productions.internal.StepData.Narrated;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what earlier steps handed on, by shot. */
final class StepOutputs {
    private StepOutputs() {}

    static Map<String, Narrated> narration(JobContext job, List<UUID> steps) {
        Map<String, Narrated> byShot = new HashMap<>();
        for (UUID step : steps) {
            Narrated narrated = Json.read(job.outputOf(step), Narrated.class);
            byShot.put(narrated.shotId(), narrated);
        }
        return byShot;
    }

    static Map<String, Illustrated> pictures(JobContext job, List<UUID> steps) {
        Map<String, Illustrated> byShot = new HashMap<>();
        for (UUID step : steps) {
            Illustrated illustrated = Json.read(job.outputOf(step), Illustrated.class);
            byShot.put(illustrated.shotId(), illustrated);
        }
        return byShot;
    }
}
